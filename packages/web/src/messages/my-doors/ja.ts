/** The doors from the rider's home, and who did what with a booking. Gives the shape for the other languages. */
export const ja = {
  title: "そのほかのページ",
  record: "自分の情報",
  rides: "乗車の記録と運賃",
  helpers: "ご家族などの代理予約",
  helping: (name: string) => `${name}さんの予約をする`,
  helpingTitle: "代わりに予約できる方",
  back: "予約のページへ戻る",
  acts: {
    booked: "予約した人",
    changed: "変更した人",
    cancelled: "取り消した人",
  },
  by: { self: "ご本人", desk: "予約センター", system: "定期予約（自動）", helper: "代理の方" },
  you: "あなた",
  act: (what: string, who: string) => `${what}：${who}`,
};

export type MyDoorsMessages = typeof ja;
