import { never } from "@noriai/kernel";
import type { Change, Day, Decision } from "./day.ts";
import { waitingAfter } from "./waiting.ts";

/** A decision: the day with all changes in it, one version later; with none, the same day. */
export function decision<Answer>({
  day,
  changes,
  answer,
}: {
  readonly day: Day;
  readonly changes: readonly Change[];
  readonly answer: Answer;
}): Decision<Answer> {
  if (changes.length === 0) return { answer, day, changes };
  return {
    answer,
    changes: withOnePlan(changes),
    day: { ...applyChanges(day, changes), version: day.version + 1 },
  };
}

/** Of several plans on the way only the last one counts, and of several marks on the duties. */
function withOnePlan(changes: readonly Change[]): readonly Change[] {
  const plans = changes.filter((change) => change.kind === "plan-changed");
  const last = plans.at(-1);
  const duties = plans.findLast((change) => change.duties !== undefined)?.duties;
  const closures = plans.findLast((change) => change.closures !== undefined)?.closures;
  return changes.flatMap((change): readonly Change[] => {
    if (change.kind !== "plan-changed") return [change];
    return change === last ? [{ ...change, ...(duties && { duties }), ...(closures && { closures }) }] : [];
  });
}

/** The day after some changes, its version left as it is. What the store does to its rows, done to the value. */
export function applyChanges(day: Day, changes: readonly Change[]): Day {
  return changes.reduce(applyChange, day);
}

/** Something has happened: what a dispatcher did before can no longer be taken back. */
function movedOn({ undoable: _, ...day }: Day): Day {
  return day;
}

/** No closure left is none at all. */
function withClosures(day: Day, closures: Day["closures"]): Day {
  if (closures === undefined) return day;
  const { closures: _, ...rest } = day;
  return closures.length === 0 ? rest : { ...rest, closures };
}

function applyChange(day: Day, change: Change): Day {
  switch (change.kind) {
    case "quote-held":
      return { ...movedOn(day), quotes: new Map(day.quotes).set(change.quote.id, change.quote) };
    case "quote-closed": {
      const quotes = new Map(day.quotes);
      quotes.delete(change.quoteId);
      return { ...movedOn(day), quotes };
    }
    case "booking-confirmed":
    case "booking-changed":
    case "booking-cancelled":
    case "booking-moved-on":
      return { ...movedOn(day), bookings: new Map(day.bookings).set(change.booking.id, change.booking) };
    case "task-recorded":
      return { ...movedOn(day), taskEvents: [...day.taskEvents, change.event] };
    case "plan-changed":
      return {
        ...withClosures(change.undoable === undefined ? day : movedOn(day), change.closures),
        plan: change.plan,
        duties: change.duties ?? day.duties,
        ...(change.undoable !== undefined && change.undoable !== "none" && { undoable: change.undoable }),
      };
    case "waiting-begun":
    case "waiting-changed":
    case "waiting-ended":
      return { ...day, waiting: waitingAfter(day.waiting ?? [], change) };
    case "request-refused":
      return day; // kept as unmet demand; nothing of the day moves
    default:
      return never(change);
  }
}
