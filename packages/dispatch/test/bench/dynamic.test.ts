import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dataFolder } from "../../bench/data-folder.ts";
import { dayFaults } from "../../bench/dynamic/day-faults.ts";
import { drive } from "../../bench/dynamic/drive.ts";
import { live } from "../../bench/dynamic/live.ts";
import { greedy, noriai } from "../../bench/dynamic/policies.ts";
import { streamOf } from "../../bench/dynamic/stream.ts";
import { ubeDay } from "../../bench/dynamic/ube-day.ts";
import { readDynamic } from "../../bench/instance/read-dynamic.ts";
import { offer, type Plan, type Problem } from "../../src/index.ts";

const DAY = ubeDay({ seed: 3, vehicles: 2, requests: 40 });
const EFFORT = { iterations: 100, nodes: 1000, improveIterations: 50 };

describe("a day of requests", () => {
  test("is the same for the same seed and another for another", () => {
    const { requests } = ubeDay({ seed: 3, vehicles: 2, requests: 40 });
    expect(requests).toEqual(DAY.requests);
    expect(ubeDay({ seed: 4, vehicles: 2, requests: 40 }).requests).not.toEqual(requests);
  });

  test("asks in order, leaves at least half an hour, and no window lies outside the service hours", () => {
    expect(DAY.requests).toHaveLength(40);
    for (const [k, { trip, at }] of DAY.requests.entries()) {
      expect(at).toBeGreaterThanOrEqual(DAY.requests[k - 1]?.at ?? 0);
      expect(trip.pickup.latest - at).toBeGreaterThanOrEqual(1800);
      expect(trip.dropoff.latest).toBeLessThanOrEqual(15 * 3600);
      expect(trip.pickup.earliest).toBeGreaterThanOrEqual(9 * 3600);
      expect(trip.pickup.latest).toBeGreaterThanOrEqual(trip.pickup.earliest);
    }
  });

  test.each([
    ["plain insertion", greedy],
    ["noriai", noriai({ seed: 1, effort: EFFORT })],
  ])("%s keeps every promise it gives, and the same day comes out the same", (_, policy) => {
    const day = live({ stream: DAY, vehicles: 2, policy });
    expect(day.faults).toEqual([]);
    expect(day.accepted + day.refused.length).toBe(40);
    expect(day.accepted).toBeGreaterThan(10);
    expect(live({ stream: DAY, vehicles: 2, policy })).toEqual(day);
  });

  test("a published day is judged in floating point as well", () => {
    const file = dataFolder("dynamic/berbeglia/a2-16.json");
    const stream = streamOf(
      "berbeglia",
      readDynamic({ name: "a2-16", file, text: readFileSync(file, "utf8") }),
    );
    const day = live({ stream, vehicles: 2, policy: greedy });
    expect(day.faults).toEqual([]);
    expect(day.accepted).toBe(16);
    const hasty = { ...stream.instance!, speed: 0.5 };
    expect(live({ stream: { ...stream, instance: hasty }, vehicles: 2, policy: greedy }).faults).not.toEqual(
      [],
    );
  });
});

describe("driving", () => {
  const { problem, plan } = booked();

  test("by small steps and in one go comes to the same day", () => {
    const end = 16 * 3600;
    let stepwise = problem;
    for (let until = 8 * 3600; until <= end; until += 97)
      stepwise = drive({ problem: stepwise, plan, until });
    stepwise = drive({ problem: stepwise, plan, until: end });
    expect(stepwise.progress).toEqual(drive({ problem, plan, until: end }).progress);
  });

  test("a vehicle with its next stop far ahead waits where it is", () => {
    expect(drive({ problem, plan, until: 8 * 3600 }).progress).toEqual([]);
  });

  test("the log of a day shows what went wrong in it", () => {
    const home = drive({ problem, plan, until: 16 * 3600 });
    const check = (change: (day: Problem) => Problem) =>
      dayFaults({ problem: change(home), requests: DAY.requests });
    expect(check((day) => day)).toEqual([]);
    const rewrite = (
      change: (done: Problem["progress"][number]["done"]) => Problem["progress"][number]["done"],
    ) =>
      check((day) => ({ ...day, progress: day.progress.map((one) => ({ ...one, done: change(one.done) })) }));
    expect(rewrite((done) => done.slice(0, -1)).join()).toMatch(/was not carried once/);
    expect(rewrite((done) => done.map((visit) => ({ ...visit, at: visit.at + 3600 }))).join()).toMatch(
      /boarded at/,
    );
    expect(rewrite((done) => done.map((visit) => ({ ...visit, at: done[0]!.at }))).join()).toMatch(/flew to/);
    expect(
      check((day) => ({ ...day, duties: day.duties.map((duty) => ({ ...duty, seats: 0 })) })).join(),
    ).toMatch(/carries/);
    const late = DAY.requests.map((request) => ({ ...request, at: 16 * 3600 }));
    expect(dayFaults({ problem: home, requests: late }).join()).toMatch(/before anybody knew/);
  });

  function booked(): { problem: Problem; plan: Plan } {
    let day: Problem = { ...DAY, duties: DAY.duties.slice(0, 2), trips: [], progress: [], now: 0 };
    let routes: Plan = { routes: [] };
    for (const { trip } of DAY.requests) {
      const answer = offer({ problem: day, plan: routes, trip });
      if (answer.kind !== "offer") continue;
      day = { ...day, trips: [...day.trips, DAY.promised(answer.offer)] };
      routes = answer.offer.plan;
    }
    return { problem: day, plan: routes };
  }
});
