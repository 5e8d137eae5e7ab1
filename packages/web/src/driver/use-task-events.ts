import type { TaskEventInput } from "@noriai/api";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useReadNow, useReadSleep } from "../clock.tsx";
import { useReach } from "../kept/reach.ts";
import { useTenancy } from "../shell/session.ts";
import { newIntention } from "../world.ts";
import { afterHearing, type Doubt } from "./device-store/clock-doubt.ts";
import { type DeviceEvent, type OtherDeed, setBackBy } from "./device-store/device-log.ts";
import { type DeviceRoom, deviceRoom } from "./device-store/device-room.ts";
import { adoptOldQueue } from "./device-store/old-queue.ts";
import { type Sending, useSending } from "./device-store/use-sending.ts";
import { instantText } from "./instant-text.ts";
import type { RecordedEvent } from "./recorded-event.ts";

export interface TaskEvents extends Sending {
  readonly queue: {
    /** Steps that the server has not answered for, in the order in which they happened. */
    readonly unsent: readonly TaskEventInput[];
    /** Everything that waits, reports of stops too. */
    readonly count: number;
    /** Messages of which the server does not know yet that they were read. */
    readonly read: ReadonlySet<string>;
  };
  /** Not all of it lies on the disk: the browser has no room, or keeps nothing at all. */
  readonly isAtRisk: boolean;
  readonly record: (dutyId: string, event: RecordedEvent) => void;
  readonly undo: (dutyId: string, eventId: string) => void;
}

/**
 * Keeps what the driver recorded until the server has it: encrypted on the tablet's disk, numbered, sent in order, tried
 * again until it gets through. Nothing is ever taken out of the log but by the server's word: a step that is undone
 * before it was sent is sent, and its undoing behind it.
 */
export function useTaskEvents(tenant: string, vehicleId: string): TaskEvents {
  const room = deviceRoom(tenant);
  const { log, loose } = useSyncExternalStore(room.subscribe, room.state);
  const readNow = useReadNow();
  useSetClock(room);
  useEffect(() => adoptOldQueue(room, `noriai.events.${tenant}.${vehicleId}`), [room, tenant, vehicleId]);
  const sending = useSending(tenant, room);
  const record = useCallback(
    (dutyId: string, event: RecordedEvent) =>
      void room.record({
        ...event,
        id: newIntention(),
        dutyId,
        at: instantText(readNow()),
      } as TaskEventInput),
    [room, readNow],
  );
  const undo = useCallback(
    (dutyId: string, eventId: string) => record(dutyId, { kind: "undone", eventId }),
    [record],
  );
  const queue = useMemo(() => {
    const waiting = [...(log?.unsent ?? []), ...loose.unsent].map(({ event }) => event);
    const read = waiting.flatMap((event) => (event.kind === "message-read" ? [event.messageId] : []));
    return { unsent: waiting.filter(isStep), count: waiting.length, read: new Set(read) };
  }, [log, loose]);
  return { ...sending, queue, isAtRisk: loose.unsent.length > 0, record, undo };
}

type WithoutHead<D> = D extends OtherDeed ? Omit<D, "id" | "at"> : never;

/** Reports of stops and words to the office go the way of the steps: kept on the tablet, sent when there is a network. */
export function useRecordDeed(): (deed: WithoutHead<OtherDeed>) => void {
  const { tenant } = useTenancy();
  const readNow = useReadNow();
  return useCallback(
    (deed) =>
      void deviceRoom(tenant).record({
        ...deed,
        id: newIntention(),
        at: instantText(readNow()),
      } as OtherDeed),
    [tenant, readNow],
  );
}

const isStep = (event: DeviceEvent): event is TaskEventInput => "dutyId" in event;

/**
 * Notices that the terminal's clock was set: by the server's time, heard again after hours, or by hand. What was recorded
 * before was said by the clock as it was, and goes on its way with the difference. A device that has slept says nothing wrong.
 */
function useSetClock(room: DeviceRoom): void {
  const [readNow, readSleep] = [useReadNow(), useReadSleep()];
  const reach = useReach();
  const latestReach = useRef(reach);
  latestReach.current = reach;
  const before = useRef({ readNow, readSleep });
  const doubt = useRef<Doubt>(undefined);
  const [started, setStarted] = useState(false);
  useEffect(() => {
    if (before.current.readNow === readNow) return;
    const [by, slept] = [readNow() - before.current.readNow(), before.current.readSleep()];
    before.current = { readNow, readSleep };
    const heard = afterHearing({ by, slept, next: room.state().log?.next ?? 1, doubt: doubt.current });
    doubt.current = latestReach.current.kind === "within" ? undefined : heard.doubt; // the server itself has told the time
    for (const correction of heard.corrections) void room.setClock(correction);
  }, [room, readNow, readSleep]);
  const { log } = useSyncExternalStore(room.subscribe, room.state);
  useEffect(() => {
    if (started || log === undefined) return;
    setStarted(true);
    const by = setBackBy(log, readNow());
    if (by !== 0) void room.setClock({ by, from: 1 });
  }, [started, log, room, readNow]);
}
