import type { Visit } from "@noriai/dispatch";
import { minutes } from "@noriai/kernel";
import { expect, test } from "vitest";
import { applyChanges, planMadeAnew, problemOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, STANDARDS } from "./a-service.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

const WIDE = aService({ standards: { ...STANDARDS, pickupWindow: minutes(20) } });

/** One vehicle at S1: first a from S1, then b from S9, seven minutes away; both promised from 9:50 on. */
function twoRidersDay() {
  const given = new ADay(WIDE);
  const at = { time: departAt(monday("09:50")) };
  const a = given.booked("09:00", { ...at, memberId: member("m1"), from: stop("S1"), to: stop("S3") });
  const b = given.booked("09:00", { ...at, memberId: member("m2"), from: stop("S9"), to: stop("S7") });
  const visit = (tripId: string, kind: Visit["kind"]): Visit => ({ tripId, kind });
  const route = (first: string, then: string) => [
    visit(first, "pickup"),
    visit(first, "dropoff"),
    visit(then, "pickup"),
    visit(then, "dropoff"),
  ];
  const planOf = (visits: readonly Visit[]) => ({ routes: [{ dutyId: given.day.duties[0]!.id, visits }] });
  given.day = { ...given.day, plan: planOf(route(a.id, b.id)) };
  return { given, a, b, turned: planOf(route(b.id, a.id)) };
}

test("a vehicle sent to another stop first cannot have set out for it before it was told", () => {
  const { given, b, turned } = twoRidersDay();
  // To be at S9 by 9:50 it would have left at 9:43; the plan says so only from 9:45 on.
  const world = given.worldAt("09:45");
  const change = planMadeAnew(world, given.day, turned)!;
  const day = applyChanges(given.day, [change]);
  expect(day.duties[0]?.turnedAt).toBe(monday("09:45"));
  expect(problemOf(world, day).progress[0]).toMatchObject({
    freeAt: monday("09:45"),
    drivingTo: { tripId: b.id, kind: "pickup" },
  });
});

test("a plan that only holds if the vehicle had left earlier is not taken over", () => {
  const { given, turned } = twoRidersDay();
  // At 9:58 b could be fetched at 10:06, but a not before 10:16: six minutes after the promise.
  expect(planMadeAnew(given.worldAt("09:49"), given.day, turned)).toBeDefined();
  expect(planMadeAnew(given.worldAt("09:58"), given.day, turned)).toBeUndefined();
});

test("a vehicle that has set out for a rider is not turned", () => {
  const { given, turned } = twoRidersDay();
  expect(planMadeAnew(given.worldAt("09:50"), given.day, turned)).toBeUndefined();
});

test("no driver is to wait behind an offer of which nobody has told him", () => {
  const given = new ADay(WIDE);
  const at = { time: departAt(monday("09:50")), to: stop("S2") };
  const booked = given.booked("09:00", { ...at, memberId: member("m1") });
  const held = given.offered("09:15", { ...at, memberId: member("m2") });
  const [route] = given.day.plan.routes;
  const of = (id: string) => route!.visits.filter(({ tripId }) => tripId === id);
  const offerFirst = { routes: [{ ...route!, visits: [...of(held.id), ...of(booked.id)] }] };
  const takenOver = (expiresAt: string) => {
    const quotes = new Map(given.day.quotes).set(held.id, { ...held, expiresAt: monday(expiresAt) });
    const before = { routes: [{ ...route!, visits: [...of(booked.id), ...of(held.id)] }] };
    return planMadeAnew(given.worldAt("09:41"), { ...given.day, quotes, plan: before }, offerFirst);
  };
  // The vehicle leaves for the booked rider at 9:50: until then its driver hears of an offer held until 9:42.
  expect(takenOver("09:42")).toBeDefined();
  // Held until 9:55, it would be fetched behind a rider for whom the driver had left already.
  expect(takenOver("09:55")).toBeUndefined();
});
