import { parseServiceDate, type ServiceDate, type TenantId } from "@noriai/kernel";
import { engineVersion } from "@noriai/server";
import { type Replay, replayDay } from "@noriai/store";
import { atDesk } from "./at-desk.ts";
import type { Command, Desk, ExitCode, Terminal } from "./command.ts";

/**
 * `noriai replay --tenant ID --date DATE [--json]`: decides a service date again from its log and compares every plan.
 * Reads only. Ends with 0 when all are the same, with 1 when one is not.
 */
export const replay: Command = {
  values: [],
  options: ["tenant", "date"],
  needed: ["tenant", "date"],
  switches: ["json"],
  async run({ options, switches }, terminal) {
    const date = parseServiceDate(options.date ?? "");
    if (date === undefined) {
      terminal.printError(terminal.texts.notADate(options.date ?? ""));
      return 2;
    }
    const tenant = options.tenant as TenantId;
    return atDesk(terminal, (desk) => replayAt({ tenant, date, json: switches.has("json") }, desk, terminal));
  },
};

interface Asked {
  readonly tenant: TenantId;
  readonly date: ServiceDate;
  readonly json: boolean;
}

async function replayAt(
  { tenant, date, json }: Asked,
  { store }: Desk,
  { texts, print, printError }: Terminal,
): Promise<ExitCode> {
  const read = await store.inTenant(tenant, async (tx) => {
    const service = await tx.findService();
    if (service === undefined) return undefined;
    return { log: await tx.loadDecisions(service, date), stored: await tx.loadDay(service, date) };
  });
  if (read === undefined) {
    const known = (await store.listTenants()).map(({ id }) => id);
    printError(texts.unknownTenant({ tenant, known }));
    return 1;
  }
  const result = replayDay({ serviceDate: date, ...read });
  const engine = engineVersion();
  const isSame = result.mismatches.length === 0;
  if (json) print(JSON.stringify({ tenant, date, same: isSame, engine, ...result }));
  else for (const line of linesOf({ tenant, date, json }, { result, engine, texts })) print(line);
  return isSame ? 0 : 1;
}

function linesOf(
  { tenant, date }: Asked,
  {
    result,
    engine,
    texts,
  }: { readonly result: Replay; readonly engine: string; readonly texts: Terminal["texts"] },
): readonly string[] {
  const { decisions, engines, mismatches } = result;
  const others = engines.filter((one) => one !== engine);
  return [
    ...mismatches.map(texts.replayMismatch),
    ...(others.length > 0 ? [texts.replayOtherEngine({ engine, others })] : []),
    texts.replayVerdict({ tenant, date, decisions, mismatches: mismatches.length }),
  ];
}
