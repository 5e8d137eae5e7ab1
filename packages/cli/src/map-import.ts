import { basename } from "node:path";
import type { Service } from "@noriai/booking";
import type { TenantId } from "@noriai/kernel";
import { encodeRoadMap, importMap, type RoadMap, snapAll } from "@noriai/travel";
import { atDesk } from "./at-desk.ts";
import type { Command, Desk, ExitCode, Terminal } from "./command.ts";
import { readInputFile } from "./read-input-file.ts";

/**
 * `noriai map import FILE [--area GEOJSON] [--tenant ID]`: checks a road map and reports what is in it. With a tenant it
 * also tells which stops no road reaches, and makes it that tenant's map.
 */
export const mapImport: Command = {
  values: ["FILE"],
  options: ["area", "tenant"],
  async run({ values: [file = ""], options: { area, tenant } }, terminal) {
    const map = readMap({ file, areaFile: area }, terminal);
    if (map === undefined) return 1;
    for (const line of terminal.texts.mapReport(map.report)) terminal.print(line);
    if (tenant !== undefined)
      return atDesk(terminal, (desk) =>
        giveMap({ map, source: basename(file), tenant: tenant as TenantId }, desk, terminal),
      );
    terminal.print(terminal.texts.mapChecked);
    return 0;
  },
};

/** The map made from a file, or nothing after the reason was told. */
function readMap(
  { file, areaFile }: { readonly file: string; readonly areaFile: string | undefined },
  terminal: Terminal,
): RoadMap | undefined {
  const { texts } = terminal;
  const pbf = readInputFile(file);
  if (!pbf.ok) return refuse(terminal, texts.fileFault(pbf.error));
  const text = areaFile === undefined ? undefined : readInputFile(areaFile);
  if (text?.ok === false) return refuse(terminal, texts.fileFault(text.error));
  const area = text && parseJson(text.value);
  if (areaFile !== undefined && area === undefined) return refuse(terminal, texts.notJson(areaFile));
  const map = importMap({ pbf: pbf.value, ...(area !== undefined && { area }) });
  return map.ok ? map.value : refuse(terminal, texts.mapFault(map.error, file));
}

interface GivenMap {
  readonly map: RoadMap;
  readonly source: string;
  readonly tenant: TenantId;
}

async function giveMap(given: GivenMap, desk: Desk, terminal: Terminal): Promise<ExitCode> {
  const { texts } = terminal;
  const { map, source, tenant } = given;
  const tenants = await desk.store.listTenants();
  if (tenants.every(({ id }) => id !== tenant)) {
    terminal.printError(texts.unknownTenant({ tenant, known: tenants.map(({ id }) => id) }));
    return 1;
  }
  const now = desk.sources.wallNow();
  return desk.store.inTenant(tenant, async (tx) => {
    const service = await tx.findService();
    if (service !== undefined && !reportStops(map, service, terminal)) {
      terminal.printError(texts.noStopOnMap(tenant));
      return 1;
    }
    const { sha256, attribution } = map.report.source;
    await tx.saveMap(
      { source, sha256, attribution, importedAt: now, roads: encodeRoadMap(map) },
      { role: "system" },
    );
    terminal.print(texts.mapSaved(tenant));
    return 0;
  });
}

/** Tells which stops no road reaches. False when not one stop lies on the map: it is another town's. */
function reportStops(map: RoadMap, service: Service, { print, texts }: Terminal): boolean {
  const { stops, standards } = service;
  const { snapped, refused } = snapAll({ map, places: stops, withinMeters: standards.snapWithin });
  print(texts.stopsOnRoads({ snapped: snapped.size, all: stops.length }));
  for (const { id, meters, metersMax } of refused) {
    const stop = stops.find((one) => one.id === id);
    if (stop !== undefined) print(texts.stopOffRoad({ ...stop, meters, metersMax }));
  }
  return snapped.size > 0 || stops.length === 0;
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
