import type { NoticeSentences } from "./sentences.ts";

const BECAUSE = {
  traffic: "道（みち）がこんでいます",
  weather: "天気（てんき）が悪（わる）いです",
  boarding: "乗（の）り降（お）りに時間（じかん）がかかっています",
  vehicle: "車（くるま）の調子（ちょうし）が悪（わる）いです",
  other: "予定（よてい）どおりに走（はし）れません",
} as const;

export const jaEasy: NoticeSentences = {
  date: (month, day, weekday) => `${month}月${day}日（${"月火水木金土日"[weekday - 1]}）`,
  time: (hour, minute) => `${hour}:${String(minute).padStart(2, "0")}`,
  titles: {
    "booking-confirmed": "予約（よやく）ができました",
    "booking-changed": "予約（よやく）を変（か）えました",
    "booking-cancelled": "予約（よやく）がなくなりました",
    "cancelled-as-asked": "予約（よやく）を取（と）り消（け）しました",
    "vehicle-changed": "車（くるま）が変（か）わります",
    reminder: "もうすぐ乗（の）る日（ひ）です",
    delayed: "車（くるま）がおくれます",
    "intake-stopped": "お知（し）らせ",
    "waiting-offer": "乗（の）れるようになりました",
  },
  titleToHelper: (title) => `${title}（家族（かぞく）など）`,
  toHelper:
    "これは、家族（かぞく）など、あなたが代（か）わりに予約（よやく）できる人（ひと）の予約（よやく）のお知（し）らせです。",
  ride: (date, from, to) => `${date} ${from} → ${to}`,
  pickup: (from, to) => `車（くるま）が来（く）る時間（じかん） ${from}〜${to}`,
  arrival: (at) => `着（つ）く時間（じかん） ${at}まで`,
  code: (code) => `乗車番号（じょうしゃばんごう） ${code}`,
  confirmed: "次（つぎ）の予約（よやく）ができました。",
  changed: "予約（よやく）を次（つぎ）のように変（か）えました。",
  cancelled: "ごめんなさい。次（つぎ）の車（くるま）は走（はし）りません。予約（よやく）はなくなりました。",
  cancelledAsAsked:
    "乗（の）る人（ひと）か、その代（か）わりの人（ひと）に頼（たの）まれて、次（つぎ）の予約（よやく）を取（と）り消（け）しました。",
  ifNotYou: "知（し）らないときは、電話（でんわ）してください。",
  vehicleChanged: "来（く）る車（くるま）が変（か）わります。時間（じかん）は同（おな）じです。",
  vehicle: (name, colour, plate) => `車（くるま） ${name}（${colour}、${plate}）`,
  delayed: (minutes, cause) =>
    `${BECAUSE[cause]}。車（くるま）が${minutes}分（ふん）くらいおくれます。次（つぎ）の時間（じかん）に待（ま）っていてください。`,
  reminder: "次（つぎ）の予約（よやく）があります。",
  ifNotRiding:
    "乗（の）らないときは、早（はや）めに予約（よやく）を取（と）り消（け）してください。ほかの人（ひと）が乗（の）れます。",
  sorry: "ごめんなさい。",
  standsForNow:
    "次（つぎ）の予約（よやく）は、今（いま）はそのままです。変（か）わるときは、また知（し）らせます。",
  freePlace: (answerBy) =>
    `${answerBy}までに返事（へんじ）をしてください。返事（へんじ）がないと、次（つぎ）の人（ひと）に聞（き）きます。`,
  ask: (phone) => `電話（でんわ） ${phone}`,
  noReply: "このメールに返事（へんじ）はできません。",
};
