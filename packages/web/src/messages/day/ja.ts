/** Texts of the day of the ride: when the vehicle comes, where it is, and why that moves. Gives the shape. */
export const ja = {
  title: { pickup: "お迎えの見込み", dropoff: "到着の見込み" },
  stage: {
    planned: "車は、まだお迎えに向かっていません。",
    coming: "車がお迎えに向かっています。",
    here: "車が到着しています。運転者に乗車番号をお伝えください。",
    riding: "ご乗車中です。",
  },
  between: (from: string, to: string) => `${from}〜${to}`,
  soon: (time: string) => `${time}ごろ`,
  notBefore: (time: string) => `${time}より前に出発することはありません。`,
  stopsBefore: (n: number) => `ほかの${n}か所に寄ってから参ります。`,
  comesNext: "次に、こちらへ参ります。",
  late: (minutes: number) =>
    `お約束より約${minutes}分遅れる見込みです。ご迷惑をおかけして申し訳ございません。`,
  moved: {
    later: (before: string, minutes: number) =>
      `さきほどのご案内（${before}）より、約${minutes}分あとになりました。`,
    sooner: (before: string, minutes: number) =>
      `さきほどのご案内（${before}）より、約${minutes}分早くなりました。`,
  },
  reason: {
    reported: {
      traffic: "道路が混んでいるためです。",
      weather: "天候のため、ゆっくり走っています。",
      boarding: "乗り降りに時間がかかっているためです。",
      vehicle: "車の具合を確かめているためです。",
      other: "運行の都合によるものです。",
    },
    "on-the-road": "車が、まだ離れたところを走っているためです。",
    "at-a-stop": "前の乗降ポイントで、乗り降りに時間がかかっているためです。",
    "other-vehicle": "お迎えの車が変わったためです。",
    "others-aboard": "ほかの方のご乗車が加わったためです。お約束の時間は変わりません。",
  },
  signal: {
    "far-ahead": "お迎えの20分前ごろから、車の位置をご覧いただけます。",
    old: (time: string) => `車の位置は、${time}に受け取ったものです。`,
    none: "いまは車の位置を受け取れていません。予定の時間をご案内しています。",
  },
  away: (distance: string) => `車は、乗車ポイントからまっすぐ測って約${distance}のところにいます。`,
  meters: (n: number) => `${n}メートル`,
  kilometers: (n: string) => `${n}キロメートル`,
  map: {
    open: "車の位置を地図で見る",
    close: "地図を閉じる",
    label: "車の位置と乗降ポイントの地図",
    vehicle: (name: string, time: string) => `${name}\n${time}`,
  },
  until: "変更・取消は、車がお迎えに向かい始めるまで承ります。",
  onTheWay: (phone: string) =>
    `車がお迎えに向かっているため、変更はできません。取消はお電話で承ります：${phone}`,
  aboard: (phone: string) => `お困りのときはお電話ください：${phone}`,
  offline: {
    asOf: (time: string) => `${time}に受け取ったご案内です。`,
    promised: "最後のご案内から時間がたっているため、お約束の時間をご案内しています。",
    actions: (phone: string) =>
      `変更・取消は、通信が戻りましたら承ります。お急ぎのときはお電話ください：${phone}`,
  },
};

export type DayMessages = typeof ja;
