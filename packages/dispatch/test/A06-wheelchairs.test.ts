import { expect, test } from "vitest";
import { given } from "./picture.ts";

// In these examples a wheelchair place removes two of the ordinary seats while it is used.

test("a wheelchair rides in a vehicle that has a place for it", () => {
  expect(given("V1 8seats 1chair @depot 9:00").ask("A→C 9:30 +1chair").kind).toBe("offer");
});

test("a second wheelchair at the same time is refused for one place short", () => {
  const day = given("V1 8seats 1chair @depot 9:00").book("A→D 9:30 +1chair");
  expect(day.ask("B→C 9:30 +1chair")).toMatchObject({
    reasons: [{ rejection: { kind: "no-wheelchair-place", placesShort: 1 } }],
  });
});

test("a wheelchair place in use removes seats: six more riders fit beside it, a seventh does not", () => {
  const day = given("V1 8seats 1chair @depot 9:00").book("A→D 9:30 +1chair");
  expect(day.ask("B→C 9:30 x6").kind).toBe("offer");
  expect(day.ask("B→C 9:30 x7")).toMatchObject({
    reasons: [{ rejection: { kind: "no-seat", seatsShort: 1 } }],
  });
});

test("among vehicles the one with a place takes the wheelchair", () => {
  const answer = given("V1 8seats @A 9:00", "V2 4seats 1chair @depot 9:00").ask("A→C 9:30 +1chair");
  expect(answer).toMatchObject({ kind: "offer", offer: { vehicleId: "V2" } });
});
