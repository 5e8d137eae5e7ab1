import type { MyDoorsMessages } from "./ja.ts";

export const jaEasy: MyDoorsMessages = {
  title: "ほかのページ",
  record: "自分（じぶん）の情報（じょうほう）",
  rides: "乗（の）った記録（きろく）とお金（かね）",
  helpers: "家族（かぞく）などに予約（よやく）をたのむ",
  helping: (name) => `${name}さんの予約（よやく）をする`,
  helpingTitle: "代（か）わりに予約（よやく）できる人（ひと）",
  back: "予約（よやく）のページに戻（もど）る",
  acts: {
    booked: "予約（よやく）した人（ひと）",
    changed: "変（か）えた人（ひと）",
    cancelled: "取（と）り消（け）した人（ひと）",
  },
  by: {
    self: "本人（ほんにん）",
    desk: "予約（よやく）センター",
    system: "定期予約（ていきよやく）",
    helper: "代（か）わりの人（ひと）",
  },
  you: "あなた",
  act: (what, who) => `${what}：${who}`,
};
