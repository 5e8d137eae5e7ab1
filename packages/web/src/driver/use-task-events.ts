import type { TaskEventInput } from "@noriai/api";
import { useCallback, useEffect, useRef, useState } from "react";
import { useReadNow } from "../clock.tsx";
import { useReadAgain } from "../read.ts";
import { call } from "../server.ts";
import { newIntention } from "../world.ts";
import {
  EMPTY_QUEUE,
  type EventQueue,
  enqueue,
  forgetRefused,
  nextBatch,
  parseQueue,
  refuseFirst,
  settle,
  withdraw,
} from "./event-queue.ts";
import { instantText } from "./instant-text.ts";
import type { RecordedEvent } from "./recorded-event.ts";

const AGAIN_MS = 3_000;

export interface TaskEvents {
  readonly queue: EventQueue;
  /** Why the events wait, while they do. */
  readonly waits: "no-connection" | "signed-out" | undefined;
  readonly record: (dutyId: string, event: RecordedEvent) => void;
  readonly undo: (dutyId: string, eventId: string) => void;
  readonly forgetRefused: () => void;
}

/**
 * Keeps what the driver recorded until the server has it: in the browser's storage, sent in order, tried again until
 * it gets through. Each event carries its own id, so that a repeat counts once.
 */
export function useTaskEvents(tenant: string, vehicleId: string): TaskEvents {
  const key = `noriai.events.${tenant}.${vehicleId}`;
  const [queue, setQueue] = useState(() => parseQueue(localStorage.getItem(key)));
  const [waits, setWaits] = useState<TaskEvents["waits"]>();
  const [attempt, setAttempt] = useState(0);
  const sending = useRef<ReadonlySet<string>>(new Set());
  const readNow = useReadNow();
  const readAgain = useReadAgain();

  useEffect(() => {
    if (queue === EMPTY_QUEUE) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(queue));
  }, [key, queue]);

  useEffect(() => {
    const retry = () => setAttempt((last) => last + 1);
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, []);

  /** Sends from the front of the queue; tells whether the queue has become shorter. */
  const send = useCallback(
    async (batch: readonly TaskEventInput[]): Promise<boolean> => {
      const result = await call("recordTaskEvents", { params: { tenant }, body: { events: [...batch] } });
      if (result.ok) {
        await readAgain("getDutySheet", "getMyDutyLine");
        setQueue((now) => settle(now, result.value.results));
        setWaits(undefined);
        return result.value.results.length > 0;
      }
      const { status, kind } = result.error;
      const passing = status < 400 || status >= 500 || status === 429;
      if (passing || status === 401 || status === 403) {
        setWaits(passing ? "no-connection" : "signed-out");
        return false;
      }
      // What the server cannot read at all would block everything behind it. Sent alone, the culprit shows.
      if (batch.length > 1) return send(batch.slice(0, 1));
      setQueue((now) => refuseFirst(now, kind));
      return true;
    },
    [tenant, readAgain],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` counts the tries
  useEffect(() => {
    if (queue.unsent.length === 0 || sending.current.size > 0) return;
    const batch = nextBatch(queue);
    sending.current = new Set(batch.map(({ id }) => id));
    void send(batch).then((shorter) => {
      sending.current = new Set();
      setTimeout(() => setAttempt((last) => last + 1), shorter ? 0 : AGAIN_MS);
    });
  }, [queue, attempt, send]);

  const record = useCallback(
    (dutyId: string, event: RecordedEvent) => {
      const recorded = { ...event, id: newIntention(), dutyId, at: instantText(readNow()) } as TaskEventInput;
      setQueue((now) => enqueue(now, recorded));
    },
    [readNow],
  );
  const undo = useCallback(
    (dutyId: string, eventId: string) => {
      const waiting = queue.unsent.some(({ id }) => id === eventId) && !sending.current.has(eventId);
      if (waiting) setQueue((now) => withdraw(now, eventId));
      else record(dutyId, { kind: "undone", eventId });
    },
    [queue, record],
  );
  return { queue, waits, record, undo, forgetRefused: () => setQueue(forgetRefused) };
}
