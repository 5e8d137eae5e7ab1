import { ja, type WaitingMessages } from "./ja.ts";

export const jaEasy: WaitingMessages = {
  join: {
    open: "空（あ）くのを待（ま）つ",
    title: "空（あ）くのを待（ま）つ",
    lead: "ほかの人（ひと）がやめて席（せき）が空（あ）いたら、待（ま）っている順番（じゅんばん）に知（し）らせます。返事（へんじ）をもらうまで、席（せき）をとっておきます。",
    until: "いつまで待（ま）ちますか",
    untils: {
      deadline: "予約（よやく）ができる時間（じかん）の終（お）わりまで",
      at: (time) => `${time} まで`,
    },
    confirm: "待（ま）つ",
    confirming: "送（おく）っています…",
    waiting: (place) => `待（ま）つことになりました（${place}番目（ばんめ））`,
    told: {
      web: "席（せき）が空（あ）いたら、「予約（よやく）」の画面（がめん）に出（で）ます。",
      phone: "席（せき）が空（あ）いたら、こちらから電話（でんわ）します。",
      text: "席（せき）が空（あ）いたら、文字（もじ）（メールなど）でお知（し）らせします。",
    },
    home: "「予約（よやく）」の画面（がめん）を見（み）る",
  },
  whyNot: {
    room: "今（いま）、席（せき）が空（あ）きました。もう一度（いちど）探（さが）してください。",
    "already-waiting": "この時間（じかん）は、もう待（ま）っています。",
    "too-late-to-wait": "返事（へんじ）をもらう時間（じかん）がないので、待（ま）つことができません。",
  },
  again: "もう一度（いちど）探（さが）す",
  mine: {
    title: "待（ま）っている車（くるま）",
    place: (place) => `今（いま） ${place}番目（ばんめ）です`,
    until: (time) => `${time} まで待（ま）ちます`,
    passed: (count) => `見送（みおく）り ${count}回（かい）`,
    leave: "待（ま）つのをやめる",
    left: "待（ま）つのをやめました。",
    offer: "席（せき）が空（あ）きました",
    offerLead: "あなたの席（せき）をとってあります。",
    answerBy: (time) =>
      `${time} までに返事（へんじ）をしてください。そのあとは、次（つぎ）の人（ひと）に聞（き）きます。`,
    accept: "予約（よやく）する",
    accepting: "予約（よやく）しています…",
    decline: "今回（こんかい）は乗（の）らない",
    gone: "返事（へんじ）の時間（じかん）が終（お）わりました。まだ待（ま）つことができます。",
    inVain: {
      over: "席（せき）が空（あ）かないまま、待（ま）つ時間（じかん）が終（お）わりました。",
      "let-pass": "返事（へんじ）がなかったので、待（ま）つのを終（お）わりにしました。",
    },
    depart: (time) => `${time} に出発（しゅっぱつ）`,
    arrive: (time) => `${time} に到着（とうちゃく）`,
    route: (from, to) => `${from} → ${to}`,
  },
  tasks: {
    title: "待（ま）っている人（ひと）に電話（でんわ）",
    summary: (calls, texts) =>
      `あと${calls + texts}人（にん）${texts > 0 ? `（文字（もじ）で知（し）らせる人（ひと） ${texts}人（にん））` : ""}`,
    answerBy: (time) => `${time} までに返事（へんじ）を聞（き）く`,
    phone: "電話番号（でんわばんごう）",
    ride: (from, to) => `${from} → ${to}`,
    read: "読（よ）む言葉（ことば）",
    send: "送（おく）る文（ぶん）",
    texts: "文字（もじ）で知（し）らせる人（ひと）（電話（でんわ）はしません）",
    outcomes: {
      accepted: "予約（よやく）する",
      declined: "今回（こんかい）は乗（の）らない",
      left: "待（ま）つのをやめる",
      absent: "いなかった",
      "call-again": "もう一度（いちど）かける",
    },
    made: (at, outcome, by) => `${at} ${outcome}（${by}）`,
    booked: (name, code) =>
      `${name}さんの予約（よやく）ができました。乗車番号（じょうしゃばんごう）は ${code} です。`,
  },
  member: {
    title: (count) => `待（ま）っている車（くるま） ${count}件（けん）`,
  },
  // Said to the rider, not to the operator: the same polite sentences.
  script: ja.script,
  text: ja.text,
};
