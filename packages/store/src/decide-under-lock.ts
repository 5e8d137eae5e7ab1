import { type Day, type IntakeStop, noticesOf, type Taken } from "@noriai/booking";
import type { Context } from "./context.ts";
import type { OneDayCommand } from "./door.ts";
import { holdIntakeOpen } from "./intake-lock.ts";
import { dayKey, loadDay, lockDay, savePlan } from "./repositories/days.ts";
import { appendDecision } from "./repositories/decisions.ts";
import { standingIntakeStops } from "./repositories/intake-stops.ts";
import { addNotices } from "./repositories/notices.ts";
import { writeChanges } from "./write-changes.ts";

/** What a decision was made on. */
interface Snapshot {
  readonly day: Day;
  readonly intakeStops: readonly IntakeStop[];
}

/**
 * Locks the plan of a service date, decides on what is true under the lock, and writes changes, audit entries, plan,
 * decision log and outbox in the open transaction.
 * @param first a decision made on a snapshot before the lock; it holds when the plan has not moved since
 */
export async function decideUnderLock<A>(
  context: Context,
  command: OneDayCommand<A>,
  first?: { readonly snapshot: Snapshot; readonly decision: Taken<A> },
): Promise<Taken<A>> {
  const { service, serviceDate, actor, now } = command;
  const key = dayKey(context.tenant, service, serviceDate);
  const version = await lockDay(context, key, first?.snapshot.day.version ?? 0);
  const isFirst = first !== undefined && version === first.snapshot.day.version;
  const known = isFirst
    ? first.snapshot
    : {
        day: await loadDay(context, service, serviceDate),
        intakeStops: await standingIntakeStops(context, service),
      };
  const decided = isFirst ? first.decision : await command.decide(known.day, known.intakeStops);
  if (decided.changes.length === 0) return decided;

  // Held for the writing only, not while somebody thinks: a stop of intake must not wait.
  await holdIntakeOpen(context);
  const intakeStops = await standingIntakeStops(context, service);
  const decision = areSame(intakeStops, known.intakeStops)
    ? decided
    : await command.decide(known.day, intakeStops);
  if (decision.changes.length === 0) return decision;

  await writeChanges(context, key, { changes: decision.changes, by: actor, now });
  await addNotices(context, noticesOf(known.day, decision), now);
  // A refusal is written down but moves nothing: terminals and other deciders need not look again.
  if (decision.changes.every(({ kind }) => kind === "request-refused")) {
    const taken = { ...decision, day: { ...decision.day, version } };
    await appendDecision(context, key, { taken, before: known.day, by: actor });
    return decision;
  }
  const day = { ...decision.day, version: version + 1 };
  await savePlan(context, key, day);
  await appendDecision(context, key, { taken: { ...decision, day }, before: known.day, by: actor });
  context.outgoing.push({ topic: "plan", serviceDate, version: day.version });
  return { ...decision, day };
}

/** A stop never changes while it stands, and is never taken up again. */
const areSame = (one: readonly IntakeStop[], other: readonly IntakeStop[]): boolean =>
  one.length === other.length && one.every(({ id }, k) => id === other[k]!.id);
