import { expect, test } from "vitest";
import { type Alternative, type AlternativesWanted, offer } from "../src/index.ts";
import { at, clock, type Day, given, places, trip } from "./picture.ts";

function otherWays(day: Day, text: string, wanted: Partial<AlternativesWanted>): readonly Alternative[] {
  const range = { earliest: at("9:00"), latest: at("15:00"), count: 0 };
  const answer = offer({
    problem: day.problem,
    plan: day.plan,
    trip: trip(`r${day.asked + 1}`, text),
    alternatives: { ...range, ...wanted },
  });
  if (answer.kind !== "refusal") throw new Error(answer.kind);
  return answer.alternatives;
}

const stop = (place: (typeof places)[number], walkMeters: number) => ({
  place: places.indexOf(place),
  walkMeters,
});

test("a stop within a walk is offered, the one with the least metres of those that have a place", () => {
  const day = given("V1 8seats @depot 9:00").book("C→D 9:30").book("D→C 9:40");
  const [other, ...more] = otherWays(day, "A→B 9:32", {
    stops: { pickup: [stop("D", 900), stop("C", 400), stop("B", 300)], dropoff: [stop("D", 500)] },
  });
  expect(more).toEqual([]);
  if (other?.kind !== "other-stop") throw new Error(other?.kind);
  const { trip: offered, pickupWalkMeters, dropoffWalkMeters } = other;
  expect([places[offered.pickupPlace], places[offered.dropoffPlace]]).toEqual(["B", "D"]);
  expect([pickupWalkMeters, dropoffWalkMeters]).toEqual([300, 500]);
  day.take(other);
});

test("a party for which no vehicle has seats is offered two, as many as possible together", () => {
  const day = given("V1 8seats @depot 9:00", "V2 4seats @depot 9:00").book("A→D 9:30 x3");
  const [other] = otherWays(day, "A→D 9:30 x9", { splitParty: true });
  if (other?.kind !== "split-party") throw new Error(other?.kind);
  expect(other.parts.map(({ vehicleId, trip: part }) => [part.id, vehicleId, part.seats])).toEqual([
    ["r2/1", "V1", 5],
    ["r2/2", "V2", 4],
  ]);
  day.take(other.parts[0]).take(other.parts[1]);
  expect(other.plan).toEqual(other.parts[1].plan);
});

test("who asks again for as many, while the first two parts are booked, gets parts with ids of their own", () => {
  const day = given("V1 8seats @depot 9:00", "V2 4seats @depot 9:00");
  const wanted = { earliest: at("9:00"), latest: at("15:00"), count: 0, splitParty: true };
  const ask = ({ problem, plan }: Day, hour: string) => {
    const answer = offer({ problem, plan, trip: trip("t", `A→D ${hour} x9`), alternatives: wanted });
    const [other] = answer.kind === "refusal" ? answer.alternatives : [];
    if (other?.kind !== "split-party") throw new Error(answer.kind);
    return other.parts;
  };
  const [larger, smaller] = ask(day, "9:30");
  const booked = day.take(larger).take(smaller);
  const [other, rest] = ask(booked, "12:00");
  expect([larger, smaller, other, rest].map((part) => part.trip.id)).toEqual(["t/1", "t/2", "t/3", "t/4"]);
  expect(booked.take(other).take(rest).problem.trips).toHaveLength(4);
});

test("nobody is asked to split who travels alone, nor a party that no two vehicles hold", () => {
  const day = given("V1 1seats @depot 9:00").book("A→D 9:30");
  expect(otherWays(day, "A→D 9:30", { splitParty: true })).toEqual([]);
  expect(otherWays(day, "A→D 9:30 x3", { splitParty: true })).toEqual([]);
});

test("a later arrival is offered with the least minutes that it takes", () => {
  const day = given("V1 8seats @depot 9:00").book("A→D 10:00 x8");
  const wish = "D→C by 10:28";
  const [other] = otherWays(day, wish, { relax: { arrivalSecondsMax: 3600 } });
  if (other?.kind !== "later-arrival") throw new Error(other?.kind);
  expect([clock(other.dropoffAt), other.relaxedSeconds]).toEqual(["10:29", 60]);
  day.take(other);
  expect(otherWays(day, wish, { relax: { arrivalSecondsMax: 59 } })).toEqual([]);
});

test("a longer ride is offered with the least minutes that it takes", () => {
  const day = given("V1 8seats @depot 9:00").book("C→D 9:46").book("A→B 9:30");
  const brief = { ...trip("r3", "A→C 9:30"), rideSecondsMax: 7 * 60 };
  const answer = offer({
    problem: day.problem,
    plan: day.plan,
    trip: { ...brief, seats: 8 },
    alternatives: { earliest: at("9:00"), latest: at("15:00"), count: 0, relax: { rideSecondsMax: 3600 } },
  });
  if (answer.kind !== "refusal") throw new Error(answer.kind);
  const [other] = answer.alternatives;
  if (other?.kind !== "longer-ride") throw new Error(other?.kind);
  expect(other.relaxedSeconds).toBe(4 * 60);
  day.take(other);
});
