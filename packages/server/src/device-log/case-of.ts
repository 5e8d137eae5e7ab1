import type { TaskEvent } from "@noriai/booking";
import type { DeviceLogId } from "@noriai/kernel";
import type { ConflictRecord, EntryKey } from "@noriai/store";

/** The step that a conflict is about; nothing for what was lost or could not be read. */
export const taskEventOf = ({ deed, outcome }: ConflictRecord): TaskEvent | undefined =>
  deed === undefined || outcome.kind === "missing" || outcome.rejection.kind === "unreadable"
    ? undefined
    : (deed as unknown as TaskEvent);

/** "log:number" */
export function parseConflictId(text: string): EntryKey | undefined {
  const match = /^(.+):(\d{1,7})$/.exec(text);
  return match === null ? undefined : { log: match[1]! as DeviceLogId, no: Number(match[2]) };
}

/**
 * Everything that is settled together with a conflict: what the same tablet told of the same ride. Whoever says that
 * somebody rode says so of the fare and of the alighting too.
 *
 * @param open  conflicts that nobody has settled
 * @returns in the order in which they were recorded
 */
export function caseOf(open: readonly ConflictRecord[], first: ConflictRecord): readonly ConflictRecord[] {
  const bookingId = bookingOf(first);
  if (bookingId === undefined) return [first];
  return open
    .filter((one) => one.log === first.log && bookingOf(one) === bookingId)
    .toSorted((a, b) => a.no - b.no);
}

function bookingOf(conflict: ConflictRecord): string | undefined {
  const event = taskEventOf(conflict);
  return event !== undefined && "bookingId" in event ? event.bookingId : undefined;
}
