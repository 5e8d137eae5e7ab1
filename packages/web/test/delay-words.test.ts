import type { PublicService } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { type DelayEntry, delayWords } from "../src/delay/delay-words.ts";
import { delayMessages } from "../src/messages/delay/index.ts";

const on = (time: string) => `2026-11-24T${time}:00+09:00`;

const SERVICE = {
  name: "となり町のりあい号",
  timeZone: "Asia/Tokyo",
  stops: [
    { id: "s1", name: "船木市民センター" },
    { id: "s2", name: "さくら病院" },
  ],
} as unknown as PublicService;

const ENTRY = {
  calledName: "佐々木 義男",
  trip: { from: "s1", to: "s2" },
  lateBy: 18 * 60 + 5,
  cause: "traffic",
  tell: { pickupFrom: on("10:25"), pickupTo: on("10:35"), arriveBy: on("11:00") },
} as unknown as DelayEntry;

describe("[SAP-5.5-2] what a rider hears of a delay", () => {
  const words = delayWords(ENTRY, SERVICE);

  test("is a whole polite sentence with name, ride, cause and the new times", () => {
    expect(delayMessages.ja.script(words)).toEqual([
      "となり町のりあい号の予約センターでございます。佐々木 義男様でいらっしゃいますか。",
      "本日ご予約の「船木市民センター」から「さくら病院」へのお車が、道路の混雑のため、お約束の時刻より19分ほど遅れる見込みでございます。まことに申し訳ございません。",
      "お迎えは10時25分から10時35分までの間、ご到着は遅くとも11時ちょうどの見込みでございます。",
      "ご都合の悪い場合は、いまお申し付けください。",
    ]);
  });

  test("names no cause that nobody reported", () => {
    const found = delayWords({ ...ENTRY, cause: null }, SERVICE);
    expect(delayMessages.ja.script(found)[1]).toContain("運行の都合により");
  });

  test("is one message where it is sent as text, in Japanese and in English", () => {
    expect(delayMessages.ja.text(words)).toContain("10時25分から10時35分までの間");
    expect(delayMessages.en.text(words)).toContain("between 10:25 and 10:35; you should arrive by 11:00");
  });
});
