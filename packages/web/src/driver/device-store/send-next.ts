import type { Answer, Body, Problem } from "@noriai/api";
import type { Result } from "@noriai/kernel";
import { type DeviceEntry, type DeviceEvent, nextBatch } from "./device-log.ts";
import type { DeviceRoom } from "./device-room.ts";

/** The server, as far as sending needs it. */
export interface Receiver {
  readonly send: (body: Body<"sendDeviceLog">) => Promise<Result<Answer<"sendDeviceLog">, Problem>>;
  /** Tells one event by its id alone. */
  readonly tell: (event: DeviceEvent) => Promise<Result<unknown, Problem>>;
  /** Brings the server's own sheet to the screen: never one that was kept. The problem, if it did not come. */
  readonly showSheet: () => Promise<Problem | undefined>;
}

/**
 * Sends what comes next; the problem that stood in the way, if any. A step leaves the log only when the server's sheet
 * is on the screen and has it: else the screen would offer it again. Sending it once more until then does no harm.
 *
 * @param sentAt  what the terminal's clock shows
 */
export async function sendNext(
  room: DeviceRoom,
  receiver: Receiver,
  sentAt: string,
): Promise<Problem | undefined> {
  const { log, loose } = room.state();
  const batch = log && nextBatch(log);
  if (log === undefined || batch === undefined)
    return loose[0] === undefined ? undefined : sendLoose(room, receiver, loose[0]);
  const head = { logId: log.id, oldest: batch.oldest, sentAt };
  const sent = await sendReadable(receiver, head, batch.entries);
  if (!sent.ok) return sent.error;
  const unseen = await receiver.showSheet();
  if (unseen !== undefined) return unseen;
  await room.settle({ logId: log.id, ...sent.value });
  const after = room.state().log;
  const isFurther = after?.id !== log.id || after.unsent[0]?.no !== batch.oldest;
  if (isFurther) return undefined;
  // A disk that neither takes nor gives: the server has what lies on it, so what found no room there is next.
  const isAllThere = sent.value.takenIn >= log.next - 1;
  return isAllThere && loose[0] !== undefined ? sendLoose(room, receiver, loose[0]) : STANDS_STILL;
}

/** The server takes nothing, or the disk lets nothing go: tried again later, as if the server were out of reach. */
export const STANDS_STILL: Problem = { type: "about:blank", title: "", status: 0, kind: "busy" };

/**
 * Sends entries as they are; those that the server cannot read at all alone, and the culprit by its number only. Nothing
 * holds up what is behind it, and people are asked about what could not be read.
 */
async function sendReadable(
  receiver: Receiver,
  head: Pick<Body<"sendDeviceLog">, "logId" | "oldest" | "sentAt">,
  entries: readonly DeviceEntry[],
): Promise<Result<Answer<"sendDeviceLog">, Problem>> {
  const send = (some: readonly DeviceEntry[]) =>
    receiver.send({ ...head, entries: some.map((entry) => ({ ...entry, event: { ...entry.event } })) });
  const sent = await send(entries);
  if (sent.ok || !isUnreadable(sent.error)) return sent;
  if (entries.length > 1) return sendReadable(receiver, head, entries.slice(0, 1));
  const { no, event } = entries[0]!;
  const stub = { id: event.id, at: head.sentAt, kind: "unreadable" } as unknown as DeviceEvent;
  return send([{ no, drift: 0, event: stub }]);
}

const isUnreadable = ({ status }: Problem): boolean => status === 400 || status === 413;

/** What has no number, for the disk is full, is told by its id alone. */
async function sendLoose(
  room: DeviceRoom,
  receiver: Receiver,
  event: DeviceEvent,
): Promise<Problem | undefined> {
  const sent = await receiver.tell(event);
  if (!sent.ok && !isRefusal(sent.error)) return sent.error;
  const unseen = await receiver.showSheet();
  if (unseen !== undefined) return unseen;
  room.letGo(event.id);
  return undefined;
}

/** The server has said no to the event itself; it says so again each time. */
const isRefusal = ({ status }: Problem): boolean =>
  status >= 400 && status < 500 && status !== 401 && status !== 403 && status !== 429;
