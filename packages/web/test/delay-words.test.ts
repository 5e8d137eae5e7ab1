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

const RIDER = { calledName: "佐々木 義男", trip: { from: "s1", to: "s2" } };
const tell = { pickupFrom: on("10:25"), pickupTo: on("10:35"), arriveBy: on("11:00") };
const late = (cause: "traffic" | null) =>
  ({ ...RIDER, kind: "late", lateBy: 18 * 60 + 5, cause, tell }) as unknown as DelayEntry;
const stranded = { ...RIDER, kind: "stranded", tell: "stranded" } as unknown as DelayEntry;
const found = (times = tell) => ({ ...RIDER, kind: "found", tell: times }) as unknown as DelayEntry;

const { ja, en } = delayMessages;
const GREETING = "となり町のりあい号の予約センターでございます。佐々木 義男様でいらっしゃいますか。";

describe("[SAP-5.5-2] what a rider hears of a delay", () => {
  test("is a whole polite sentence with name, ride, cause and the new times", () => {
    expect(delayWords(late("traffic"), SERVICE, ja.script)).toEqual([
      GREETING,
      "本日ご予約の「船木市民センター」から「さくら病院」へのお車が、道路の混雑のため、お約束の時刻より19分ほど遅れる見込みでございます。まことに申し訳ございません。",
      "お迎えは10時25分から10時35分までの間、ご到着は遅くとも11時ちょうどの見込みでございます。",
      "ご都合の悪い場合は、いまお申し付けください。",
    ]);
  });

  test("names no cause that nobody reported", () => {
    expect(delayWords(late(null), SERVICE, ja.script)[1]).toContain("運行の都合により");
  });

  test("is one message where it is sent as text, in Japanese and in English", () => {
    const textIn = ({ text }: typeof ja) => delayWords(late("traffic"), SERVICE, text);
    expect(textIn(ja)).toContain("10時25分から10時35分までの間");
    expect(textIn(en)).toContain("between 10:25 and 10:35; you should arrive by 11:00");
  });
});

describe("what a rider hears for whom no vehicle comes", () => {
  test("is that none does, what is done about it, and no time", () => {
    const said = delayWords(stranded, SERVICE, ja.script);
    expect(said).toEqual([
      GREETING,
      "本日ご予約の「船木市民センター」から「さくら病院」へのご乗車につきまして、お迎えにうかがえる車両がございません。まことに申し訳ございません。",
      "ほかの時刻の便をお探しいたします。ご希望をお聞かせください。",
      "このあとお迎えにうかがえる車両が決まりましたら、あらためてお電話いたします。",
    ]);
    expect(said.join()).not.toMatch(/\d/);
  });

  test("is, when a vehicle comes after all, that what was said is void, and when it comes", () => {
    const said = delayWords(found(), SERVICE, ja.script);
    expect(said[1]).toMatch(/車両がないとお伝えいたしましたが、お迎えにうかがえることになりました。$/);
    expect(said[2]).toBe(
      "お迎えは10時25分から10時35分までの間、ご到着は遅くとも11時ちょうどの見込みでございます。",
    );
    const atOnce = found({ ...tell, pickupTo: tell.pickupFrom });
    expect(delayWords(atOnce, SERVICE, ja.script)[2]).toMatch(/^お迎えは10時25分、/);
  });

  test("is one message where it is sent as text, in Japanese and in English", () => {
    expect(delayWords(stranded, SERVICE, ja.text)).toContain("お迎えにうかがえる車両がございません");
    expect(delayWords(stranded, SERVICE, en.text)).toContain("no vehicle that can come");
    expect(delayWords(found(), SERVICE, ja.text)).toContain("10時25分から10時35分までの間");
  });
});
