/** Texts of the installed app: its versions, and how it is without a network. Gives the shape for the other languages. */
export const ja = {
  update: {
    title: "新しい版があります",
    lead: "新しい版に替えると、この画面を開き直します。入力の途中でしたら、終わってからで構いません。",
    take: "新しい版に替える",
  },
  offline: {
    title: "通信が切れています",
    lead: "いまは新しい情報を受け取れません。",
    kept: {
      now: "最後に受け取った内容を表示しています。",
      minutes: (n: number) => `${n}分前に受け取った内容を表示しています。`,
      hours: (n: number) => `${n}時間前に受け取った内容を表示しています。`,
      days: (n: number) => `${n}日前に受け取った内容を表示しています。`,
    },
    again: "つながりしだい、自動で最新の状態に更新します。",
  },
};

export type AppMessages = typeof ja;
