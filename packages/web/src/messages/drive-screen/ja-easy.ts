import type { DriveScreenMessages } from "./ja.ts";

export const jaEasy: DriveScreenMessages = {
  settings: {
    open: "画面（がめん）と音（おと）",
    look: "画面（がめん）",
    looks: { day: "昼（ひる）", night: "夜（よる）", device: "端末（たんまつ）と同（おな）じ" },
    press: "ボタン",
    presses: { plain: "ふつう", glove: "手袋（てぶくろ）" },
    heard: "音（おと）",
    voice: "声（こえ）で読（よ）む",
    noVoice: "この端末（たんまつ）には、読（よ）む声（こえ）がありません。",
    close: "閉（と）じる",
  },
  say: {
    next: (number, name) => `次は、${number}番、${name}。`,
    boards: (persons) => `乗る人、${persons}人。`,
    alights: (persons) => `降りる人、${persons}人。`,
    plan: "予定が変わりました。",
  },
  undo: (step) => `戻（もど）す：${step}`,
  steps: {
    arrived: "着（つ）いた",
    boarded: "乗（の）った",
    alighted: "降（お）りた",
    "no-show": "来（こ）なかった",
  },
  needs: {
    wheelchair: "車（くるま）いす",
    walker: "歩行器（ほこうき）",
    stroller: "ベビーカー",
    help: "乗（の）り降（お）りを手伝（てつだ）う",
    hearing: "耳（みみ）が聞（き）こえにくい",
    sight: "目（め）が見（み）えにくい",
  },
  stop: {
    side: (side) => `止（と）まるところ：${side}`,
    winter: (note) => `冬（ふゆ）：${note}`,
  },
  way: {
    near: "もうすぐ着（つ）く",
    label: "次（つぎ）までの道（みち）",
    metres: (metres) => `あと${metres}m`,
    kilometres: (kilometres) => `あと${kilometres}km`,
    turn: (metres, side) => `${metres}m先（さき） ${side}`,
    turnNow: (side) => `もうすぐ ${side}`,
    sides: { left: "左（ひだり）へ", right: "右（みぎ）へ", back: "戻（もど）る" },
    straight: "道（みち）のとおり",
  },
  map: {
    show: "地図（ちず）の広（ひろ）さ",
    shows: { next: "次（つぎ）まで", all: "全部（ぜんぶ）" },
    vehicle: "自分（じぶん）の車（くるま）",
  },
  fare: {
    correct: "直（なお）す",
    correctOf: (name) => `${name}さんのお金（かね）を直（なお）す`,
    before: (amount) => `前（まえ）の記録（きろく）は ${amount}`,
    takeBack: "お金（かね）の記録（きろく）をやめる",
    takeBackFirst: "先（さき）に、お金（かね）の記録（きろく）をやめてください",
    taken: (parties) => `もらったお金（かね）を直（なお）す（${parties}）`,
    by: { cash: "現金（げんきん）", cashless: "カード・スマホ" },
    reason: "どうして違（ちが）うか",
    reasons: {
      "other-class": "種類（しゅるい）が違（ちが）う",
      "other-party": "人数（にんずう）が違（ちが）う",
      short: "足（た）りない",
      mistyped: "打（う）ち間違（まちが）い",
      other: "ほか",
    },
    reasonFault: "どうして違（ちが）うか、選（えら）んでください",
  },
  till: {
    cash: "現金（げんきん）",
    cashless: "カード・スマホ",
    due: (amount) => `乗（の）った人（ひと）のお金（かね） ${amount}`,
  },
  trouble: {
    button: "ここが使（つか）えない",
    asking: (stop) => `市（し）に知（し）らせます：${stop}`,
    hint: (seconds) =>
      `どうしてか押（お）すと、すぐ知（し）らせます。押（お）さないと、${seconds}秒（びょう）あとに知（し）らせます。`,
    kinds: {
      buried: "雪（ゆき）の中（なか）",
      blocked: "何（なに）かがある",
      hidden: "看板（かんばん）が見（み）えない",
      damaged: "壊（こわ）れている",
    },
    cancel: "知（し）らせない",
    told: (stop, kind) => `市（し）に知（し）らせるように記録（きろく）しました：${stop} ${kind}`,
  },
  self: {
    notAwake:
      "画面（がめん）が消（き）えることがあります。端末（たんまつ）の設定（せってい）で、消（き）えるまでの時間（じかん）を長（なが）くしてください。",
    lowBattery: (percent) =>
      `端末（たんまつ）の電池（でんち）があと${percent}%です。充電（じゅうでん）してください。`,
    lowStorage:
      "端末（たんまつ）の空（あ）きが少（すく）ないです。使（つか）わないアプリや写真（しゃしん）を消（け）してください。",
  },
  record: {
    open: "仕事（しごと）の記録（きろく）を見（み）る・印刷（いんさつ）する",
    title: "仕事（しごと）の記録（きろく）",
    print: "印刷（いんさつ）する",
    back: "運転（うんてん）の画面（がめん）へ戻（もど）る",
    fareNotes: "お金（かね）のこと",
    due: (amount) => `決（き）まったお金（かね） ${amount}`,
    none: "今日（きょう）の記録（きろく）は、まだありません。",
  },
};
