import type { DutySheet, TripTask } from "@noriai/api";
import { useEffect, useRef } from "react";
import { readAloud } from "../driver-messages/read-aloud.ts";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { useTenancy } from "../shell/session.ts";
import { personsOf } from "../ui/party.ts";
import { currentTask } from "./current-task.ts";
import { useVoice } from "./voice.ts";

/** Says the next stop when it comes up, and how many board and alight; never a name, which everybody aboard would hear. */
export function useSaidStop(sheet: DutySheet): void {
  const { say } = useMessages(driveScreenMessages);
  const { service } = useTenancy();
  const { on } = useVoice();
  const task = currentTask(sheet);
  const stop = task?.state === "next" ? service.stops.find(({ id }) => id === task.stopId) : undefined;
  const words =
    task === undefined || stop === undefined
      ? undefined
      : [
          say.next(stop.number, stop.name),
          ...counted(task.alights, say.alights),
          ...counted(task.boards, say.boards),
        ].join("");
  // The stop by its parties, so that a new minute in the plan is not said again.
  const key = task && stop && [task.stopId, ...parties(task)].join(" ");
  const said = useRef<string | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each stop, in the words of that moment
  useEffect(() => {
    if (on && words !== undefined && key !== said.current) readAloud(words);
    if (key !== undefined) said.current = key;
  }, [key, on]);
}

const parties = ({ boards, alights }: TripTask): readonly string[] =>
  [...boards, ...alights].map(({ bookingId }) => bookingId);

const counted = (riders: TripTask["boards"], words: (persons: number) => string): readonly string[] =>
  riders.length === 0 ? [] : [words(riders.reduce((sum, { party }) => sum + personsOf(party), 0))];
