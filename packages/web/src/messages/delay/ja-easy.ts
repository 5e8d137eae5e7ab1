import { type DelayMessages, ja } from "./ja.ts";

export const jaEasy: DelayMessages = {
  title: "おくれの連絡（れんらく）",
  none: "連絡（れんらく）する人（ひと）は、いません",
  summary: (calls, texts) =>
    `あと${calls + texts}人（にん）${texts > 0 ? `（文字（もじ）で知（し）らせる人（ひと） ${texts}人（にん））` : ""}`,
  aboard: (count) =>
    `車（くるま）に乗（の）っている${count}人（にん）には、運転（うんてん）する人（ひと）が話（はな）します。`,
  late: (minutes) => `${minutes}分（ふん）おくれ`,
  deadline: (at) => `約束（やくそく）は ${at} まで`,
  phone: "電話番号（でんわばんごう）",
  ride: (from, to) => `${from} → ${to}`,
  code: (code) => `乗車番号（じょうしゃばんごう） ${code}`,
  read: "読（よ）む言葉（ことば）",
  send: "送（おく）る文（ぶん）",
  texts: "文字（もじ）で知（し）らせる人（ひと）（電話（でんわ）はしません）",
  outcomes: { reached: "話（はな）した", absent: "いなかった", "call-again": "もう一度（いちど）かける" },
  sent: "送（おく）った",
  made: (at, outcome, by) => `${at} ${outcome}（${by}）`,
  again: "話（はな）した時刻（じこく）より、おそくなりました。もう一度（いちど）知（し）らせてください。",
  workedOff: (count) => `知（し）らせた人（ひと） ${count}人（にん）`,
  close: "閉（と）じる",
  stillOpen: (count) => `まだ${count}人（にん）に知（し）らせていないので、閉（と）じられません`,
  contact: "電話（でんわ）ができない人（ひと）（文字（もじ）で知（し）らせる）",
  badges: {
    stranded: "むかえの車（くるま）がない",
    found: "車（くるま）が決（き）まった",
  },
  // Said to the rider, not to the operator: the same polite sentences.
  script: ja.script,
  text: ja.text,
};
