import {
  isMoment,
  type SpokenAlternative,
  type SpokenBooking,
  type SpokenOffer,
  type SpokenTime,
  type SpokenWalk,
} from "./spoken.ts";
import { spokenParty } from "./spoken-party.ts";

/** As one says it on the phone, so that morning and afternoon are never mistaken: 午前10時20分, 正午, 午後2時ちょうど. */
const spokenTime = ({ hour, minute }: SpokenTime): string => {
  if (hour === 12) return minute === 0 ? "正午" : `お昼の12時${minute}分`;
  const half = hour < 12 ? `午前${hour}時` : `午後${hour - 12}時`;
  return minute === 0 ? `${half}ちょうど` : `${half}${minute}分`;
};

const spokenWindow = ({ pickupFrom, pickupTo }: SpokenOffer): string =>
  isMoment({ pickupFrom, pickupTo })
    ? spokenTime(pickupFrom)
    : `${spokenTime(pickupFrom)}から${spokenTime(pickupTo)}までの間`;

const spokenFare = (yen: number): string => (yen === 0 ? "無料" : `合計${yen}円`);

const whoAndWhat = ({ persons, wheelchairs, needs }: SpokenOffer): string =>
  [`${persons}名様`, ...(wheelchairs > 0 ? [`車いす${wheelchairs}台`] : []), ...needs].join("、");

const spokenWalk = ({ stop, meters }: SpokenWalk): string => `歩いて約${meters}メートルの「${stop}」`;

const classes = {
  general: "一般",
  senior: "高齢者",
  disabled: "障がい者",
  child: "こども",
  infant: "乳幼児",
};

/** The phone desk. What is called `sentence` is read to the caller; the rest is for the operator. Gives the shape for the other languages. */
export const ja = {
  title: "電話受付",
  closed: {
    title: "電話の受付時間外です",
    hint: "いまは電話でのご予約を確定できません。会員の検索と予約の確認はできます。",
  },
  member: {
    title: "会員",
    search: "電話番号・かな・会員番号・町名",
    searchHint: "Enter で先頭の会員（いなければ登録）、↓ で一覧へ",
    found: (count: number) => `${count}人見つかりました`,
    none: "見つかりません。番号を確かめるか、新しく登録してください。",
    results: "検索結果",
    memberNo: "会員番号",
    phone: "電話",
    town: "住所",
    fareClass: "運賃区分",
    add: "新しい会員を登録",
    other: "別の会員を探す",
  },
  newMember: {
    title: "会員登録",
    name: "氏名",
    kana: "かな",
    kanaHint: "ひらがな・カタカナ",
    phone: "電話番号",
    birthDate: "生年月日",
    birthDateHint: "例：S23.5.3、昭和23年5月3日、1948-05-03",
    town: "住所（町名まで）",
    disability: "障がい者手帳を確認した",
    seenOn: "手帳を確認した日",
    until: "手帳の有効期限（あれば）",
    submit: "登録して予約へ進む",
    cancel: "登録をやめる",
    keys: "Enter 次の空欄へ・登録　Esc やめる",
    missing: "入力してください",
    faults: {
      kana: "ひらがなかカタカナで入力してください",
      phone: "0 から始まる電話番号を、数字とハイフンで入力してください",
      date: "S23.5.3 や 1948-05-03 の形で入力してください",
    },
  },
  trips: {
    title: "いつもの区間",
    none: "過去の利用はまだありません（N か Enter で新しい区間）",
    hint: "Enter か番号で同じ区間、R で帰り、N で新しい区間、↑↓ で選ぶ",
    rides: (count: number) => `${count}回`,
    last: (date: string) => `前回 ${date}`,
    repeat: "同じ区間",
    back: "帰り",
    fresh: "新しい区間",
    row: (from: string, to: string) => `${from} → ${to}`,
    repeatOf: (from: string, to: string) => `同じ区間：${from} から ${to}`,
    backOf: (from: string, to: string) => `帰り：${from} から ${to}`,
  },
  upcoming: {
    title: "これからの予約",
    none: "これからの予約はありません",
    cancel: "取消",
    cancelOf: (what: string) => `取消：${what}`,
    window: (from: string, to: string) => `お迎え ${from}〜${to}`,
    code: (code: string) => `乗車番号 ${code}`,
    cannotCancel: "車が向かっているか、乗車が始まっているため取り消せません",
    change: "変更",
    changeOf: (what: string) => `変更：${what}`,
    cannotChange: "車が向かっているか、乗車が始まっているため変更できません",
    keys: "C で変更へ、Tab で取消へ",
  },
  changing: {
    title: "予約の変更",
    lead: "変更が確定するまで、この予約はそのまま残ります。",
    leave: "変更をやめる",
    keys: "Esc 変更をやめる",
    confirm: "変更を確定する",
    kept: "いまのご予約は、そのままお取りしております。",
    done: "予約を変更しました",
  },
  states: {
    confirmed: "予約済",
    boarding: "乗車待ち",
    riding: "乗車中",
    completed: "降車済",
    cancelled_by_rider: "取消",
    cancelled_by_operator: "運行側取消",
    no_show: "無断キャンセル",
    suspended: "運休",
  },
  cancelling: {
    title: "予約の取消",
    reason: "取消の理由",
    reasonHint: "例：体調不良、予定変更",
    submit: "取り消す",
    keep: "取り消さない",
    done: (from: string, to: string) =>
      `${from}から${to}までのご予約のお取り消しを承りました。またのご利用をお待ちしております。`,
  },
  request: {
    title: "予約の内容",
    from: "乗車ポイント",
    to: "降車ポイント",
    stopHint: "番号・名前・かな、または近くの町名",
    stopNear: (place: string, distance: string) => `${place}から約${distance}`,
    stopNone: "当てはまる乗降ポイントがありません",
    mode: "時刻の指定",
    modes: { depart: "出発", arrive: "到着" },
    date: "利用日",
    dayOff: "運休",
    time: "時刻",
    timeHint: "例：930、13:15",
    companions: "同伴者",
    companionsHint: "本人のほかに乗る人数（車いすは本人の分も）",
    wheelchairs: "車いす",
    submit: "空きを調べる",
    submitting: "調べています",
    submitHint: "同伴者で Enter、またはどこでも Ctrl+Enter",
    faults: {
      missing: "入力してください",
      "same-stop": "乗車と降車が同じ乗降ポイントです",
      "not-a-time": "時刻を 930 や 13:15 の形で入力してください",
    },
    needMember: "先に会員を選んでください",
  },
  classes,
  offer: {
    title: "復唱",
    readAloud: "お読みください",
    /** @param before  the booking that it replaces: then the caller hears from what to what */
    sentence: (offer: SpokenOffer, before?: SpokenOffer) => [
      ...(before === undefined
        ? [`復唱いたします。${offer.day}、「${offer.from}」から「${offer.to}」までのご利用ですね。`]
        : [
            `復唱いたします。${before.day}、「${before.from}」から「${before.to}」まで、お迎えは${spokenWindow(before)}、${whoAndWhat(before)}のご予約を、次のように変更いたします。`,
            `変更後は、${offer.day}、「${offer.from}」から「${offer.to}」までのご利用でございます。`,
          ]),
      `お迎えは${spokenWindow(offer)}、ご到着は遅くとも${spokenTime(offer.arriveBy)}の予定でございます。`,
      `ご乗車は${offer.persons}名様${offer.persons > 1 ? `（${spokenParty(offer.party, classes)}）` : ""}${offer.wheelchairs > 0 ? `、車いすは${offer.wheelchairs}台` : ""}、運賃は${before === undefined || before.fare === offer.fare ? `${spokenFare(offer.fare)}でございます` : `${spokenFare(before.fare)}から${spokenFare(offer.fare)}に変わります`}。`,
      ...(offer.needs.length > 0 ? [`${offer.needs.join("、")}の件は、運転者に申し伝えます。`] : []),
      before === undefined
        ? "こちらでご予約をお取りしてよろしいでしょうか。"
        : "このように変更してよろしいでしょうか。",
    ],
    confirm: "確定する",
    confirming: "確定しています",
    change: "条件を変える",
    held: (time: string) => `仮押さえ中　あと ${time}`,
    notHeld: "仮押さえなし：確定のときにもう一度空きを確かめます",
    endingSoon: "仮押さえがまもなく切れます。延ばすには E を押してください。",
    expired: "仮押さえが切れました。入力した内容は残っています。E でもう一度空きを調べられます。",
    over: "ご案内の期限が過ぎました。入力した内容は残っています。E でもう一度空きを調べられます。",
    renew: "仮押さえを延ばす（E）",
    again: "もう一度調べる（E）",
    moved: "延長で時刻が変わりました。もう一度復唱してください。",
    keys: "Enter 確定　Esc 条件を変える",
  },
  refusal: {
    title: "ご案内できません",
    apology: (reasons: readonly string[]) =>
      `申し訳ございません。あいにく、ご希望どおりにはお取りできません。${reasons.join("")}`,
    alternativesTitle: "別便のご案内",
    sentence: (times: readonly SpokenAlternative[]) =>
      `${times
        .map(
          ({ mode, time, day, boardAt, alightAt }) =>
            [
              ...(boardAt === undefined ? [] : [`${spokenWalk(boardAt)}からのご乗車`]),
              ...(alightAt === undefined ? [] : [`${spokenWalk(alightAt)}までのご乗車`]),
            ].join("、") ||
            `${day === undefined ? "" : `${day}の`}${spokenTime(time)}${mode === "depart" ? "のご出発" : "のご到着"}`,
        )
        .join("、または、")}でしたらご案内できますが、いかがでしょうか。`,
    none: "近い時間帯でもご案内できる便がございません。日にちや人数などを変えて、お調べいたしましょうか。",
    time: (mode: "depart" | "arrive", time: string) => `${time} ${mode === "depart" ? "出発" : "到着"}`,
    alternative: (pickup: string, dropoff: string) => `（${pickup} ごろ乗車、${dropoff} ごろ到着）`,
    boardAt: (stop: string, meters: number) => `「${stop}」から乗車・徒歩約${meters}m`,
    alightAt: (stop: string, meters: number) => `「${stop}」で降車・徒歩約${meters}m`,
    keys: (count: number) => `${count > 1 ? `1〜${count}` : "1"} で選ぶ　Esc 条件を変える`,
    change: "条件を変える",
    choose: (number: number, text: string) => `${number} ${text}`,
    byVehicle: "車両別の理由",
    whose: (code: string) => `乗車番号 ${code}`,
    more: (count: number) => `ほか${count}台`,
  },
  why: {
    title: "この車両にした理由",
    chosen: (vehicle: string, minutes: number) => `${vehicle}：運転が${minutes}分増`,
    runnerUp: (vehicle: string, minutes: number) => `次点 ${vehicle}：運転が${minutes}分増`,
    noOther: "ほかに受けられる車両なし",
    nobodyLater: "ほかの予約への影響なし",
    later: (whose: string, pickup: number, dropoff: number) =>
      `${whose}：${[...(pickup > 0 ? [`乗車が${pickup}分`] : []), ...(dropoff > 0 ? [`降車が${dropoff}分`] : [])].join("、")}あと（約束の範囲内）`,
    whose: (code: string) => `乗車番号 ${code}`,
    held: "仮押さえ",
    moved: (whose: string) => `組み替え：${whose}（約束の範囲内で車両か順番を変更）`,
  },
  confirmed: {
    title: "予約を確定しました",
    sentence: (booking: SpokenBooking, isChange = false) => [
      `ありがとうございます。${booking.day}、「${booking.from}」から「${booking.to}」までのご予約${isChange ? "に変更いたしました" : "を承りました"}。`,
      `${spokenTime(booking.pickupFrom)}までに「${booking.from}」の乗車ポイントへお越しください。車は${spokenWindow(booking)}にまいります。`,
      `乗車番号は、${[...booking.code].join("、")}でございます。ご乗車の際に、運転者へお伝えください。`,
      ...(booking.vehicle === undefined
        ? []
        : [
            `車は${booking.vehicle.colour}の「${booking.vehicle.name}」、ナンバーは${booking.vehicle.plate}でございます。`,
          ]),
      "ご都合が変わりましたら、お早めにこちらの番号までお電話ください。お電話ありがとうございました。",
    ],
    code: "乗車番号",
    next: "次の電話へ",
    returnTrip: "帰りの便も予約",
    keys: "Enter 次の電話　R 帰りの便",
  },
};

export type DeskMessages = typeof ja;
