import type { PublicService } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { waitingMessages } from "../src/messages/waiting/index.ts";
import { canWait } from "../src/waiting/can-wait.ts";
import { untilChoices } from "../src/waiting/until-choices.ts";
import { type WaitingTask, waitingWords } from "../src/waiting/waiting-words.ts";

const service = {
  name: "のりあい",
  timeZone: "Asia/Tokyo",
  stops: [
    { id: "s1", name: "中央公園" },
    { id: "s2", name: "小学校" },
  ],
} as unknown as PublicService;

const task = {
  calledName: "佐々木 義男",
  answerBy: "2026-11-24T09:05:00+09:00",
  offer: {
    trip: { serviceDate: "2026-11-24", from: "s1", to: "s2" },
    promise: {
      pickupFrom: "2026-11-24T10:00:00+09:00",
      pickupTo: "2026-11-24T10:10:00+09:00",
      arriveBy: "2026-11-24T10:40:00+09:00",
    },
  },
} as unknown as WaitingTask;

const said = (language: "ja" | "en", today: string) => {
  const messages = waitingMessages[language];
  return messages.script(waitingWords(task, { service, language, today }));
};

describe("what a rider who waited is told on the phone", () => {
  test("names the ride, the promise and until when the seat is kept", () => {
    expect(said("ja", "2026-11-24")).toEqual([
      "のりあいの予約センターでございます。佐々木 義男様でいらっしゃいますか。",
      "お待ちいただいておりました、11月24日火曜日の「中央公園」から「小学校」へのお車に、空きが出ました。",
      "お迎えは10時ちょうどから10時10分までの間、ご到着は遅くとも10時40分でございます。",
      "ご予約なさいますか。お席は9時5分までお取りしております。",
    ]);
  });

  test("names the day of the answer where that is not today", () => {
    expect(said("ja", "2026-11-23").at(-1)).toBe(
      "ご予約なさいますか。お席は11月24日火曜日の9時5分までお取りしております。",
    );
    expect(said("en", "2026-11-23").at(-1)).toBe(
      "Would you like to book it? We keep the place until 9:05 on Tuesday 24 November.",
    );
  });
});

describe("how long to wait", () => {
  const at = (time: string) => Date.parse(`2026-11-23T${time}:00+09:00`) / 1000;
  const choices = (now: string, rideAt: string) =>
    untilChoices({ now: at(now), rideAt, timeZone: "Asia/Tokyo" });

  test("some full hours, and the evening before the ride", () => {
    expect(choices("14:20", "2026-11-24T10:00:00+09:00")).toEqual([
      "2026-11-23T15:00:00+09:00",
      "2026-11-23T16:00:00+09:00",
      "2026-11-23T18:00:00+09:00",
      "2026-11-23T20:00:00+09:00",
    ]);
  });

  test("nothing that lies less than an hour before the ride, or has passed", () => {
    expect(choices("14:55", "2026-11-23T17:30:00+09:00")).toEqual(["2026-11-23T16:00:00+09:00"]);
  });
});

test("only who was refused for want of room, or for a stop of intake, may wait", () => {
  expect(canWait([{ kind: "no-vehicle" }])).toBe(true);
  expect(canWait([{ kind: "intake-stopped" }])).toBe(true);
  expect(canWait([{ kind: "no-vehicle" }, { kind: "past-cutoff" }])).toBe(false);
  expect(canWait([])).toBe(false);
});
