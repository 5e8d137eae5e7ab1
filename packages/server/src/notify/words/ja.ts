import type { NoticeSentences } from "./sentences.ts";

const BECAUSE = {
  traffic: "道路の混雑のため",
  weather: "天候のため",
  boarding: "乗り降りに時間がかかっているため",
  vehicle: "車両の不具合のため",
  other: "運行の都合により",
} as const;

export const ja: NoticeSentences = {
  date: (month, day, weekday) => `${month}月${day}日（${"月火水木金土日"[weekday - 1]}）`,
  time: (hour, minute) => `${hour}:${String(minute).padStart(2, "0")}`,
  titles: {
    "booking-confirmed": "ご予約を承りました",
    "booking-changed": "ご予約を変更しました",
    "booking-cancelled": "ご予約を取り消しました",
    "cancelled-as-asked": "ご予約を取り消しました",
    "vehicle-changed": "お迎えの車両が変わります",
    reminder: "ご乗車の日が近づいています",
    delayed: "お迎えが遅れます",
    "intake-stopped": "運行についてのお知らせ",
    "waiting-offer": "ご希望の便に空きが出ました",
  },
  titleToHelper: (title) => `${title}（ご家族など）`,
  toHelper: "ご家族など、あなたが代わりに予約できる方のご乗車についてのお知らせです。",
  ride: (date, from, to) => `${date} ${from} → ${to}`,
  pickup: (from, to) => `お迎え ${from}〜${to}`,
  arrival: (at) => `到着 ${at}まで`,
  code: (code) => `乗車番号 ${code}`,
  confirmed: "次の便のご予約を承りました。",
  changed: "ご予約を次のとおり変更しました。",
  cancelled: "申し訳ございません。運行側の都合により、次のご予約を取り消しました。",
  cancelledAsAsked: "お申し出により、次のご予約を取り消しました。",
  ifNotYou: "お心当たりのない場合は、お電話でお知らせください。",
  vehicleChanged: "次の便のお迎えの車両が変わります。お時間は変わりません。",
  vehicle: (name, colour, plate) => `車両 ${name}（${colour}、${plate}）`,
  delayed: (minutes, cause) =>
    `${BECAUSE[cause]}、お約束の時刻より${minutes}分ほど遅れる見込みです。次の時刻にお待ちください。`,
  reminder: "次の便をご予約いただいております。",
  ifNotRiding: "ご都合が変わられたときは、お早めにお取り消しください。お席をほかの方にお使いいただけます。",
  sorry: "ご迷惑をおかけし、まことに申し訳ございません。",
  standsForNow: "次のご予約は、いまのところそのままです。変わるときは改めてお知らせします。",
  freePlace: (answerBy) =>
    `${answerBy}までにお返事ください。お返事がないときは、次にお待ちの方へご案内します。`,
  ask: (phone) => `お問い合わせ ${phone}`,
  noReply: "このメールには返信できません。",
};
