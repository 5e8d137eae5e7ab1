import type { TripNeed } from "@noriai/api";

/** What comes along on a trip besides persons and wheelchairs. Gives the shape for the other languages. */
export const ja = {
  title: "お持ちのもの・お手伝い",
  lead: "なければ、そのまま進んでください。",
  names: {
    walker: "歩行器・シルバーカー",
    stroller: "ベビーカー",
    help: "乗り降りの手助け",
  } satisfies Record<TripNeed, string>,
  /** For staff, in lists. */
  short: { walker: "歩行器", stroller: "ベビーカー", help: "手助け" } satisfies Record<TripNeed, string>,
  between: "、",
  none: "なし",
  record: (names: string) => `ご登録の内容：${names}。今回だけ違うときは、印を変えてください。`,
  awaiting: "ご登録の内容を確かめています…",
  unread: "ご登録の内容を確かめられませんでした。お持ちのもの・お手伝いがあれば、印を付けてください。",
  wheelchair: "ご登録に車いすがあります。車いすのままお乗りのときは、台数をお選びください。",
  told: (names: string) => `運転者にお伝えします：${names}`,
  changed: (before: string, after: string) => `配慮事項：${before} → ${after}`,
};

export type NeedsMessages = typeof ja;
