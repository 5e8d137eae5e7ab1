import type { WaitingWords } from "./words.ts";

const time = ({ hour, minute }: WaitingWords["arriveBy"]): string =>
  minute === 0 ? `${hour}時ちょうど` : `${hour}時${minute}分`;

const end = ({ answerBy, answerDay }: WaitingWords): string =>
  answerDay === undefined ? time(answerBy) : `${answerDay}の${time(answerBy)}`;

/** Waiting for room. `script` is read to the rider, `text` is sent. Gives the shape for the other languages. */
export const ja = {
  join: {
    open: "キャンセル待ちをする",
    title: "キャンセル待ち",
    lead: "ほかの方のキャンセルなどで空きが出ましたら、待ち始めた順にお知らせします。お知らせしてからお返事をいただくまで、お席をお取りしておきます。",
    until: "いつまで待ちますか",
    untils: {
      deadline: "予約の締め切りまで",
      at: (time: string) => `${time} まで`,
    },
    confirm: "待つ",
    confirming: "申し込んでいます…",
    waiting: (place: number) => `キャンセル待ちを受け付けました（${place}番目）`,
    told: {
      web: "空きが出ましたら「予約」の画面に表示します。",
      phone: "空きが出ましたら、こちらからお電話いたします。",
      text: "空きが出ましたら、文字（メールなど）でお知らせいたします。",
    },
    home: "「予約」の画面を開く",
  },
  whyNot: {
    room: "いま空きが出ました。もう一度お探しください。",
    "already-waiting": "この時間のキャンセル待ちは、すでに受け付けています。",
    "too-late-to-wait": "お返事をいただく時間が残っていないため、キャンセル待ちをお受けできません。",
  },
  again: "もう一度探す",
  mine: {
    title: "キャンセル待ち",
    place: (place: number) => `いま ${place}番目にお待ちです`,
    until: (time: string) => `${time} まで待ちます`,
    passed: (count: number) => `見送り ${count}回`,
    leave: "待つのをやめる",
    left: "キャンセル待ちを取りやめました。",
    offer: "空きが出ました",
    offerLead: "お待ちのお席をお取りしています。",
    answerBy: (time: string) => `${time} までにお返事ください。過ぎますと、次の方にご案内します。`,
    accept: "この内容で予約する",
    accepting: "予約しています…",
    decline: "今回は見送る",
    gone: "お返事の期限が過ぎました。引き続きお待ちいただけます。",
    inVain: {
      over: "空きが出ないまま、キャンセル待ちの時間が終わりました。",
      "let-pass": "お返事がないままご案内が続いたため、キャンセル待ちを終わりました。",
    },
    depart: (time: string) => `${time} 出発`,
    arrive: (time: string) => `${time} 到着`,
    route: (from: string, to: string) => `${from} → ${to}`,
  },
  tasks: {
    title: "待ちの方へお電話",
    summary: (calls: number, texts: number) =>
      `あと${calls + texts}人${texts > 0 ? `（うち文字で知らせる方 ${texts}人）` : ""}`,
    answerBy: (time: string) => `${time} までにお返事を聞く`,
    phone: "電話番号",
    ride: (from: string, to: string) => `${from} → ${to}`,
    read: "読み上げる言葉",
    send: "送る文章",
    texts: "文字で知らせる方（電話しません）",
    outcomes: {
      accepted: "予約する",
      declined: "見送る（待ち続ける）",
      left: "待つのをやめる",
      absent: "不在",
      "call-again": "再架電",
    },
    made: (at: string, outcome: string, by: string) => `${at} ${outcome}（${by}）`,
    booked: (name: string, code: string) => `${name}様の予約ができました。乗車番号は ${code} です。`,
  },
  member: {
    title: (count: number) => `キャンセル待ち ${count}件`,
  },
  script: (words: WaitingWords) => [
    `${words.service}の予約センターでございます。${words.name}様でいらっしゃいますか。`,
    `お待ちいただいておりました、${words.day}の「${words.from}」から「${words.to}」へのお車に、空きが出ました。`,
    `お迎えは${time(words.pickupFrom)}から${time(words.pickupTo)}までの間、ご到着は遅くとも${time(words.arriveBy)}でございます。`,
    `ご予約なさいますか。お席は${end(words)}までお取りしております。`,
  ],
  text: (words: WaitingWords) =>
    `${words.name}様　${words.service}です。お待ちいただいていた${words.day}の「${words.from}」から「${words.to}」へのお車に空きが出ました。お迎えは${time(words.pickupFrom)}から${time(words.pickupTo)}までの間、ご到着は遅くとも${time(words.arriveBy)}です。ご予約なさるかどうか、${end(words)}までにお知らせください。`,
};

export type WaitingMessages = typeof ja;
