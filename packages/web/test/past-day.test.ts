import type { PastDay, Stop } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { nearStops } from "../src/board/hand/near-stops.ts";
import { eventsOf, nextEvent, secondsOf, trailUntil } from "../src/past/at-moment.ts";

const at = (time: string) => `2026-11-24T${time}:00+09:00`;
const moment = (no: number, time: string, changes: object = {}) =>
  ({
    no,
    at: at(time),
    kind: "quote",
    event: null,
    instruction: null,
    refused: false,
    ...changes,
  }) as unknown as PastDay["moments"][number];
const MOMENTS = [
  moment(1, "08:00"),
  moment(2, "08:01", { kind: "confirm" }),
  moment(3, "09:00", { kind: "task", event: "boarded" }),
  moment(4, "09:00", { kind: "instruct", instruction: "pin" }),
  moment(5, "09:30", { refused: true }),
];

describe("a past day at a moment", () => {
  test("the next event and the one before are found, events of one instant counting once", () => {
    const on = (time: string, step: 1 | -1) => nextEvent(MOMENTS, { moment: secondsOf(at(time)), step });
    expect(on("08:30", 1)).toBe(secondsOf(at("09:00")));
    expect(on("09:00", 1)).toBe(secondsOf(at("09:30")));
    expect(on("09:00", -1)).toBe(secondsOf(at("08:01")));
    expect(on("09:30", 1)).toBeUndefined();
    expect(on("08:00", -1)).toBeUndefined();
  });

  test("events are narrowed to changes of the plan, drivers' records or the dispatcher's hand", () => {
    const numbers = (shown: Parameters<typeof eventsOf>[1]) => eventsOf(MOMENTS, shown).map(({ no }) => no);
    expect(numbers("all")).toEqual([1, 2, 3, 4, 5]);
    expect(numbers("plan")).toEqual([2, 4]);
    expect(numbers("driver")).toEqual([3]);
    expect(numbers("desk")).toEqual([4]);
  });

  test("a vehicle stands where it was last heard of by then, with the way behind it", () => {
    const points = ["08:00", "08:10", "08:20"].map((time, k) => ({ lat: 34 + k, lng: 131, at: at(time) }));
    const trail = { vehicleId: "v1", points };
    expect(trailUntil(trail, secondsOf(at("07:59")))).toBeUndefined();
    const seen = trailUntil(trail, secondsOf(at("08:15")))!;
    expect(seen.last.at).toBe(at("08:10"));
    expect(seen.way).toEqual([
      [131, 34],
      [131, 35],
    ]);
  });
});

test("near a closed stop, those within a walk are named, nearest first", () => {
  const stop = (id: string, north: number) =>
    ({ id, number: 1, name: id, position: { lat: 34 + north / 111_320, lng: 131 } }) as unknown as Stop;
  const stops = [stop("a", 0), stop("b", 300), stop("c", 100), stop("d", 900)];
  expect(nearStops(stops, "a").map(({ id, meters }) => [id, meters])).toEqual([
    ["c", 130],
    ["b", 390],
  ]);
  expect(nearStops(stops, "gone")).toEqual([]);
});
