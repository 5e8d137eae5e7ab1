/** Texts of the public page that says what the service promises and how it was kept. Gives the shape. */
export const ja = {
  title: "お約束と実績",
  door: "お約束と実績を見る",
  lead: (service: string) => `${service}が、ご利用の皆さまにお約束することと、その実績です。`,
  promises: {
    title: "お約束",
    hours: "運行する日と時間",
    weekdays: ["月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"],
    days: (days: readonly string[]) => days.join("・"),
    daysFromTo: (first: string, last: string) => `${first}〜${last}`,
    onDays: (days: string, hours: string) => `${days} ${hours}`,
    between: (from: string, to: string) => `${from}〜${to}`,
    holidays: { rests: "祝日と運休日はお休みです。", runs: "祝日も運行します。運休日はお休みです。" },
    window: "お迎えの時間帯",
    windowIs: (minutes: number) =>
      `ご予約のときに、お迎えの時間帯をお伝えします。時間帯の長さは、長くても${minutes}分です。`,
    departure: "出発",
    departureIs: "お伝えした時間帯が始まる前に、お客様を残して出発することはありません。",
    arrival: "到着の時刻をお決めになったとき",
    arrivalIs: (minutes: number) =>
      `お決めになった時刻までにお送りします。ご予約のときの予定では、早くても${minutes}分前の到着です。`,
    ride: "ご乗車の時間",
    rideIs: (times: string, minutes: number) =>
      `乗り合わせで回り道をする場合も、まっすぐ向かったときの${times}倍か、${minutes}分を加えた時間の、どちらか長い時間を超えません。`,
    late: "遅れるとき",
    lateIs: "遅れる見込みになったときは、ご登録の連絡方法でお知らせするか、お電話を差し上げます。",
    phone: "お電話でのご予約・お問い合わせ",
  },
  results: {
    title: "実績",
    lastMonth: "先月",
    thisMonth: "今月",
    range: (from: string, to: string) => `${from}から${to}まで`,
    notYet: "今月の実績は、明日から表示します。",
    rides: "ご乗車の件数",
    pickups: "お約束の時間帯の終わりまでにご乗車いただいた割合",
    arrivals: "お約束の時刻までに降りていただいた割合",
    calledOff: "ご予約のあと、運行側で取り消した件数",
    count: (count: number) => `${count}件`,
    percent: (value: string) => `${value}%`,
    few: "件数が少ないため表示しません",
    none: "対象なし",
    how: "数え方",
    howLines: [
      "運転者が記録した乗車と降車の時刻を、お伝えしたお約束と比べています。ご予約を変更された場合は、変更のときのお約束と比べます。",
      "前もって遅れをお知らせした場合も、お約束に間に合わなければ、守れなかったものとして数えます。時間帯より早くご乗車いただいた場合は、守れたものとして数えます。",
      "お客様のお取り消しと、おいでにならなかったご予約は含みません。車がお迎えに向かったあと、お申し出により受付で取り消したものは、運行側で取り消した件数に含みます。",
      "割合の端数は切り捨てています。どなたのご乗車かが分からないよう、5件に満たない件数と、その割合は表示しません。",
    ],
  },
};

export type PromiseMessages = typeof ja;
