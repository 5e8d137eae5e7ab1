import { type EpochSeconds, epochSeconds } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { createTownTime } from "../src/town-time.ts";

const soon = (ms: number) => new Promise<void>((done) => setTimeout(done, Math.min(ms, 1)));

/** A server's clock that leaps where it is told to. */
function clockThatLeaps() {
  let now = epochSeconds(1000);
  const leaps: number[] = [];
  return {
    leaps,
    pause: soon,
    read: async () => ({ now, rate: 0 }),
    leap: async (to: EpochSeconds) => {
      leaps.push(to);
      now = to;
      return { now, rate: 0 };
    },
  };
}

describe("the town's time", () => {
  test("leaps to the next instant that anybody waits for, and wakes in its order", async () => {
    const clock = clockThatLeaps();
    const time = await createTownTime(clock);
    const order: string[] = [];
    const play = (name: string, ...instants: number[]) =>
      time.run(async () => {
        for (const at of instants) {
          await time.until(at);
          order.push(`${name} ${time.now()}`);
        }
      });
    const all = Promise.all([play("a", 1100, 5000), play("b", 2000)]).finally(() => time.stop());
    await Promise.all([all, time.tick()]);
    expect(order).toEqual(["a 1100", "b 2000", "a 5000"]);
    expect(clock.leaps).toEqual([1100, 2000, 5000]);
  });

  test("does not leap while somebody is still about something", async () => {
    const clock = clockThatLeaps();
    const time = await createTownTime(clock);
    let isAsking = false;
    const slow = time.run(async () => {
      isAsking = true;
      await new Promise((done) => setTimeout(done, 30));
      isAsking = false;
    });
    const quick = time.run(async () => {
      await time.until(9000);
      expect(isAsking).toBe(false);
    });
    await Promise.all([Promise.all([slow, quick]).finally(() => time.stop()), time.tick()]);
  });

  test("follows a clock that runs by itself, and lets everybody go home when it is stopped", async () => {
    let now = 1000;
    const read = async () => {
      now += 10;
      return { now: epochSeconds(now), rate: 60 };
    };
    const time = await createTownTime({ pause: soon, read });
    const reached: number[] = [];
    const one = time.run(async () => {
      await time.until(1100);
      reached.push(time.now());
      await time.until(1_000_000_000);
      reached.push(-1);
    });
    const ticking = time.tick();
    await expect.poll(() => reached.length).toBe(1);
    time.stop();
    await Promise.all([one, ticking]);
    expect(reached[0]).toBeGreaterThanOrEqual(1100);
    expect(reached).toHaveLength(1);
  });
});
