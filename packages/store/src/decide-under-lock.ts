import type { Day, Taken } from "@noriai/booking";
import type { Context } from "./context.ts";
import type { OneDayCommand } from "./door.ts";
import { dayKey, loadDay, lockDay, savePlan } from "./repositories/days.ts";
import { appendDecision } from "./repositories/decisions.ts";
import { writeChanges } from "./write-changes.ts";

/**
 * Locks the plan of a service date, decides on what is true under the lock, and writes changes, audit entries, plan,
 * decision log and outbox in the open transaction.
 * @param first a decision made on a snapshot before the lock; it holds when the plan has not moved since
 */
export async function decideUnderLock<A>(
  context: Context,
  command: OneDayCommand<A>,
  first?: { readonly snapshot: Day; readonly decision: Taken<A> },
): Promise<Taken<A>> {
  const { service, serviceDate, actor, now } = command;
  const key = dayKey(context.tenant, service, serviceDate);
  const version = await lockDay(context, key, first?.snapshot.version ?? 0);
  const decision =
    first !== undefined && version === first.snapshot.version
      ? first.decision
      : await command.decide(await loadDay(context, service, serviceDate));
  if (decision.changes.length === 0) return decision;

  await writeChanges(context, key, { changes: decision.changes, by: actor, now });
  // A refusal is written down but moves nothing: terminals and other deciders need not look again.
  if (decision.changes.every(({ kind }) => kind === "request-refused")) {
    await appendDecision(context, key, { ...decision, day: { ...decision.day, version } });
    return decision;
  }
  const day = { ...decision.day, version: version + 1 };
  await savePlan(context, key, day);
  await appendDecision(context, key, { ...decision, day });
  context.outgoing.push({ topic: "plan", serviceDate, version: day.version });
  return { ...decision, day };
}
