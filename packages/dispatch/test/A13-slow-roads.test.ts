import { expect, test } from "vitest";
import { at, draw, given } from "./picture.ts";

const snow = [{ startsAt: at("9:35"), permille: 2000 }];

test("when roads are slow, driving takes longer from that moment on", () => {
  const day = given("V1 8seats @depot 9:00").with({ pace: snow }).book("A→C 9:30");
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | C -1 9:47 | depot 10:29");
});

test("a rider is refused where the slow road makes the ride too long", () => {
  const day = given("V1 8seats @depot 9:00").with({ pace: snow });
  expect(day.ask("depot→D 10:00")).toMatchObject({
    kind: "refusal",
    reasons: [{ rejection: { kind: "ride-too-long", seconds: (60 - 54) * 60 } }],
  });
});
