import { expect, test } from "vitest";
import { clock, type Day, given } from "./picture.ts";

function otherHours(day: Day, text: string, range = { earliest: "9:00", latest: "15:00" }): string[] {
  const answer = day.ask(text, range);
  if (answer.kind !== "refusal") throw new Error(answer.kind);
  return answer.alternatives.map(({ pickupAt }) => clock(pickupAt));
}

const busy = given("V1 8seats @depot 9:00").book("A→D 10:00 x8").book("D→A 10:30 x8");

test("the nearest hours on both sides are offered, at least ten minutes apart", () => {
  expect(otherHours(busy, "B→C 10:10 x8")).toEqual(["9:52", "9:42", "10:54"]);
});

test("only hours inside the range that the caller allows are offered", () => {
  expect(otherHours(busy, "B→C 10:10 x8", { earliest: "10:10", latest: "15:00" })).toEqual([
    "10:54",
    "11:04",
    "11:14",
  ]);
  expect(otherHours(busy, "B→C 10:10 x8", { earliest: "9:50", latest: "10:40" })).toEqual(["9:52"]);
});

test("the windows of an alternative are shifted together and can be booked as they are", () => {
  const answer = busy.ask("B→C by 10:20 x8", { earliest: "9:00", latest: "15:00" });
  if (answer.kind !== "refusal") throw new Error(answer.kind);
  expect(answer.alternatives.map(({ dropoffAt }) => clock(dropoffAt))).toEqual(["9:59", "9:49", "11:01"]);
  for (const alternative of answer.alternatives) busy.take(alternative);
});
