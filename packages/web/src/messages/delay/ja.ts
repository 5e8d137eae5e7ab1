import { isMoment, type SpokenTime } from "../desk/spoken.ts";
import type { ComingWords, DelayCause, LateWords, RideWords } from "./words.ts";

const time = ({ hour, minute }: SpokenTime): string =>
  minute === 0 ? `${hour}時ちょうど` : `${hour}時${minute}分`;

const pickup = (words: ComingWords): string =>
  isMoment(words)
    ? `お迎えは${time(words.pickupFrom)}`
    : `お迎えは${time(words.pickupFrom)}から${time(words.pickupTo)}までの間`;

const greeting = ({ service, name }: RideWords): string =>
  `${service}の予約センターでございます。${name}様でいらっしゃいますか。`;

const BECAUSE: Readonly<Record<DelayCause, string>> = {
  traffic: "道路の混雑のため",
  weather: "天候のため",
  boarding: "乗り降りに時間がかかっているため",
  vehicle: "車両の不具合のため",
  other: "運行の都合により",
};

/** Calling riders whose vehicle is late or does not come. `script` is read to the rider, `text` is sent. Gives the shape for the other languages. */
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
  badges: { stranded: "迎えの車なし", found: "車両が決まりました" },
  script: {
    late: (words: LateWords) => [
      greeting(words),
      `本日ご予約の「${words.from}」から「${words.to}」へのお車が、${BECAUSE[words.cause]}、お約束の時刻より${words.late}分ほど遅れる見込みでございます。まことに申し訳ございません。`,
      `${pickup(words)}、ご到着は遅くとも${time(words.arriveBy)}の見込みでございます。`,
      "ご都合の悪い場合は、いまお申し付けください。",
    ],
    stranded: (words: RideWords) => [
      greeting(words),
      `本日ご予約の「${words.from}」から「${words.to}」へのご乗車につきまして、お迎えにうかがえる車両がございません。まことに申し訳ございません。`,
      "ほかの時刻の便をお探しいたします。ご希望をお聞かせください。",
      "このあとお迎えにうかがえる車両が決まりましたら、あらためてお電話いたします。",
    ],
    found: (words: ComingWords) => [
      greeting(words),
      `先ほどは、本日ご予約の「${words.from}」から「${words.to}」へのご乗車につきまして、お迎えにうかがえる車両がないとお伝えいたしましたが、お迎えにうかがえることになりました。`,
      `${pickup(words)}、ご到着は遅くとも${time(words.arriveBy)}の見込みでございます。`,
      "ほかの方法をすでにお決めの場合は、いまお申し付けください。",
    ],
  },
  text: {
    late: (words: LateWords) =>
      `${words.name}様　${words.service}です。本日の「${words.from}」から「${words.to}」へのお車が、${BECAUSE[words.cause]}、お約束の時刻より${words.late}分ほど遅れる見込みです。${pickup(words)}、ご到着は遅くとも${time(words.arriveBy)}の見込みです。まことに申し訳ございません。`,
    stranded: ({ name, service, from, to }: RideWords) =>
      `${name}様　${service}です。本日の「${from}」から「${to}」へのご乗車につきまして、お迎えにうかがえる車両がございません。まことに申し訳ございません。ほかの時刻をご希望の場合は、お知らせください。お迎えにうかがえる車両が決まりましたら、あらためてお知らせいたします。`,
    found: (words: ComingWords) =>
      `${words.name}様　${words.service}です。お迎えにうかがえる車両がないとお伝えした本日の「${words.from}」から「${words.to}」へのご乗車に、お迎えにうかがえることになりました。${pickup(words)}、ご到着は遅くとも${time(words.arriveBy)}の見込みです。ほかの方法をすでにお決めの場合は、お知らせください。`,
  },
};

export type DelayMessages = typeof ja;
