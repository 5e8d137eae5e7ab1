import { expect, test } from "vitest";
import { clock, given } from "./picture.ts";

const opening = { earliest: "9:00", latest: "15:00" };

test("[SAP-3.1-6] [SAP-5.5-3] a ninth rider is refused for one seat short, with three bookable hours", () => {
  const day = given("V1 8seats @depot 9:00").book("A→D 9:30 x8");
  const answer = day.ask("B→C 9:30", opening);
  if (answer.kind !== "refusal") throw new Error(answer.kind);
  expect(answer.reasons).toMatchObject([
    { dutyId: "V1", vehicleId: "V1", rejection: { kind: "no-seat", seatsShort: 1 } },
  ]);
  expect(answer.alternatives.map(({ pickupAt }) => clock(pickupAt))).toMatchObject([
    "9:22",
    "10:06",
    "10:16",
  ]);
  for (const alternative of answer.alternatives) day.take(alternative); // verify looks at each
});

test("[SAP-3.1-6] a party of nine is refused by a vehicle of eight at every hour", () => {
  expect(given("V1 8seats @depot 9:00").ask("A→C 9:30 x9", opening)).toMatchObject({
    kind: "refusal",
    reasons: [{ dutyId: "V1", vehicleId: "V1", rejection: { kind: "no-seat", seatsShort: 1 } }],
    alternatives: [],
  });
});

test("a seat is free again where its rider has alighted", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30 x8");
  expect(day.ask("C→D 9:40 x8").kind).toBe("offer");
});

test("the last seats are sold once", () => {
  const day = given("V1 8seats @depot 9:00").book("A→D 9:30 x6").book("A→D 9:30 x2");
  expect(day.ask("A→D 9:30").kind).toBe("refusal");
});
