import type { Answer, Body, Problem } from "@noriai/api";
import type { Result } from "@noriai/kernel";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useReadNow } from "../../clock.tsx";
import { onWithinReach } from "../../kept/reach.ts";
import { useReadAgain } from "../../read.ts";
import { call } from "../../server.ts";
import { randomBytes } from "../../world.ts";
import { instantText } from "../instant-text.ts";
import { type DeviceEntry, type DeviceEvent, nextBatch } from "./device-log.ts";
import type { DeviceRoom } from "./device-room.ts";
import { pauseMs } from "./pause.ts";

export interface Sending {
  /** Why the log waits, while it does. */
  readonly waits: "no-connection" | "signed-out" | undefined;
}

/** Sends the log from the front, one request at a time, until the server has it all; waits longer after each failure. */
export function useSending(tenant: string, room: DeviceRoom): Sending {
  const state = useSyncExternalStore(room.subscribe, room.state);
  const [waits, setWaits] = useState<Sending["waits"]>();
  const [attempt, setAttempt] = useState(0);
  const failures = useRef(0);
  const isSending = useRef(false);
  const sendNext = useSendNext(tenant, room);
  const again = useCallback(() => setAttempt((last) => last + 1), []);
  useEffect(() => onWithinReach(again), [again]);
  useEffect(() => {
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [again]);

  const hasMore = (state.log?.unsent.length ?? 0) + state.loose.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` counts the tries, `state` is what is new to send
  useEffect(() => {
    if (!hasMore || isSending.current) return;
    isSending.current = true;
    void sendNext().then((problem) => {
      isSending.current = false;
      failures.current = problem === undefined ? 0 : failures.current + 1;
      setWaits(problem === undefined ? undefined : waitsFor(problem));
      const pause = problem === undefined ? 0 : pauseMs(failures.current, randomBytes(1)[0]! / 255);
      setTimeout(again, pause);
    });
  }, [hasMore, state, attempt, sendNext]);
  return { waits };
}

const waitsFor = ({ status }: Problem): Sending["waits"] =>
  status === 401 || status === 403 ? "signed-out" : "no-connection";

/** Sends what comes next; the problem that stood in the way, if any. */
function useSendNext(tenant: string, room: DeviceRoom): () => Promise<Problem | undefined> {
  const readNow = useReadNow();
  const readAgain = useReadAgain();
  return useCallback(async () => {
    const { log, loose } = room.state();
    const batch = log && nextBatch(log);
    if (log === undefined || batch === undefined)
      return loose[0] === undefined ? undefined : sendLoose(tenant, room, loose[0]);
    const head = { logId: log.id, oldest: batch.oldest, sentAt: instantText(readNow()) };
    const sent = await sendReadable(tenant, head, batch.entries);
    if (!sent.ok) return sent.error;
    // The sheet first: a step that left the log is on the server's sheet by then.
    await readAgain("getDutySheet", "getMyDutyLine", "listMyConflicts");
    await room.settle(sent.value);
    const isFurther = sent.value.forked || sent.value.takenIn >= batch.oldest;
    return isFurther ? undefined : STANDS_STILL;
  }, [tenant, room, readNow, readAgain]);
}

/** The server answers and takes nothing: tried again later, as if it were out of reach. */
const STANDS_STILL: Problem = { type: "about:blank", title: "", status: 0, kind: "busy" };

/**
 * Sends entries as they are; those that the server cannot read at all alone, and the culprit by its number only. Nothing
 * holds up what is behind it, and people are asked about what could not be read.
 */
async function sendReadable(
  tenant: string,
  head: Pick<Body<"sendDeviceLog">, "logId" | "oldest" | "sentAt">,
  entries: readonly DeviceEntry[],
): Promise<Result<Answer<"sendDeviceLog">, Problem>> {
  const send = (some: readonly DeviceEntry[]) =>
    call("sendDeviceLog", {
      params: { tenant },
      body: { ...head, entries: some.map((entry) => ({ ...entry, event: { ...entry.event } })) },
    });
  const sent = await send(entries);
  if (sent.ok || !isUnreadable(sent.error)) return sent;
  if (entries.length > 1) return sendReadable(tenant, head, entries.slice(0, 1));
  const { no, event } = entries[0]!;
  const stub = { id: event.id, at: head.sentAt, kind: "unreadable" } as unknown as DeviceEvent;
  return send([{ no, drift: 0, event: stub }]);
}

const isUnreadable = ({ status }: Problem): boolean => status === 400 || status === 413;

/** What has no number, for the disk is full, is told by its id alone. */
async function sendLoose(tenant: string, room: DeviceRoom, event: DeviceEvent): Promise<Problem | undefined> {
  const params = { tenant };
  const sent =
    event.kind === "stop-reported"
      ? await call("reportStop", { params, body: event as never })
      : await call("recordTaskEvents", { params, body: { events: [event] } });
  if (!sent.ok && (sent.error.status < 400 || sent.error.status >= 500 || sent.error.status === 429))
    return sent.error;
  if (!sent.ok && (sent.error.status === 401 || sent.error.status === 403)) return sent.error;
  room.letGo(event.id);
  return undefined;
}
