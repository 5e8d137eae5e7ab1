import {
  type Clock,
  type EpochSeconds,
  fail,
  instantOf,
  ok,
  type Result,
  type ServiceDate,
  timeOfDay,
} from "@noriai/kernel";

type DemoRate = 1 | 10 | 60;

/** What is kept between runs. */
export interface DemoClockState {
  readonly firstStart: EpochSeconds;
  readonly now: EpochSeconds;
  readonly rate: DemoRate;
  readonly running: boolean;
}

export type ClockCommand =
  | { readonly action: "pause" }
  | { readonly action: "run"; readonly rate: DemoRate }
  | { readonly action: "jump"; readonly to: EpochSeconds };

export type ClockFault =
  | { readonly kind: "before-first-start"; readonly first: EpochSeconds }
  | { readonly kind: "too-far"; readonly last: EpochSeconds };

export interface DemoClock {
  readonly now: Clock;
  state(): DemoClockState;
  /** Obeys, or tells why not; listeners hear of every change. */
  command(command: ClockCommand): Result<DemoClockState, ClockFault>;
  onChange(listener: () => void): () => void;
}

const YEAR_SECONDS = 365 * 24 * 3600;

/** 08:40 on the day of operation: twenty minutes before the first vehicle may leave. */
export const demoStart = (operatingDay: ServiceDate, timeZone: string): EpochSeconds =>
  instantOf(operatingDay, timeOfDay("08:40"), timeZone);

export const firstState = (firstStart: EpochSeconds): DemoClockState => ({
  firstStart,
  now: firstStart,
  rate: 1,
  running: true,
});

/**
 * The demo's own time (デモ時刻): runs ×1, ×10 or ×60, stands still or jumps, within a year from its first start.
 *
 * @param elapsedMs  real milliseconds from any beginning; only differences count
 * @param from  state to go on from; the time that passed while nobody ran it does not count
 */
export function createDemoClock({
  elapsedMs,
  from,
}: {
  readonly elapsedMs: () => number;
  readonly from: DemoClockState;
}): DemoClock {
  const listeners = new Set<() => void>();
  const { firstStart } = from;
  const last = (firstStart + YEAR_SECONDS) as EpochSeconds;
  let base = { at: from.now, elapsedMs: elapsedMs(), rate: from.rate, running: from.running };

  const now = (): EpochSeconds => {
    const passed = base.running ? Math.floor(((elapsedMs() - base.elapsedMs) * base.rate) / 1000) : 0;
    return Math.min(base.at + passed, last) as EpochSeconds;
  };
  const state = (): DemoClockState => ({ firstStart, now: now(), rate: base.rate, running: base.running });

  return {
    now,
    state,
    command(command) {
      const at = command.action === "jump" ? command.to : now();
      if (at < firstStart) return fail({ kind: "before-first-start", first: firstStart });
      if (at > last) return fail({ kind: "too-far", last });
      const rate = command.action === "run" ? command.rate : base.rate;
      const running = command.action === "jump" ? base.running : command.action === "run";
      base = { at, elapsedMs: elapsedMs(), rate, running };
      for (const listener of listeners) listener();
      return ok(state());
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads a kept state; damaged text counts as none, and the demo begins anew. */
export function parseDemoClockState(text: string): DemoClockState | undefined {
  let value: Partial<Record<keyof DemoClockState, unknown>> | null;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { firstStart, now, rate, running } = value;
  if (!isInstant(firstStart) || !isInstant(now) || typeof running !== "boolean") return undefined;
  if (rate !== 1 && rate !== 10 && rate !== 60) return undefined;
  if (now < firstStart || now > firstStart + YEAR_SECONDS) return undefined;
  return { firstStart, now, rate, running };
}

const isInstant = (value: unknown): value is EpochSeconds =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 7_258_118_400;
