import { basename } from "node:path";
import type { Service } from "@noriai/booking";
import type { TenantId } from "@noriai/kernel";
import { encodeRoadMap, importMap, type RoadMap, snapAll } from "@noriai/travel";
import { atDesk } from "./at-desk.ts";
import type { Command, Desk, ExitCode, Terminal } from "./command.ts";
import { parseJson } from "./parse-json.ts";
import { readInputFile } from "./read-input-file.ts";

/**
 * `noriai map import FILE [--area GEOJSON] [--tenant ID] [--force]`: checks a road map and reports what is in it. With a
 * tenant it also tells which stops and depots no road reaches, and makes it that tenant's map when all are reached, or
 * when a person insists: rides may be booked from such a stop already.
 */
export const mapImport: Command = {
  values: ["FILE"],
  options: ["area", "tenant"],
  switches: ["force"],
  async run({ values: [file = ""], options: { area, tenant }, switches }, terminal) {
    const map = readMap({ file, areaFile: area }, terminal);
    if (map === undefined) return 1;
    for (const line of terminal.texts.mapReport(map.report)) terminal.print(line);
    if (tenant !== undefined)
      return atDesk(terminal, (desk) =>
        giveMap(
          { map, source: basename(file), tenant: tenant as TenantId, isForced: switches.has("force") },
          desk,
          terminal,
        ),
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
  /** Also when a place of the service lies off its roads. */
  readonly isForced: boolean;
}

async function giveMap(given: GivenMap, desk: Desk, terminal: Terminal): Promise<ExitCode> {
  const { texts } = terminal;
  const { map, source, tenant, isForced } = given;
  const tenants = await desk.store.listTenants();
  if (tenants.every(({ id }) => id !== tenant)) {
    terminal.printError(texts.unknownTenant({ tenant, known: tenants.map(({ id }) => id) }));
    return 1;
  }
  const now = desk.sources.wallNow();
  return desk.store.inTenant(tenant, async (tx) => {
    const service = await tx.findService();
    if (service !== undefined && !mayServe(service, { map, tenant, isForced }, terminal)) return 1;
    const { sha256, attribution } = map.report.source;
    await tx.saveMap(
      { source, sha256, attribution, importedAt: now, roads: encodeRoadMap(map) },
      { role: "system" },
    );
    terminal.print(texts.mapSaved(tenant));
    return 0;
  });
}

/** Tells which stops and depots no road reaches, and whether the service may run on this map. */
function mayServe(
  { stops, vehicles, standards }: Service,
  { map, tenant, isForced }: Pick<GivenMap, "map" | "tenant" | "isForced">,
  { print, printError, texts }: Terminal,
): boolean {
  const withinMeters = standards.snapWithin;
  const ofStops = snapAll({ map, places: stops, withinMeters });
  const depots = vehicles.map(({ id, name, depot }) => ({ id, vehicle: name, ...depot }));
  const ofDepots = snapAll({ map, places: depots, withinMeters });
  print(texts.stopsOnRoads({ snapped: ofStops.snapped.size, all: stops.length }));
  for (const { id, meters, metersMax } of ofStops.refused) {
    const stop = stops.find((one) => one.id === id);
    if (stop !== undefined) print(texts.stopOffRoad({ ...stop, meters, metersMax }));
  }
  for (const { id, meters, metersMax } of ofDepots.refused) {
    const depot = depots.find((one) => one.id === id);
    if (depot !== undefined) print(texts.depotOffRoad({ ...depot, meters, metersMax }));
  }
  if (ofStops.snapped.size === 0 && stops.length > 0) {
    printError(texts.noStopOnMap(tenant)); // no force helps: it is another town's
    return false;
  }
  const off = { stops: ofStops.refused.length, depots: ofDepots.refused.length };
  if (off.stops + off.depots === 0 || isForced) return true;
  printError(texts.placesOffMap(off));
  return false;
}

function refuse(terminal: Terminal, reason: string): undefined {
  terminal.printError(reason);
  return undefined;
}
