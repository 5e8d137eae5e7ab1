import { partyCounts } from "../../ui/party.ts";
import type { DeskMessages } from "./ja.ts";
import { isMoment, type SpokenOffer, type SpokenTime, type SpokenWalk } from "./spoken.ts";

const spokenTime = ({ hour, minute }: SpokenTime): string => {
  const half = hour < 12 ? `午前（ごぜん）${hour}時` : `午後（ごご）${hour - 12}時`;
  return minute === 0 ? half : `${half}${minute}分`;
};

const spokenWindow = (offer: SpokenOffer): string =>
  `${spokenTime(offer.pickupFrom)}${isMoment(offer) ? "" : `から${spokenTime(offer.pickupTo)}の間（あいだ）`}`;

const whoAndWhat = ({ persons, wheelchairs, needs }: SpokenOffer): string =>
  [`${persons}人（にん）`, ...(wheelchairs > 0 ? [`車（くるま）いす${wheelchairs}`] : []), ...needs].join(
    "、",
  );

const spokenWalk = ({ stop, meters }: SpokenWalk): string =>
  `「${stop}」（歩（ある）いて${meters}メートルぐらい）`;

const classes = {
  general: "おとな",
  senior: "お年寄（としよ）り",
  disabled: "障（しょう）がい",
  child: "こども",
  infant: "あかちゃん",
};

export const jaEasy: DeskMessages = {
  title: "電話（でんわ）の予約（よやく）",
  closed: {
    title: "電話（でんわ）の時間（じかん）ではありません",
    hint: "今（いま）は電話（でんわ）の予約（よやく）ができません。会員（かいいん）と予約（よやく）を見（み）ることはできます。",
  },
  member: {
    title: "会員（かいいん）",
    search: "電話番号（でんわばんごう）・かな・会員番号（かいいんばんごう）・町（まち）",
    searchHint: "Enter で最初（さいしょ）の人（ひと）（いないときは登録（とうろく））、↓ でリスト",
    found: (count) => `${count}人（にん）います`,
    none: "いません。番号（ばんごう）を見（み）るか、新（あたら）しく登録（とうろく）してください。",
    results: "見（み）つかった人（ひと）",
    memberNo: "会員番号（かいいんばんごう）",
    phone: "電話（でんわ）",
    town: "住所（じゅうしょ）",
    fareClass: "お金（かね）の種類（しゅるい）",
    add: "新（あたら）しい人（ひと）を登録（とうろく）",
    other: "ほかの人（ひと）を探（さが）す",
  },
  newMember: {
    title: "新（あたら）しい会員（かいいん）",
    name: "名前（なまえ）",
    kana: "名前（なまえ）のかな",
    kanaHint: "ひらがな・カタカナ",
    phone: "電話番号（でんわばんごう）",
    birthDate: "生（う）まれた日（ひ）",
    birthDateHint: "例（れい）：S23.5.3、1948-05-03",
    town: "住所（じゅうしょ）（町（まち）の名前（なまえ）まで）",
    disability: "障（しょう）がい者手帳（しゃてちょう）を見（み）た",
    seenOn: "手帳（てちょう）を見（み）た日（ひ）",
    until: "手帳（てちょう）はいつまで",
    submit: "登録（とうろく）する",
    cancel: "やめる",
    keys: "Enter 次（つぎ）へ・登録（とうろく）　Esc やめる",
    missing: "書（か）いてください",
    faults: {
      kana: "ひらがなかカタカナで書（か）いてください",
      phone: "0 から始（はじ）まる番号（ばんごう）を書（か）いてください",
      date: "S23.5.3 や 1948-05-03 のように書（か）いてください",
    },
  },
  trips: {
    title: "いつものところ",
    none: "前（まえ）に乗（の）った記録（きろく）は、まだありません（N か Enter で新（あたら）しい）",
    hint: "Enter か番号（ばんごう）で同（おな）じ、R で帰（かえ）り、N で新（あたら）しい、↑↓ で選（えら）ぶ",
    rides: (count) => `${count}回（かい）`,
    last: (date) => `前（まえ）は ${date}`,
    repeat: "同（おな）じ",
    back: "帰（かえ）り",
    fresh: "新（あたら）しいところ",
    row: (from, to) => `${from} → ${to}`,
    repeatOf: (from, to) => `同（おな）じ：${from} から ${to}`,
    backOf: (from, to) => `帰（かえ）り：${from} から ${to}`,
  },
  upcoming: {
    title: "これからの予約（よやく）",
    none: "これからの予約（よやく）はありません",
    cancel: "やめる",
    cancelOf: (what) => `予約（よやく）をやめる：${what}`,
    window: (from, to) => `車（くるま）が来（く）る時間（じかん） ${from}〜${to}`,
    code: (code) => `番号（ばんごう） ${code}`,
    cannotCancel: "車（くるま）がもう行（い）っているので、やめることができません",
    change: "変（か）える",
    changeOf: (what) => `予約（よやく）を変（か）える：${what}`,
    cannotChange: "車（くるま）がもう行（い）っているので、変（か）えることができません",
    keys: "C で「変（か）える」へ、Tab で「やめる」へ",
  },
  changing: {
    title: "予約（よやく）を変（か）える",
    lead: "新（あたら）しい予約（よやく）が決（き）まるまで、この予約（よやく）は残（のこ）ります。",
    leave: "変（か）えない",
    keys: "Esc 変（か）えない",
    confirm: "予約（よやく）を変（か）える",
    kept: "今（いま）の予約（よやく）は、そのままです。",
    done: "予約（よやく）を変（か）えました",
  },
  states: {
    confirmed: "予約（よやく）した",
    boarding: "待（ま）っている",
    riding: "乗（の）っている",
    completed: "降（お）りた",
    cancelled_by_rider: "やめた",
    cancelled_by_operator: "車（くるま）がやめた",
    no_show: "来（こ）なかった",
    suspended: "運休（うんきゅう）",
  },
  cancelling: {
    title: "予約（よやく）をやめる",
    reason: "どうして",
    reasonHint: "例（れい）：病気（びょうき）、予定（よてい）が変（か）わった",
    submit: "やめる",
    keep: "やめない",
    done: (from, to) => `${from}から${to}までの予約（よやく）をやめました。また使（つか）ってください。`,
  },
  request: {
    title: "予約（よやく）",
    from: "乗（の）る乗降（じょうこう）ポイント",
    to: "降（お）りる乗降（じょうこう）ポイント",
    stopHint: "番号（ばんごう）・名前（なまえ）・かな・近（ちか）くの町（まち）の名前（なまえ）",
    stopNear: (place, distance) => `${place}から${distance}くらい`,
    stopNone: "乗降（じょうこう）ポイントがありません",
    mode: "時間（じかん）の決（き）め方（かた）",
    modes: { depart: "出（で）る", arrive: "着（つ）く" },
    date: "日（ひ）",
    dayOff: "休（やす）み",
    time: "時間（じかん）",
    timeHint: "例（れい）：930、13:15",
    companions: "いっしょの人（ひと）",
    companionsHint: "ほかに何人（なんにん）（車（くるま）いすは会員（かいいん）の分（ぶん）も）",
    wheelchairs: "車（くるま）いす",
    submit: "車（くるま）を探（さが）す",
    submitting: "探（さが）しています",
    submitHint: "いっしょの人（ひと）で Enter、または Ctrl+Enter",
    faults: {
      missing: "書（か）いてください",
      "same-stop": "乗（の）るところと降（お）りるところが同（おな）じです",
      "not-a-time": "930 や 13:15 のように書（か）いてください",
    },
    needMember: "先（さき）に会員（かいいん）を選（えら）んでください",
  },
  classes,
  offer: {
    title: "確（たし）かめる",
    readAloud: "読（よ）んでください",
    sentence: (offer, before) => [
      ...(before === undefined
        ? [`もう一度（いちど）言（い）います。${offer.day}、${offer.from}から${offer.to}まで行（い）きます。`]
        : [
            `もう一度（いちど）言（い）います。今（いま）の予約（よやく）は、${before.day}、${before.from}から${before.to}まで、${spokenWindow(before)}、${whoAndWhat(before)}です。これを変（か）えます。`,
            `新（あたら）しい予約（よやく）は、${offer.day}、${offer.from}から${offer.to}までです。`,
          ]),
      `車（くるま）は${spokenWindow(offer)}に来（き）ます。${spokenTime(offer.arriveBy)}までに着（つ）きます。`,
      `乗（の）る人（ひと）は${partyCounts(offer.party)
        .map(({ fareClass, count }) => `${classes[fareClass]}${count}人（にん）`)
        .join("、")}、全部（ぜんぶ）で${offer.persons}人（にん）です。`,
      ...(offer.needs.length > 0
        ? [`${offer.needs.join("、")}のことは、運転（うんてん）する人（ひと）に伝（つた）えます。`]
        : []),
      `${offer.wheelchairs > 0 ? `車（くるま）いすは${offer.wheelchairs}です。` : ""}お金（かね）は${before === undefined || before.fare === offer.fare ? "" : `${before.fare}円（えん）から変（か）わって、`}${offer.fare}円（えん）です。いいですか。`,
    ],
    confirm: "予約（よやく）する",
    confirming: "予約（よやく）しています",
    change: "変（か）える",
    held: (time) => `席（せき）を取（と）っています　あと ${time}`,
    notHeld: "席（せき）は取（と）っていません。予約（よやく）するとき、もう一度（いちど）調（しら）べます",
    endingSoon: "もうすぐ席（せき）がなくなります。E で延（の）ばします。",
    expired:
      "時間（じかん）が終（お）わりました。書（か）いたことは残（のこ）っています。E でもう一度（いちど）探（さが）します。",
    over: "時間（じかん）が終（お）わりました。書（か）いたことは残（のこ）っています。E でもう一度（いちど）探（さが）します。",
    renew: "もう少（すこ）し待（ま）つ（E）",
    again: "もう一度（いちど）探（さが）す（E）",
    moved: "時間（じかん）が変（か）わりました。もう一度（いちど）読（よ）んでください。",
    keys: "Enter 予約（よやく）する　Esc 変（か）える",
  },
  refusal: {
    title: "車（くるま）がありません",
    apology: (reasons) => `すみません。${reasons.join("")}`,
    alternativesTitle: "ほかの時間（じかん）",
    sentence: (times) =>
      `${times
        .map(
          ({ mode, time, day, boardAt, alightAt }) =>
            [
              ...(boardAt === undefined ? [] : [`${spokenWalk(boardAt)}から乗（の）る車（くるま）`]),
              ...(alightAt === undefined ? [] : [`${spokenWalk(alightAt)}で降（お）りる車（くるま）`]),
            ].join("、") ||
            `${day === undefined ? "" : `${day}の`}${spokenTime(time)}に${mode === "depart" ? "出（で）る" : "着（つ）く"}車（くるま）`,
        )
        .join("、または")}があります。どうですか。`,
    none: "近（ちか）い時間（じかん）の車（くるま）もありません。日（ひ）や人（ひと）の数（かず）を変（か）えて調（しら）べますか。",
    time: (mode, time) => `${time} に${mode === "depart" ? "出（で）る" : "着（つ）く"}`,
    alternative: (pickup, dropoff) => `（${pickup} ごろ乗（の）る、${dropoff} ごろ着（つ）く）`,
    boardAt: (stop, meters) => `「${stop}」から乗（の）る・歩（ある）いて${meters}m`,
    alightAt: (stop, meters) => `「${stop}」で降（お）りる・歩（ある）いて${meters}m`,
    keys: (count) => `${count > 1 ? `1〜${count}` : "1"} で選（えら）ぶ　Esc 変（か）える`,
    change: "変（か）える",
    choose: (number, text) => `${number} ${text}`,
    byVehicle: "車（くるま）ごとの理由（りゆう）",
    whose: (code) => `番号（ばんごう） ${code}`,
    more: (count) => `ほか${count}台（だい）`,
  },
  why: {
    title: "この車（くるま）の理由（りゆう）",
    chosen: (vehicle, minutes) => `${vehicle}：運転（うんてん）が${minutes}分（ふん）ふえる`,
    runnerUp: (vehicle, minutes) => `次（つぎ）は ${vehicle}：運転（うんてん）が${minutes}分（ふん）ふえる`,
    noOther: "ほかにできる車（くるま）はない",
    nobodyLater: "ほかの予約（よやく）は変（か）わらない",
    later: (whose, pickup, dropoff) =>
      `${whose}：${[...(pickup > 0 ? [`乗（の）るのが${pickup}分（ふん）`] : []), ...(dropoff > 0 ? [`降（お）りるのが${dropoff}分（ふん）`] : [])].join("、")}あと（約束（やくそく）は守（まも）る）`,
    whose: (code) => `番号（ばんごう） ${code}`,
    held: "まだ決（き）まっていない予約（よやく）",
    moved: (whose) =>
      `${whose}：車（くるま）か順番（じゅんばん）を変（か）えた（約束（やくそく）は守（まも）る）`,
  },
  confirmed: {
    title: "予約（よやく）しました",
    sentence: (booking, isChange = false) => [
      `ありがとうございます。${isChange ? "予約（よやく）を変（か）えました" : "予約（よやく）しました"}。番号（ばんごう）は${[...booking.code].join("、")}です。`,
      `${booking.day}、${spokenTime(booking.pickupFrom)}までに「${booking.from}」で待（ま）ってください。`,
      ...(booking.vehicle === undefined
        ? []
        : [
            `車（くるま）は${booking.vehicle.colour}の「${booking.vehicle.name}」、ナンバーは${booking.vehicle.plate}です。`,
          ]),
      "乗（の）るとき、番号（ばんごう）を運転（うんてん）する人（ひと）に言（い）ってください。",
    ],
    code: "番号（ばんごう）",
    next: "次（つぎ）の電話（でんわ）",
    returnTrip: "帰（かえ）りも予約（よやく）",
    keys: "Enter 次（つぎ）の電話（でんわ）　R 帰（かえ）り",
  },
};
