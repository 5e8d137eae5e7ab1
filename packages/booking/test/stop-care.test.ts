import type { EpochSeconds, EventId, StopTaskId } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  afterStep,
  placementOf,
  STOP_TROUBLES,
  type StopRecordKind,
  type StopTask,
  type StopTaskState,
  taskOfReport,
} from "../src/index.ts";
import { date, stop } from "./a-world.ts";

const at = (minute: number) => (minute * 60) as EpochSeconds;
const report = (trouble: (typeof STOP_TROUBLES)[number], minute: number, stopId = "S1") => ({
  id: `r-${trouble}-${minute}` as EventId,
  stopId: stop(stopId),
  trouble,
  at: at(minute),
});
const task = (id: string, state: StopTaskState, changed: number, trouble = "buried" as const): StopTask => ({
  id: id as StopTaskId,
  stopId: stop("S1"),
  trouble,
  state,
  changedAt: at(changed),
});

describe("[SAP-3.4-6] a driver's report of a stop", () => {
  test("opens a task where nothing stands, and joins the one that does", () => {
    expect(taskOfReport([], report("buried", 1))).toBeUndefined();
    const open = task("t1", "in-hand", 5);
    expect(taskOfReport([open], report("buried", 9))).toBe(open);
    expect(taskOfReport([open], report("blocked", 9))).toBeUndefined();
    expect(taskOfReport([open], report("buried", 9, "S2"))).toBeUndefined();
  });

  test("sent late, of before the stop was mended, opens nothing anew; seen afterwards it does", () => {
    const done = task("t1", "done", 10);
    expect(taskOfReport([done], report("buried", 9))).toBe(done);
    expect(taskOfReport([done], report("buried", 11))).toBeUndefined();
  });

  test("what is done stays done, and nobody takes over what another has in hand", () => {
    expect(afterStep("open", "take")).toBe("in-hand");
    expect(afterStep("open", "finish")).toBe("done");
    for (const state of ["open", "in-hand", "done"] as const) expect(afterStep(state, "note")).toBe(state);
    expect(afterStep("in-hand", "take")).toBe("in-hand");
    expect(afterStep("done", "take")).toBe("done");
  });

  test("in whatever order reports and steps come, there is one unfinished task for each trouble of a stop", () => {
    const happening = fc.oneof(
      fc.record({ trouble: fc.constantFrom(...STOP_TROUBLES), seen: fc.nat(60) }),
      fc.record({ task: fc.nat(20), step: fc.constantFrom("take", "finish", "note") }),
    );
    const property = fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      const tasks: StopTask[] = [];
      for (const [now, happened] of happenings.entries()) {
        if ("trouble" in happened) {
          const seen = report(happened.trouble, Math.min(happened.seen, now));
          const joined = taskOfReport(tasks.toReversed(), seen);
          if (joined === undefined) tasks.push({ ...task(`t${now}`, "open", now), trouble: seen.trouble });
        } else {
          const k = tasks.length === 0 ? -1 : happened.task % tasks.length;
          const one = tasks[k];
          if (one === undefined) continue;
          const state = afterStep(one.state, happened.step as "take");
          tasks[k] = { ...one, state, changedAt: state === one.state ? one.changedAt : at(now) };
        }
        const open = tasks.filter(({ state }) => state !== "done").map(({ trouble }) => trouble);
        expect(new Set(open).size).toBe(open.length);
      }
    });
    fc.assert(property, { seed: 20261121, numRuns: 200 });
  });
});

describe("[SAP-3.4-6] the placement record of a stop", () => {
  const noted = (...records: readonly (readonly [StopRecordKind, string])[]) =>
    records.map(([kind, on]) => ({ stopId: stop("S1"), kind, on: date(on) }));
  const gaps = (today: string, ...records: readonly (readonly [StopRecordKind, string])[]) =>
    placementOf(noted(...records), date(today)).missing;

  test("asks for marker and consent first, then for photo and, in winter, for a look", () => {
    expect(gaps("2026-11-21")).toEqual(["marker", "consent"]);
    expect(gaps("2026-11-21", ["consent", "2026-09-01"], ["placed", "2026-09-10"])).toEqual([
      "photo",
      "winter-check",
    ]);
    expect(gaps("2026-10-31", ["consent", "2026-09-01"], ["placed", "2026-09-10"])).toEqual(["photo"]);
  });

  test("is complete with all four, and the look of last winter does not count", () => {
    const all = [
      ["consent", "2025-09-01"],
      ["placed", "2025-09-10"],
      ["photo", "2025-09-10"],
      ["winter-fit", "2026-02-01"],
    ] as const;
    expect(gaps("2026-03-31", ...all)).toEqual([]);
    expect(gaps("2026-11-01", ...all)).toEqual(["winter-check"]);
    expect(gaps("2026-11-21", ...all, ["winter-fit", "2026-11-20"])).toEqual([]);
    expect(gaps("2026-11-21", ...all, ["winter-unfit", "2026-11-20"])).toEqual(["winter-unfit"]);
  });

  test("a new marker needs its own photo and look; the owner's consent goes on", () => {
    const first = [
      ["consent", "2026-09-01"],
      ["placed", "2026-09-10"],
      ["photo", "2026-09-10"],
      ["winter-fit", "2026-11-05"],
    ] as const;
    expect(gaps("2026-11-21", ...first, ["removed", "2026-11-10"])).toEqual(["marker"]);
    expect(gaps("2026-11-21", ...first, ["removed", "2026-11-10"], ["placed", "2026-11-12"])).toEqual([
      "photo",
      "winter-check",
    ]);
  });
});
