import type { Problem } from "@noriai/api";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useReadNow, useReadSleep } from "../../clock.tsx";
import { onWithinReach } from "../../kept/reach.ts";
import { useReadAgain } from "../../read.ts";
import { call } from "../../server.ts";
import { randomBytes } from "../../world.ts";
import { instantText } from "../instant-text.ts";
import { SET_LEAST_SECONDS } from "./clock-doubt.ts";
import { type DeviceRoom, unsentIn } from "./device-room.ts";
import { pauseMs } from "./pause.ts";
import { type Receiver, STANDS_STILL, sendNext } from "./send-next.ts";

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
  const send = useSendNext(tenant, room);
  const again = useCallback(() => setAttempt((last) => last + 1), []);
  useEffect(() => onWithinReach(again), [again]);
  useEffect(() => {
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [again]);

  const hasMore = unsentIn(state) > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` counts the tries, `state` is what is new to send
  useEffect(() => {
    if (!hasMore || isSending.current) return;
    isSending.current = true;
    void send().then((problem) => {
      isSending.current = false;
      failures.current = problem === undefined ? 0 : failures.current + 1;
      setWaits(problem === undefined ? undefined : waitsFor(problem));
      const pause = problem === undefined ? 0 : pauseMs(failures.current, randomBytes(1)[0]! / 255);
      setTimeout(again, pause);
    });
  }, [hasMore, state, attempt, send]);
  return { waits };
}

const waitsFor = ({ status }: Problem): Sending["waits"] =>
  status === 401 || status === 403 ? "signed-out" : "no-connection";

function useSendNext(tenant: string, room: DeviceRoom): () => Promise<Problem | undefined> {
  const [readNow, readSleep] = [useReadNow(), useReadSleep()];
  const receiver = useReceiver(tenant);
  const readAgain = useReadAgain();
  return useCallback(async () => {
    if (readSleep() < SET_LEAST_SECONDS) return sendNext(room, receiver, instantText(readNow()));
    // The server puts all times right by what the clock shows now: it is heard first where it went on by itself.
    await readAgain("getWorld");
    return STANDS_STILL;
  }, [room, receiver, readAgain, readNow, readSleep]);
}

function useReceiver(tenant: string): Receiver {
  const client = useQueryClient();
  const readAgain = useReadAgain();
  return useMemo(() => {
    const params = { tenant };
    return {
      send: (body) => call("sendDeviceLog", { params, body }),
      async showSheet() {
        const sheet = await call("getDutySheet", { params });
        if (!sheet.ok) return sheet.error;
        const queryKey = ["getDutySheet", { params }];
        await client.cancelQueries({ queryKey }); // an answer that was asked for earlier may know less
        client.setQueryData(queryKey, sheet.value);
        void readAgain("getMyDutyLine", "listMyConflicts", "getMyShift", "listDutyMessages");
        return undefined;
      },
    };
  }, [tenant, client, readAgain]);
}
