import { atDesk } from "./at-desk.ts";
import type { Command, Desk, ExitCode, Terminal } from "./command.ts";
import { parseJson } from "./parse-json.ts";
import { parseTown, type TownFile } from "./parse-town.ts";
import { readInputFile } from "./read-input-file.ts";

/** So many faults of a file are told at once: enough to mend it, not too many to read. */
const FAULTS_MAX = 20;

/**
 * `noriai tenant add FILE`: a municipality and its service, from a JSON file. The whole file is checked before anything
 * is written.
 */
export const tenantAdd: Command = {
  values: ["FILE"],
  options: [],
  async run({ values: [file = ""] }, terminal) {
    const { texts, printError } = terminal;
    const bytes = readInputFile(file);
    if (!bytes.ok) {
      printError(texts.fileFault(bytes.error));
      return 1;
    }
    const value = parseJson(bytes.value);
    if (value === undefined) {
      printError(texts.notJsonTown(file));
      return 1;
    }
    const town = parseTown(value);
    if (!town.ok) {
      for (const fault of town.error.slice(0, FAULTS_MAX)) printError(texts.townFault(fault));
      printError(texts.townNotSaved({ file, faults: town.error.length }));
      return 1;
    }
    return atDesk(terminal, (desk) => addTown(town.value, desk, terminal));
  },
};

/** A tenant without a service is what an interrupted run has left: this one finishes it. */
async function addTown({ id, name, service }: TownFile, desk: Desk, terminal: Terminal): Promise<ExitCode> {
  const { texts, print, printError } = terminal;
  const tenants = await desk.store.listTenants();
  if (tenants.every((tenant) => tenant.id !== id)) await desk.store.createTenant({ id, name });
  return desk.store.inTenant(id, async (tx) => {
    if ((await tx.findService()) !== undefined) {
      printError(texts.tenantTaken(id));
      return 1;
    }
    await tx.saveService(service, { role: "system" }, desk.sources.wallNow());
    print(texts.tenantAdded({ id, stops: service.stops.length, vehicles: service.vehicles.length }));
    return 0;
  });
}
