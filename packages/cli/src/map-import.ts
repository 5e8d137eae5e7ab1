import { importMap, type RoadMap } from "@noriai/travel";
import type { Command, Terminal } from "./command.ts";
import { readInputFile } from "./read-input-file.ts";

/** `noriai map import FILE [--area GEOJSON]`: checks a road map and reports what is in it. */
export const mapImport: Command = {
  values: ["FILE"],
  options: ["area"],
  async run({ values: [file = ""], options }, terminal) {
    const map = readMap({ file, areaFile: options.area }, terminal);
    if (map === undefined) return 1;
    for (const line of terminal.texts.mapReport(map.report)) terminal.print(line);
    terminal.print(terminal.texts.mapChecked);
    return 0;
  },
};

/** The map made from a file, or nothing after the reason was told. */
function readMap(
  { file, areaFile }: { readonly file: string; readonly areaFile: string | undefined },
  terminal: Terminal,
): RoadMap | undefined {
  const pbf = readInputFile(file);
  if (!pbf.ok) return refuse(terminal, terminal.texts.fileFault(pbf.error));
  if (areaFile === undefined) return mapOf({ pbf: pbf.value }, file, terminal);
  const text = readInputFile(areaFile);
  if (!text.ok) return refuse(terminal, terminal.texts.fileFault(text.error));
  const area = parseJson(text.value);
  if (area === undefined) return refuse(terminal, terminal.texts.notJson(areaFile));
  return mapOf({ pbf: pbf.value, area }, file, terminal);
}

function mapOf(
  input: Parameters<typeof importMap>[0],
  file: string,
  terminal: Terminal,
): RoadMap | undefined {
  const map = importMap(input);
  return map.ok ? map.value : refuse(terminal, terminal.texts.mapFault(map.error, file));
}

function refuse(terminal: Terminal, reason: string): undefined {
  terminal.printError(reason);
  return undefined;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
