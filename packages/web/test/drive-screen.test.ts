import type { DutySheet, TaskEventInput, TaskRider } from "@noriai/api";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { worriesOf } from "../src/board/terminal-worries.ts";
import { freeMegabytes, signalOf } from "../src/driver/device-health.ts";
import { isWinter } from "../src/driver/is-winter.ts";
import { wayAhead } from "../src/driver/next-turn.ts";
import { EVERY_MS, isDue, STANDING_MS, type ToldPosition } from "../src/driver/position-pace.ts";
import { paidOf, tillOf } from "../src/driver/recording.tsx";
import { metresBetween, type Point } from "../src/driver/road-line.ts";
import { lastStepOf } from "../src/driver/undo-button.tsx";
import { ownVoice, readAloud } from "../src/driver-messages/read-aloud.ts";

const at = (lng: number, elapsedMs: number): ToldPosition => ({ position: { lat: 33.95, lng }, elapsedMs });
/** About 92 m to the east. */
const STEP = 0.001;

describe("[SAP-5.3-3] a position is told at most every ten seconds, and half as often as it grows old while standing", () => {
  test("the first one at once", () => {
    expect(isDue(undefined, at(131.2, 0))).toBe(true);
  });

  test("a vehicle that drives: after ten seconds, not before", () => {
    expect(isDue(at(131.2, 0), at(131.2 + STEP, EVERY_MS - 1))).toBe(false);
    expect(isDue(at(131.2, 0), at(131.2 + STEP, EVERY_MS))).toBe(true);
  });

  test("a vehicle that stands: after thirty seconds", () => {
    expect(isDue(at(131.2, 0), at(131.2, 3 * EVERY_MS - 1))).toBe(false);
    expect(isDue(at(131.2, 0), at(131.2, STANDING_MS))).toBe(true);
  });

  test("what may be an error of the measurement is no driving", () => {
    const here = { ...at(131.2 + STEP, EVERY_MS), accuracy: 200 };
    expect(isDue(at(131.2, 0), here)).toBe(false);
  });

  test("over any drive no two tellings are nearer than ten seconds, and none is farther than thirty-one", () => {
    const drive = fc.array(fc.double({ min: 0, max: STEP / 3, noNaN: true }), {
      minLength: 60,
      maxLength: 300,
    });
    fc.assert(
      fc.property(drive, (seconds) => {
        let lng = 131.2;
        let told: ToldPosition | undefined;
        const gaps: number[] = [];
        seconds.forEach((east, second) => {
          lng += east;
          const here = at(lng, second * 1000);
          if (!isDue(told, here)) return;
          if (told !== undefined) gaps.push(here.elapsedMs - told.elapsedMs);
          told = here;
        });
        expect(gaps.every((gap) => gap >= EVERY_MS && gap <= STANDING_MS + 1000)).toBe(true);
      }),
      { seed: 20261124 },
    );
  });
});

describe("the way to the next stop", () => {
  /** 924 m to the east, then 556 m to the north, then on to the east beyond the stop. */
  const corner: Point = [131.21, 33.95];
  const stopAt: Point = [131.21, 33.955];
  const path: readonly Point[] = [[131.2, 33.95], corner, stopAt, [131.22, 33.955]];
  const nextStop = { lng: stopAt[0], lat: stopAt[1] };
  const from = (lng: number, lat: number) => wayAhead({ path, position: { lng, lat }, nextStop });

  test("tells how far it is along the road, and the first turn", () => {
    const way = from(131.205, 33.95)!;
    expect(way.metresToStop).toBeCloseTo(461 + 556, -1);
    expect(way.turn).toMatchObject({ side: "left" });
    expect(way.turn!.metres).toBeCloseTo(461, -1);
    expect(metresBetween(way.leg.at(-1)!, stopAt)).toBeLessThan(1);
  });

  test("after the last turn the road is followed", () => {
    expect(from(131.21, 33.952)).not.toHaveProperty("turn");
  });

  test("the turn beyond the stop is the next leg's", () => {
    expect(from(131.21, 33.9549)).not.toHaveProperty("turn");
  });

  test("off the road, and without a road, nothing is told", () => {
    expect(from(131.205, 33.96)).toBeUndefined();
    expect(wayAhead({ path: [], position: nextStop, nextStop })).toBeUndefined();
  });

  test("a turn to the other side, and one back", () => {
    const south = wayAhead({
      path: [[131.2, 33.95], corner, [131.21, 33.945]],
      position: { lng: 131.2, lat: 33.95 },
      nextStop: { lng: 131.21, lat: 33.945 },
    });
    expect(south?.turn?.side).toBe("right");
    const back = wayAhead({
      path: [[131.2, 33.95], corner, [131.203, 33.9501]],
      position: { lng: 131.2, lat: 33.95 },
      nextStop: { lng: 131.203, lat: 33.9501 },
    });
    expect(back?.turn?.side).toBe("back");
  });

  test("a kerb of a few metres is no turn", () => {
    const bent: readonly Point[] = [
      [131.2, 33.95],
      [131.205, 33.95],
      [131.205, 33.95003],
      [131.21, 33.95003],
    ];
    const way = wayAhead({
      path: bent,
      position: { lng: 131.2, lat: 33.95 },
      nextStop: { lng: 131.21, lat: 33.95003 },
    });
    expect(way).not.toHaveProperty("turn");
  });
});

const rider = (change: Partial<TaskRider> = {}): TaskRider => ({
  bookingId: "a",
  calledName: "山田 花子",
  party: { general: 1, senior: 0, disabled: 0, child: 0, infant: 0 },
  wheelchairs: 0,
  fare: { lines: [{ fareClass: "general", count: 1, unit: 350 }], total: 350 },
  collected: null,
  boardingCode: "1234",
  state: "riding",
  actions: ["alight", "collect"],
  ...change,
});
const sheet = (riders: TaskRider[], change: Partial<DutySheet> = {}): DutySheet => ({
  ...{ serviceDate: "2026-11-24", version: 1, acknowledged: 1, duty: DUTY },
  tasks: [
    {
      stopId: "s1",
      plannedAt: "2026-11-24T09:15:00+09:00",
      leaveNotBefore: null,
      state: "here",
      boards: riders,
      alights: [],
    },
  ],
  ...{ fareDue: 0, fareCollected: 0, lastEventId: null },
  ...change,
});
const DUTY = {
  ...{
    id: "d1",
    vehicleId: "v1",
    startsAt: "2026-11-24T08:00:00+09:00",
    endsAt: "2026-11-24T17:00:00+09:00",
  },
  ...{ delay: 0, outOfService: null },
} as const;
const event = (id: string, what: object) =>
  ({ id, dutyId: "d1", at: "2026-11-24T00:15:00Z", ...what }) as TaskEventInput;
const fare = (id: string, amount: number, means: "cash" | "cashless" = "cash") =>
  event(id, { kind: "fare-collected", bookingId: "a", amount, means });

describe("[SAP-5.3-1] the till, with and without a network", () => {
  const paid = rider({ collected: 350, payment: { eventId: "e1", means: "cash" } });
  const known = sheet([paid], { fareCollected: 350, takings: { cash: 350, cashless: 0 } });

  test("what waits on the terminal is in the till at once", () => {
    expect(tillOf(sheet([rider()]), [fare("e1", 350, "cashless")])).toEqual({ cash: 0, cashless: 350 });
  });

  test("what waits of another duty is in the till of that duty", () => {
    const yesterday = { ...fare("e0", 350), dutyId: "d0" };
    expect(tillOf(sheet([rider()]), [yesterday, fare("e1", 500)])).toEqual({ cash: 500, cashless: 0 });
  });

  test("what the server knows already is not counted twice while it still waits here", () => {
    expect(tillOf(known, [fare("e1", 350)])).toEqual({ cash: 350, cashless: 0 });
  });

  test("a correction takes the wrong amount out and puts the right one in, also of what the server has", () => {
    const correction = [event("u1", { kind: "undone", eventId: "e1" }), fare("e2", 150, "cashless")];
    expect(tillOf(known, correction)).toEqual({ cash: 0, cashless: 150 });
    expect(tillOf(sheet([rider()]), [fare("e1", 530), ...correction])).toEqual({ cash: 0, cashless: 150 });
  });

  test("the record that a correction takes back is the last one of the party", () => {
    expect(paidOf(paid, [])).toEqual({ eventId: "e1", means: "cash" });
    expect(paidOf(paid, [fare("e2", 150, "cashless")])).toEqual({ eventId: "e2", means: "cashless" });
    expect(paidOf(rider(), [])).toBeUndefined();
  });
});

test("what is taken back is named, on this terminal or as the server knows it", () => {
  const step = event("e9", { kind: "boarded", bookingId: "a" });
  expect(lastStepOf(sheet([], { lastEventId: "e9" }), [step])).toEqual({ kind: "boarded", bookingId: "a" });
  const told = { kind: "arrived", bookingId: null, stopId: "s1" };
  expect(lastStepOf(sheet([], { lastEventId: "e8", lastStep: told }), [])).toEqual({
    kind: "arrived",
    bookingId: undefined,
  });
  expect(lastStepOf(sheet([]), [])).toBeUndefined();
});

describe("nothing that is read aloud leaves the device", () => {
  const voice = (lang: string, localService: boolean, isDefault = false) => ({
    lang,
    localService,
    default: isDefault,
  });

  test("a voice that is spoken elsewhere is never taken, even where there is no other", () => {
    expect(ownVoice([voice("ja-JP", false, true)], "ja")).toBeUndefined();
    const own = voice("ja_JP", true);
    expect(ownVoice([voice("ja-JP", false, true), voice("en-US", true), own], "ja")).toBe(own);
  });

  test("a browser that finds its voices a moment later reads the text then, once", () => {
    const [synthesis, said] = [new EventTarget(), [] as string[]];
    let voices = [] as ReturnType<typeof voice>[];
    vi.stubGlobal("document", { documentElement: { lang: "ja" } });
    vi.stubGlobal(
      "SpeechSynthesisUtterance",
      class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    );
    vi.stubGlobal(
      "speechSynthesis",
      Object.assign(synthesis, {
        getVoices: () => voices,
        speak: ({ text }: { text: string }) => said.push(text),
      }),
    );
    readAloud("次は、3番。");
    expect(said).toEqual([]);
    voices = [voice("ja-JP", true)];
    for (let k = 0; k < 2; k++) synthesis.dispatchEvent(new Event("voiceschanged"));
    expect(said).toEqual(["次は、3番。"]);
    vi.unstubAllGlobals();
  });

  test("the device's usual voice comes first", () => {
    const usual = voice("ja-JP", true, true);
    expect(ownVoice([voice("ja-JP", true), usual], "ja")).toBe(usual);
  });
});

describe("[SAP-5.3-3] what a dispatcher should know of a terminal", () => {
  const well = {
    vehicleId: "v1",
    at: "2026-11-24T10:00:00+09:00",
    battery: 80,
    isCharging: false,
    storageFree: 900,
    signal: "good",
    unsent: 0,
    position: "sending",
    isKeptAwake: true,
  } as const;

  test.each([
    ["a terminal that is well", {}, []],
    ["a low battery", { battery: 20 }, ["battery"]],
    ["a low battery that is being charged", { battery: 5, isCharging: true }, []],
    ["little room", { storageFree: 49 }, ["storage"]],
    ["a weak signal, and much unsent", { signal: "weak", unsent: 5 }, ["signal", "unsent"]],
    ["a position that is not allowed", { position: "denied" }, ["no-position"]],
    ["a screen that goes dark", { isKeptAwake: false }, ["goes-dark"]],
    [
      "a browser that tells nothing",
      { battery: null, isCharging: null, storageFree: null, signal: null },
      [],
    ],
  ] as const)("%s", (_, change, worries) => {
    expect(worriesOf({ ...well, ...change })).toEqual(worries);
  });

  test("what a browser says is read as it means it", () => {
    expect(["4g", "3g", "2g", "slow-2g", "5g?", undefined].map(signalOf)).toEqual([
      ...["good", "good", "weak", "weak"],
      ...[null, null],
    ]);
    expect(freeMegabytes({ quota: 100 * 1024 * 1024, usage: 40 * 1024 * 1024 })).toBe(60);
    expect(freeMegabytes({ quota: 1, usage: 5 })).toBe(0);
    expect(freeMegabytes()).toBeNull();
  });
});

test("a winter note is for the months in which snow may lie", () => {
  expect(["2026-10-31", "2026-11-01", "2027-02-11", "2027-05-01"].map(isWinter)).toEqual([
    ...[false, true, true, false],
  ]);
});
