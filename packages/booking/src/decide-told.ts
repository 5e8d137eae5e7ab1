import type { EventId } from "@noriai/kernel";
import { decision } from "./apply-changes.ts";
import type { Day, Decision } from "./day.ts";
import { decideTask, type TaskAnswer } from "./decide-task.ts";
import type { EntryOutcome } from "./device-log.ts";
import { sameDeed } from "./same-deed.ts";
import type { TaskEvent } from "./task-event.ts";
import type { World } from "./world.ts";

export type ToldAnswer = TaskAnswer | { readonly kind: "told-before"; readonly eventId: EventId };

/**
 * Takes in one entry of a tablet's log (端末の記録): as `decideTask`, but told perhaps hours later, and perhaps by the second
 * tablet of the duty. The same event again, whatever instant counts for it now, and the same deed under another id change
 * nothing.
 */
export function decideTold(world: World, day: Day, event: TaskEvent): Decision<ToldAnswer> {
  const known = day.taskEvents.find(({ id }) => id === event.id);
  if (known !== undefined) return decideTask(world, day, { ...event, at: known.at });
  const same = sameDeed(day, event);
  if (same !== undefined)
    return decision({ day, changes: [], answer: { kind: "told-before", eventId: same.id } });
  return decideTask(world, day, event);
}

/**
 * A step as the record knows it. Who takes back what a second tablet had told before takes back that one: it is the same
 * deed, and stands under the other's id.
 *
 * @param became  what became of the step that is taken back, when it was taken in
 */
export const asRecorded = (event: TaskEvent, became: EntryOutcome | undefined): TaskEvent =>
  event.kind === "undone" && became?.kind === "told-before" ? { ...event, eventId: became.eventId } : event;
