import { type ContextSource, inTenantContext } from "./context.ts";
import { decideUnderLock } from "./decide-under-lock.ts";
import type { DayCommand } from "./door.ts";
import { loadDay } from "./repositories/days.ts";
import { standingIntakeStops } from "./repositories/intake-stops.ts";
import { tenantTransaction } from "./tenant-transaction.ts";

/**
 * Decides with a single writer per day: on a snapshot without a lock first, because most of the time is thinking; then
 * the plan is locked, and when it or the stops of intake have moved meanwhile the decision is made again on what is true
 * under the lock.
 */
export async function decideOnDay<A>(source: ContextSource, command: DayCommand<A>): Promise<A> {
  const { tenant, service, serviceDate } = command;
  const snapshot = await inTenantContext(source, tenant, async (context) => ({
    intakeStops: await standingIntakeStops(context, service),
    day: await loadDay(context, service, serviceDate),
  }));
  const decision = await command.decide(snapshot.day, snapshot.intakeStops);
  if (decision.changes.length === 0 && command.after === undefined) return decision.answer;
  return await inTenantContext(source, tenant, async (context) => {
    const { answer, day } =
      decision.changes.length === 0
        ? decision
        : await decideUnderLock(context, command, { snapshot, decision });
    await command.after?.(tenantTransaction(context), answer, day);
    return answer;
  });
}
