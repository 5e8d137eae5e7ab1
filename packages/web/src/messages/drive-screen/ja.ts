import type { FareReason } from "../../driver/recorded-event.ts";
import type { StopTrouble } from "../../driver/stop-trouble.tsx";

/** How the terminal looks and sounds, and what it says of way, fares and itself. The shape for the other languages. */
export const ja = {
  settings: {
    open: "画面と音",
    look: "画面",
    looks: { day: "昼", night: "夜", device: "端末に合わせる" },
    press: "ボタン",
    presses: { plain: "ふつう", glove: "手袋" },
    heard: "音",
    voice: "声で読み上げる",
    noVoice: "この端末には、読み上げる声が入っていません。",
    close: "閉じる",
  },
  say: {
    next: (number: number, name: string) => `次は、${number}番、${name}。`,
    boards: (persons: number) => `乗る人、${persons}人。`,
    alights: (persons: number) => `降りる人、${persons}人。`,
    plan: "予定が変わりました。",
  },
  undo: (step: string) => `戻す：${step}`,
  steps: { arrived: "着いた", boarded: "乗った", alighted: "降りた", "no-show": "来なかった" } as Readonly<
    Record<string, string>
  >,
  needs: {
    wheelchair: "車いす",
    walker: "歩行器",
    stroller: "ベビーカー",
    help: "乗り降りの手助け",
    hearing: "聞こえにくい",
    sight: "見えにくい",
  },
  stop: {
    side: (side: string) => `着ける側：${side}`,
    winter: (note: string) => `冬：${note}`,
  },
  way: {
    near: "もうすぐ着く",
    label: "次までの道のり",
    metres: (metres: number) => `あと${metres}m`,
    kilometres: (kilometres: string) => `あと${kilometres}km`,
    turn: (metres: number, side: string) => `${metres}m先 ${side}`,
    turnNow: (side: string) => `まもなく ${side}`,
    sides: { left: "左へ", right: "右へ", back: "折り返す" },
    straight: "道なり",
  },
  map: {
    show: "地図の範囲",
    shows: { next: "次まで", all: "全体" },
    vehicle: "自分の車",
  },
  fare: {
    correct: "直す",
    correctOf: (name: string) => `${name} 様の運賃を直す`,
    before: (amount: string) => `前の記録は ${amount}`,
    takeBack: "受け取りを取り消す",
    takeBackFirst: "先に運賃の受け取りを取り消してください",
    taken: (parties: number) => `受け取った運賃を直す（${parties}組）`,
    by: { cash: "現金", cashless: "現金以外" },
    reason: "違う理由",
    reasons: {
      "other-class": "区分が違う",
      "other-party": "人数が違う",
      short: "足りない",
      mistyped: "打ち間違い",
      other: "その他",
    } satisfies Record<FareReason, string>,
    reasonFault: "理由を選んでください",
  },
  till: { cash: "現金", cashless: "現金以外", due: (amount: string) => `乗った人の運賃 ${amount}` },
  trouble: {
    button: "乗降ポイントが使えない",
    asking: (stop: string) => `市へ知らせます：${stop}`,
    hint: (seconds: number) => `理由を押すと、すぐ知らせます。押さなければ、${seconds}秒後に知らせます。`,
    kinds: {
      buried: "雪に埋まっている",
      blocked: "ふさがれている",
      hidden: "標識が見えない",
      damaged: "壊れている",
    } satisfies Record<StopTrouble, string>,
    cancel: "知らせない",
    told: (stop: string, kind: string) => `市へ知らせるよう記録しました：${stop} ${kind}`,
  },
  self: {
    notAwake: "画面が消えることがあります。端末の設定で、画面が消えるまでの時間を長くしてください。",
    lowBattery: (percent: number) => `端末の電池が残り${percent}%です。充電してください。`,
    lowStorage: "端末の空きが少なくなりました。使っていないアプリや写真を消してください。",
  },
  record: {
    open: "業務記録を見る・印刷する",
    title: "業務記録",
    print: "印刷する",
    back: "乗務の画面へ戻る",
    fareNotes: "運賃の特記",
    due: (amount: string) => `所定の額 ${amount}`,
    none: "今日の業務記録はまだありません。",
  },
};

export type DriveScreenMessages = typeof ja;
