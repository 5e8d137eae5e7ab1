import { expect, test } from "vitest";
import { draw, given } from "./picture.ts";

test("a promise is kept: a rider whose trip would break it is refused, by name of the trip and seconds", () => {
  const day = given("V1 8seats @depot 9:00").book("C→D 9:30").book("D→C 9:40");
  expect(day.ask("A→B 9:32")).toMatchObject({
    kind: "refusal",
    reasons: [{ rejection: { kind: "breaks-promise", tripId: "r1", seconds: 3 * 60 } }],
  });
});

test("within the promised windows earlier riders move to make room", () => {
  const before = given("V1 8seats @depot 9:00").book("C→D 9:30");
  expect(draw(before)).toBe("V1 | depot 9:09 | C +1 9:30 | D -1 9:39 | depot 10:09");
  expect(draw(before.book("A→B 9:25"))).toBe(
    "V1 | depot 9:15 | A +1 9:25 | B -1 9:29 | C +1 9:36 | D -1 9:45 | depot 10:15",
  );
});
