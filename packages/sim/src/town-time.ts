import type { EpochSeconds } from "@noriai/kernel";

/** What the town's clock showed when it was asked. */
export interface ClockReading {
  readonly now: EpochSeconds;
  /** Seconds of the town per real second; 0 while the clock stands. */
  readonly rate: number;
}

/** The town's time, as everybody who plays in it waits for it. */
export interface TownTime {
  /** As last heard from the server. */
  now(): EpochSeconds;
  /** Waits until the town's clock shows an instant, and at least for its next tick. Throws `TownStopped`. */
  until(at: number): Promise<void>;
  /** Runs one who plays; leaps of time wait for all of them. */
  run(play: () => Promise<void>): Promise<void>;
  /** Nobody waits any longer. */
  stop(): void;
  /** Tells the time until it is stopped. */
  tick(): Promise<void>;
}

/** Thrown to everybody who waits when the town stops. */
export class TownStopped extends Error {
  constructor() {
    super("the town stopped");
  }
}

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
  readonly stop: () => void;
}

interface Ticking {
  /** Real milliseconds until the next look at the clock. */
  readonly pause: (ms: number) => Promise<void>;
  readonly read: () => Promise<ClockReading>;
  /**
   * Sets the clock: then time leaps to the next instant that anybody waits for, once nobody has anything to do before.
   * Absent: the clock runs by itself and is followed.
   */
  readonly leap?: (to: EpochSeconds) => Promise<ClockReading>;
}

/** Those who wait for instants less than this apart come back together, so that they meet at the same doors. */
const LEAP_SECONDS = 10;
const LOOK_MS_MIN = 150;
const LOOK_MS_MAX = 1000;

/** The server's clock, looked at on behalf of everybody; nobody here has a clock of their own. */
export async function createTownTime({ pause, read, leap }: Ticking): Promise<TownTime> {
  let reading = await read();
  const room = openWaitingRoom();

  const leapOn = async (to: NonNullable<typeof leap>): Promise<void> => {
    if (!room.isIdle()) return pause(2);
    const next = Math.ceil(room.nextAt() / LEAP_SECONDS) * LEAP_SECONDS;
    if (next > reading.now) reading = await to(next as EpochSeconds);
  };
  const look = async (): Promise<void> => {
    reading = await read();
    const left = room.nextAt() - reading.now;
    const ahead = reading.rate === 0 ? LOOK_MS_MAX : (left * 1000) / reading.rate;
    await pause(Math.min(LOOK_MS_MAX, Math.max(LOOK_MS_MIN, ahead)));
  };
  return {
    now: () => reading.now,
    ...{ until: room.until, run: room.run, stop: room.stop },
    async tick() {
      try {
        while (!room.isClosed()) {
          await (leap === undefined ? look() : leapOn(leap));
          room.wakeDue(reading.now);
        }
      } finally {
        room.stop();
      }
    },
  };
}

/** Keeps those who wait for an instant apart from those who are about something. */
function openWaitingRoom() {
  let busy = 0;
  let closed = false;
  const waiting = new Set<Waiting>();
  return {
    isClosed: () => closed,
    /** Everybody waits, and somebody does. */
    isIdle: () => busy === 0 && waiting.size > 0,
    nextAt: () => Math.min(...[...waiting].map(({ at }) => at)),
    until(at: number): Promise<void> {
      if (closed) return Promise.reject(new TownStopped());
      busy--;
      return new Promise((wake, fail) => waiting.add({ at, wake, stop: () => fail(new TownStopped()) }));
    },
    async run(play: () => Promise<void>): Promise<void> {
      busy++;
      try {
        await play();
      } catch (error) {
        if (!(error instanceof TownStopped)) throw error;
      } finally {
        busy--;
      }
    },
    wakeDue(now: EpochSeconds): void {
      const due = [...waiting].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      for (const one of due) {
        waiting.delete(one);
        busy++;
        one.wake();
      }
    },
    stop(): void {
      closed = true;
      for (const one of waiting) one.stop();
      waiting.clear();
    },
  };
}
