import type { NeedsMessages } from "./ja.ts";

export const jaEasy: NeedsMessages = {
  title: "持（も）っていく物（もの）・手伝（てつだ）い",
  lead: "ないときは、そのまま次（つぎ）へ進（すす）んでください。",
  names: {
    walker: "歩行器（ほこうき）・シルバーカー",
    stroller: "ベビーカー",
    help: "乗（の）るとき・降（お）りるときの手伝（てつだ）い",
  },
  short: { walker: "歩行器（ほこうき）", stroller: "ベビーカー", help: "手伝（てつだ）い" },
  between: "、",
  none: "なし",
  record: (names) =>
    `あなたの情報（じょうほう）：${names}。今回（こんかい）だけ違（ちが）うときは、しるしを変（か）えてください。`,
  awaiting: "あなたの情報（じょうほう）を調（しら）べています…",
  unread:
    "あなたの情報（じょうほう）を見（み）ることができませんでした。持（も）っていく物（もの）や手伝（てつだ）いがあるときは、しるしを付（つ）けてください。",
  wheelchair:
    "あなたの情報（じょうほう）に車（くるま）いすがあります。車（くるま）いすのまま乗（の）るときは、数（かず）を選（えら）んでください。",
  told: (names) => `運転（うんてん）する人（ひと）に伝（つた）えます：${names}`,
  changed: (before, after) => `気（き）をつけること：${before} → ${after}`,
};
