import { expect, test } from "vitest";
import { type Answer, defaultEffort, offer } from "../src/index.ts";
import { at, type Day, draw, given, trip } from "./picture.ts";

function askHarder(day: Day, text: string, effort = defaultEffort): Answer {
  const { problem, plan } = day;
  return offer({ problem, plan, trip: trip(`r${day.asked + 1}`, text), effort });
}

/** Both riders booked into the first vehicle that was free; the far one took the van. */
const crossed = given("V1 2seats @D 9:00", "V2 8seats @depot 9:00").book("depot→A 9:30 x2");

test("a rider for whom nobody has room as planned is taken when another can change vehicles", () => {
  const text = "depot→A 9:30 x8";
  const day = given("V1 8seats @depot 9:00", "V2 2seats @depot 9:00").book("depot→D 9:30 x2");
  expect(day.ask(text).kind).toBe("refusal");
  const answer = askHarder(day, text);
  if (answer.kind !== "offer") throw new Error(answer.kind);
  expect(answer.offer.vehicleId).toBe("V1");
  expect(answer.offer.moved).toEqual(["r1"]);
  expect(draw(day.take(answer.offer))).toBe(
    "V1 | depot 9:30 | depot +8 9:30 | A -8 9:40 | depot 9:50\nV2 | depot 9:30 | depot +2 9:30 | D -2 10:00 | depot 10:30",
  );
});

test("a refusal of a small fleet is proven: no plan at all serves everybody", () => {
  expect(askHarder(crossed, "depot→A 9:30 x9")).toMatchObject({ kind: "refusal", certainty: "proven" });
});

test("without effort, or in a fleet too large to search exactly, a refusal says that it has only searched", () => {
  expect(crossed.ask("depot→A 9:30 x9")).toMatchObject({ certainty: "searched" });
  const large = given(...["V1", "V2", "V3", "V4"].map((name) => `${name} 8seats @depot 9:00`));
  expect(askHarder(large, "depot→A 9:30 x9")).toMatchObject({ certainty: "searched" });
});

test("an exact search that runs out of its nodes does not know", () => {
  const day = given("V1 2seats @depot 9:00", "V2 2seats @depot 9:00")
    .book("A→C 9:30 x2")
    .book("D→A 9:40 x2")
    .book("B→D 10:00")
    .book("C→A 10:20");
  const answer = askHarder(day, "A→D 9:45 x2", { iterations: 0, nodes: 1, seed: 1 });
  expect(answer).toMatchObject({ kind: "refusal", certainty: "unknown" });
});

test("a stop that is closed all the while needs no search: the refusal is proven", () => {
  const problem = { ...crossed.problem, closures: [{ place: 1, from: at("9:00"), until: at("12:00") }] };
  const answer = offer({ problem, plan: crossed.plan, trip: trip("r2", "A→C 9:30"), effort: defaultEffort });
  expect(answer).toMatchObject({ kind: "refusal", certainty: "proven" });
});
