import type { DriverMessagesMessages } from "./ja.ts";

export const jaEasy: DriverMessagesMessages = {
  title: "運転（うんてん）する人（ひと）への連絡（れんらく）",
  alerts: {
    toPhone: (count) =>
      `運転（うんてん）する人（ひと）が、${count}件（けん）読（よ）んでいません。電話（でんわ）してください。`,
    fromDrivers: (count) =>
      `運転（うんてん）する人（ひと）から、${count}件（けん）連絡（れんらく）があります。`,
    board: "「今（いま）の車（くるま）」を見（み）る",
  },
  summary: (unread, fromDrivers) =>
    [
      ...(unread > 0 ? [`まだ読（よ）んでいない ${unread}件（けん）`] : []),
      ...(fromDrivers > 0 ? [`運転（うんてん）する人（ひと）から ${fromDrivers}件（けん）`] : []),
    ].join("、"),
  none: "連絡（れんらく）はありません",
  phone: (vehicle, minutes) =>
    `${vehicle}が${minutes}分（ふん）読（よ）んでいません。電話（でんわ）してください。`,
  fromDriver: (vehicle) => `${vehicle}から`,
  toDriver: (vehicle) => `${vehicle}へ`,
  urgent: "急（いそ）ぎ",
  sent: (time, who) => `${time} 送（おく）った（${who}）`,
  sentAt: (time) => `${time} 送（おく）った`,
  unread: "まだ読（よ）んでいない",
  shown: (time) => `${time} 画面（がめん）に出（で）た`,
  read: (time) => `読（よ）んだ ${time}`,
  readBy: (time, who) => `読（よ）んだ ${time}（${who}）`,
  confirm: "わかった",
  compose: "連絡（れんらく）を送（おく）る",
  vehicle: "送（おく）る相手（あいて）",
  saying: "内容（ないよう）",
  ownWords: "自分（じぶん）で書（か）く",
  text: "送（おく）る文（ぶん）",
  textHint:
    "短（みじか）く書（か）いてください。お客様（きゃくさま）の名前（なまえ）は書（か）きません（200文字（もじ）まで）",
  textMissing: "文（ぶん）を書（か）いてください",
  markUrgent: "急（いそ）ぎ（音（おと）が出（で）ます）",
  send: "送（おく）る",
  sending: "送（おく）っています…",
  sayingsToDriver: {
    "call-office": "営業所（えいぎょうしょ）に電話（でんわ）してください",
    "wait-there": "そこで待（ま）ってください",
    "check-plan": "予定（よてい）が変（か）わりました。画面（がめん）を見（み）てください",
    "rider-is-late": "お客様（きゃくさま）が少（すこ）しおくれます。待（ま）ってください",
    "road-closed": "通（とお）れない道（みち）があります。ほかの道（みち）を通（とお）ってください",
    "bad-roads": "道（みち）がすべります。気（き）をつけてください",
    "return-to-depot": "車庫（しゃこ）に帰（かえ）ってください",
  },
  sayingsToOffice: {
    "call-me": "電話（でんわ）をください",
    "running-late": "おくれています",
    "stop-blocked": "停（と）まる場所（ばしょ）が使（つか）えません",
    "road-impassable": "この道（みち）は通（とお）れません",
    "odd-order": "回（まわ）る順番（じゅんばん）がおかしいです",
    "rider-not-here": "お客様（きゃくさま）がいません",
    "vehicle-trouble": "車（くるま）の調子（ちょうし）が悪（わる）いです",
    "cannot-do": "言（い）われたとおりにできません",
  },
  outOfService: {
    now: "この車（くるま）は、もう走（はし）りません",
    later: (time) => `この車（くるま）は、${time}までしか走（はし）りません`,
    because: (reason) => `理由（りゆう）：${reason}`,
    hint: "新（あたら）しいお客様（きゃくさま）は乗（の）りません。乗（の）っているお客様（きゃくさま）を降（お）ろしたら、営業所（えいぎょうしょ）の話（はなし）を待（ま）ってください。",
    reasons: {
      breakdown: "車（くるま）の故障（こしょう）",
      accident: "事故（じこ）",
      driver: "運転（うんてん）する人（ひと）のこと",
      inspection: "点検（てんけん）",
      weather: "天気（てんき）",
      other: "ほか",
    },
  },
  terminal: {
    heading: "営業所（えいぎょうしょ）から",
    understood: "わかりました",
    tell: "営業所（えいぎょうしょ）に伝（つた）える",
    tellHint: "押（お）すとすぐ送（おく）ります。車（くるま）を止（と）めてから押（お）してください。",
    told: (saying) => `伝（つた）えます：${saying}`,
    cancel: "閉（と）じる",
    earlier: (count) => `今日（きょう）の連絡（れんらく） ${count}件（けん）`,
    mine: "こちらから",
  },
};
