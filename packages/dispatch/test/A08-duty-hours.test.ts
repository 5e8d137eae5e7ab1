import { expect, test } from "vitest";
import { given } from "./picture.ts";

const reason = (day: ReturnType<typeof given>, text: string) => {
  const answer = day.ask(text);
  return answer.kind === "refusal" ? answer.reasons[0]?.rejection : answer.kind;
};

test("[SAP-3.1-1b] before its duty no vehicle leaves", () => {
  expect(reason(given("V1 8seats @depot 9:00"), "A→C 8:40")).toEqual({
    kind: "duty-not-started",
    seconds: 20 * 60,
  });
});

test("[SAP-3.1-1b] a vehicle must be back at the end of its duty", () => {
  expect(reason(given("V1 8seats @depot 9:00-15:00"), "A→C 14:28")).toBe("offer");
  expect(reason(given("V1 8seats @depot 9:00-15:00"), "A→C 14:29")).toEqual({
    kind: "duty-ends-before",
    seconds: 60,
  });
});

test("a vehicle that is too far away for the wished hour says by how much", () => {
  expect(reason(given("V1 8seats @depot 9:00"), "D→C 9:10")).toEqual({
    kind: "pickup-too-late",
    seconds: 10 * 60,
  });
});
