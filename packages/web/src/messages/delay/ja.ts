import type { DelayCause, DelayWords } from "./words.ts";

const time = ({ hour, minute }: DelayWords["arriveBy"]): string =>
  minute === 0 ? `${hour}時ちょうど` : `${hour}時${minute}分`;

const BECAUSE: Readonly<Record<DelayCause, string>> = {
  traffic: "道路の混雑のため",
  weather: "天候のため",
  boarding: "乗り降りに時間がかかっているため",
  vehicle: "車両の不具合のため",
  other: "運行の都合により",
};

/** Calling riders whose vehicle is late. `script` is read to the rider, `text` is sent. Gives the shape for the other languages. */
export const ja = {
  title: "遅延連絡",
  none: "遅れを知らせる方はいません",
  summary: (calls: number, texts: number) =>
    `あと${calls + texts}人${texts > 0 ? `（うち文字で知らせる方 ${texts}人）` : ""}`,
  aboard: (count: number) => `ほかに乗車中の${count}人が遅れます。乗車中の方には運転者が伝えます。`,
  late: (minutes: number) => `${minutes}分遅れ`,
  deadline: (at: string) => `約束 ${at} まで`,
  phone: "電話番号",
  ride: (from: string, to: string) => `${from} → ${to}`,
  code: (code: string) => `乗車番号 ${code}`,
  read: "読み上げる言葉",
  send: "送る文章",
  texts: "文字で知らせる方（電話しません）",
  outcomes: { reached: "通話済", absent: "不在", "call-again": "再架電" },
  sent: "送信済",
  made: (at: string, outcome: string, by: string) => `${at} ${outcome}（${by}）`,
  again: "伝えた時刻より遅くなりました。もう一度お知らせください。",
  workedOff: (count: number) => `知らせ終えた方 ${count}人`,
  close: "一覧を閉じる",
  stillOpen: (count: number) => `まだ${count}人に知らせていないので、閉じられません`,
  contact: "電話に出られない方（文字で知らせる）",
  script: ({ service, name, from, to, late, cause, pickupFrom, pickupTo, arriveBy }: DelayWords) => [
    `${service}の予約センターでございます。${name}様でいらっしゃいますか。`,
    `本日ご予約の「${from}」から「${to}」へのお車が、${BECAUSE[cause]}、お約束の時刻より${late}分ほど遅れる見込みでございます。まことに申し訳ございません。`,
    `お迎えは${time(pickupFrom)}から${time(pickupTo)}までの間、ご到着は遅くとも${time(arriveBy)}の見込みでございます。`,
    "ご都合の悪い場合は、いまお申し付けください。",
  ],
  text: ({ service, name, from, to, late, cause, pickupFrom, pickupTo, arriveBy }: DelayWords) =>
    `${name}様　${service}です。本日の「${from}」から「${to}」へのお車が、${BECAUSE[cause]}、お約束の時刻より${late}分ほど遅れる見込みです。お迎えは${time(pickupFrom)}から${time(pickupTo)}までの間、ご到着は遅くとも${time(arriveBy)}の見込みです。まことに申し訳ございません。`,
};

export type DelayMessages = typeof ja;
