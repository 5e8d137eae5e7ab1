import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { EpochSeconds } from "@noriai/kernel";
import {
  createDemoClock,
  type DemoClock,
  type DemoClockState,
  firstState,
  parseDemoClockState,
} from "./demo-clock.ts";

const SAVE_EVERY_MS = 1000;

export interface KeptDemoClock {
  readonly clock: DemoClock;
  /** Saves the last state and stops saving. */
  stop(): void;
}

/**
 * A demo clock whose state lives in the data folder: saved with every command and every second it runs. After a crash it
 * goes on one second later than it last knew, so that it never shows a time twice.
 */
export function keepDemoClock({
  dataFolder,
  firstStart,
  elapsedMs,
}: {
  readonly dataFolder: string;
  readonly firstStart: EpochSeconds;
  readonly elapsedMs: () => number;
}): KeptDemoClock {
  const file = path.join(dataFolder, "demo-clock.json");
  const kept = readKept(file);
  const clock = createDemoClock({ elapsedMs, from: kept ? afterPause(kept) : firstState(firstStart) });
  let saved = "";
  const save = (): void => {
    const text = JSON.stringify(clock.state());
    if (text === saved) return;
    try {
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      saved = text;
    } catch {
      // A full disk must not stop the town; the clock would only go on from an older time after a crash.
    }
  };
  save();
  clock.onChange(save);
  const timer = setInterval(save, SAVE_EVERY_MS);
  timer.unref();
  return {
    clock,
    stop() {
      clearInterval(timer);
      save();
    },
  };
}

function readKept(file: string): DemoClockState | undefined {
  try {
    return parseDemoClockState(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

const afterPause = (state: DemoClockState): DemoClockState =>
  state.running ? { ...state, now: (state.now + state.rate) as EpochSeconds } : state;
