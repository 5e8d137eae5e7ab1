import type { Answer, Body, Problem } from "@noriai/api";
import { fail, ok, type Result } from "@noriai/kernel";
import { epochMs } from "../../format.ts";
import { type DeviceEntry, type DeviceEvent, type DeviceLog, nextBatch } from "./device-log.ts";
import type { DeviceRoom } from "./device-room.ts";

/** The server, as far as sending needs it. */
export interface Receiver {
  readonly send: (body: Body<"sendDeviceLog">) => Promise<Result<Answer<"sendDeviceLog">, Problem>>;
  /** Brings the server's own sheet to the screen: never one that was kept. The problem, if it did not come. */
  readonly showSheet: () => Promise<Problem | undefined>;
}

/**
 * Sends what comes next; the problem that stood in the way, if any. A step leaves the log only when the server's sheet
 * is on the screen and has it: else the screen would offer it again. Sending it once more until then does no harm.
 *
 * What found no room on the disk goes the same way, as a log of its own: it is numbered, its times are put right, and
 * people are asked about what is refused.
 *
 * @param sentAt  what the terminal's clock shows
 */
export async function sendNext(
  room: DeviceRoom,
  receiver: Receiver,
  sentAt: string,
): Promise<Problem | undefined> {
  const kept = room.state().log;
  if (kept === undefined || kept.unsent.length === 0) return sendLoose(room, receiver, sentAt);
  const sent = await sendFront(room, receiver, { log: kept, sentAt });
  if (!sent.ok) return sent.error;
  if (hasMoved(kept, room.state().log)) return undefined;
  // A disk that neither takes nor gives: the server has what lies on it, so what found no room there is next.
  const isAllThere = sent.value >= kept.next - 1 && room.state().loose.unsent.length > 0;
  return isAllThere ? sendLoose(room, receiver, sentAt) : STANDS_STILL;
}

async function sendLoose(room: DeviceRoom, receiver: Receiver, sentAt: string): Promise<Problem | undefined> {
  const log = room.state().loose;
  if (log.unsent.length === 0) return undefined;
  const sent = await sendFront(room, receiver, { log, sentAt });
  if (!sent.ok) return sent.error;
  return hasMoved(log, room.state().loose) ? undefined : STANDS_STILL;
}

/** Sends the front of a log that has something to send. @returns up to which number the server has taken it in */
async function sendFront(
  room: DeviceRoom,
  receiver: Receiver,
  { log, sentAt }: { readonly log: DeviceLog; readonly sentAt: string },
): Promise<Result<number, Problem>> {
  const { oldest, entries } = nextBatch(log)!;
  const sent = await sendReadable(receiver, { logId: log.id, oldest, sentAt }, entries);
  if (!sent.ok) return sent;
  const unseen = await receiver.showSheet();
  if (unseen !== undefined) return fail(unseen);
  await room.settle({ logId: log.id, ...sent.value });
  return ok(sent.value.takenIn);
}

const hasMoved = (before: DeviceLog, after: DeviceLog | undefined): boolean =>
  after?.id !== before.id || after.unsent[0]?.no !== before.unsent[0]?.no;

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
  return send([stubOf(entries[0]!)]);
}

/** When nobody knows when. What counts as older than all else moves nothing that was recorded after it. */
const LONG_AGO = "2000-01-01T00:00:00Z";

/** In its place, at its own time where that can be read: what stands behind it in the log did not happen before it. */
function stubOf({ no, drift, event }: DeviceEntry): DeviceEntry {
  const said = epochMs(event.at);
  const isKnown = FIRST_MS <= said && said <= LAST_MS && Number.isInteger(drift) && Math.abs(drift) < FAR;
  const at = isKnown ? new Date(said).toISOString() : LONG_AGO;
  const stub = { id: event.id, at, kind: "unreadable" } as unknown as DeviceEvent;
  return { no, drift: isKnown ? drift : 0, event: stub };
}

/** The years that a server can read, and the seconds of a century by which a clock may have been set. */
const [FIRST_MS, LAST_MS] = [Date.UTC(1970), Date.UTC(9999)];
const FAR = 100 * 366 * 86_400;

const isUnreadable = ({ status }: Problem): boolean => status === 400 || status === 413;
