import { expect, test } from "vitest";
import { ageOf } from "../src/app/age.ts";
import { appMessages } from "../src/messages/app/index.ts";

const { kept } = appMessages.ja.offline;
const said = (minutes: number) => {
  const { unit, count } = ageOf(minutes * 60_000);
  return count === 0 ? kept.now : kept[unit](count).split("に")[0];
};

test("an age is told in minutes up to an hour, then in hours, and from a day on in days", () => {
  expect([5, 59, 60, 119, 1439, 1440, 4320].map(said)).toEqual([
    "5分前",
    "59分前",
    "1時間前",
    "1時間前",
    "23時間前",
    "1日前",
    "3日前",
  ]);
  expect([0, -90].map(said), "a clock that was set back").toEqual([kept.now, kept.now]);
});
