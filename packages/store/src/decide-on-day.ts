import type { Day, Decision } from "@noriai/booking";
import { type Context, type ContextSource, inTenantContext } from "./context.ts";
import type { DayCommand } from "./door.ts";
import { dayKey, loadDay, lockDay, savePlan } from "./repositories/days.ts";
import { tenantTransaction } from "./tenant-transaction.ts";
import { writeChanges } from "./write-changes.ts";

/**
 * Decides with a single writer per day: on a snapshot without a lock first, because most of the time is thinking; then
 * the plan is locked, and when it has moved meanwhile the decision is made again on what is true under the lock.
 */
export async function decideOnDay<A>(source: ContextSource, command: DayCommand<A>): Promise<A> {
  const { tenant, service, serviceDate } = command;
  const snapshot = await inTenantContext(source, tenant, (context) => loadDay(context, service, serviceDate));
  const decision = command.decide(snapshot);
  if (decision.changes.length === 0 && command.after === undefined) return decision.answer;
  return await inTenantContext(source, tenant, async (context) => {
    const { answer, day } =
      decision.changes.length === 0 ? decision : await write(context, command, { snapshot, decision });
    await command.after?.(tenantTransaction(context), answer, day);
    return answer;
  });
}

async function write<A>(
  context: Context,
  command: DayCommand<A>,
  first: { readonly snapshot: Day; readonly decision: Decision<A> },
): Promise<Decision<A>> {
  const { tenant, service, serviceDate, actor, now } = command;
  const key = dayKey(tenant, service, serviceDate);
  const version = await lockDay(context, key, first.snapshot.version);
  const decision =
    version === first.snapshot.version
      ? first.decision
      : command.decide(await loadDay(context, service, serviceDate));
  if (decision.changes.length === 0) return decision;

  await writeChanges(context, key, { changes: decision.changes, by: actor, now });
  // A refusal is written down but moves nothing: terminals and other deciders need not look again.
  if (decision.changes.every(({ kind }) => kind === "request-refused")) return decision;
  const day = { ...decision.day, version: version + 1 };
  await savePlan(context, key, day);
  context.outgoing.push({ topic: "plan", serviceDate, version: day.version });
  return { ...decision, day };
}
