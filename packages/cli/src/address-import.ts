import type { TenantId } from "@noriai/kernel";
import { atDesk } from "./at-desk.ts";
import type { Command, Desk, ExitCode, Terminal } from "./command.ts";
import { type AddressTable, parseAddresses } from "./parse-addresses.ts";
import { readInputFile } from "./read-input-file.ts";

/**
 * `noriai address import FILE --tenant ID`: the town's places by name, so that riders find a stop near an address. The
 * whole file is checked before anything is written; it takes the place of what was there.
 */
export const addressImport: Command = {
  values: ["FILE"],
  options: ["tenant"],
  needed: ["tenant"],
  async run({ values: [file = ""], options: { tenant = "" } }, terminal) {
    const { texts, printError } = terminal;
    const bytes = readInputFile(file);
    if (!bytes.ok) {
      printError(texts.fileFault(bytes.error));
      return 1;
    }
    const table = parseAddresses(new TextDecoder().decode(bytes.value));
    if (!table.ok) {
      printError(texts.addressFault(table.error, file));
      return 1;
    }
    return atDesk(terminal, (desk) => give(tenant as TenantId, table.value, { desk, terminal }));
  },
};

async function give(
  tenant: TenantId,
  { addresses, withoutPoint }: AddressTable,
  { desk, terminal: { texts, print, printError } }: { readonly desk: Desk; readonly terminal: Terminal },
): Promise<ExitCode> {
  const tenants = await desk.store.listTenants();
  if (tenants.every(({ id }) => id !== tenant)) {
    printError(texts.unknownTenant({ tenant, known: tenants.map(({ id }) => id) }));
    return 1;
  }
  await desk.store.inTenant(tenant, (tx) => tx.saveAddressPoints(addresses));
  print(texts.addressesSaved({ tenant, count: addresses.length, withoutPoint }));
  return 0;
}
