import { parseRole } from "@noriai/identity";
import type { TenantId, VehicleId } from "@noriai/kernel";
import { addAccount } from "@noriai/server";
import { atDesk } from "./at-desk.ts";
import type { Command, Terminal } from "./command.ts";

/**
 * `noriai account add --tenant ID --role ROLE --login LOGIN --name NAME`: how the first people of a municipality come in.
 * The password is asked for or piped in, never a word of the command line.
 */
export const accountAdd: Command = {
  values: [],
  options: ["tenant", "role", "login", "name", "member", "vehicle"],
  needed: ["tenant", "role", "login", "name"],
  async run({ options }, terminal) {
    const { tenant = "", login = "", name = "", member, vehicle } = options;
    const { texts, print, printError } = terminal;
    const role = parseRole(options.role ?? "");
    if (role === undefined) {
      printError(texts.unknownRole(options.role ?? ""));
      return 2;
    }
    const password = await readPassword(terminal);
    if (password === undefined) {
      printError(texts.passwordsDiffer);
      return 1;
    }
    return atDesk(terminal, async (desk) => {
      const added = await addAccount(desk, {
        tenant: tenant as TenantId,
        role,
        login,
        password,
        displayName: name,
        ...(member !== undefined && { memberNo: member }),
        ...(vehicle !== undefined && { vehicle: vehicle as VehicleId }),
      });
      if (!added.ok) {
        printError(texts.accountFault(added.error));
        return 1;
      }
      print(texts.accountAdded({ login, tenant }));
      return 0;
    });
  },
};

/** The password; nothing when a person typed it differently the second time. */
async function readPassword({ texts, readSecret, isInteractive }: Terminal): Promise<string | undefined> {
  const password = await readSecret(texts.passwordPrompt);
  if (!isInteractive) return password;
  return (await readSecret(texts.passwordAgain)) === password ? password : undefined;
}
