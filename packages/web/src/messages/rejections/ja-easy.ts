import type { RejectionMessages } from "./ja.ts";

export const jaEasy: RejectionMessages = {
  notOperating: {
    period: (date) => `${date}は、まだ車（くるま）が走（はし）らない日（ひ）です。`,
    weekday: (date) => `${date}は、車（くるま）が休（やす）みの曜日（ようび）です。`,
    holiday: (date) => `${date}は祝日（しゅくじつ）です。車（くるま）は休（やす）みです。`,
    suspension: (date) => `${date}は、車（くるま）が休（やす）みです。`,
  },
  nextOperating: (date) => `次（つぎ）に車（くるま）が走（はし）る日（ひ）は${date}です。`,
  outsideHours: (opens, closes, minutes) =>
    `車（くるま）が走（はし）る時間（じかん）は${opens}から${closes}までです。選（えら）んだ時間（じかん）は${minutes}分（ふん）ちがいます。`,
  intakeStopped: (notice) => `今（いま）、新（あたら）しい予約（よやく）はできません。${notice}`,
  intakeStoppedThere: (notice) => `今（いま）、この予約（よやく）はできません。${notice}`,
  intakeResumes: (at) => `また予約（よやく）ができるのは、${at}の予定（よてい）です。`,
  receptionClosed: (opens, closes) => `予約（よやく）ができるのは${opens}から${closes}までです。`,
  phoneClosed: (opens) =>
    `今（いま）は電話（でんわ）ができない時間（じかん）です。次（つぎ）は${opens}からです。`,
  phoneClosedForNow: "今（いま）は電話（でんわ）ができない時間（じかん）です。",
  tooEarlyToBook: (opensAt) => `この日（ひ）の予約（よやく）は${opensAt}からできます。`,
  pastCutoff: (minutesLeft, minutes) =>
    `その時間（じかん）まで、あと${minutesLeft}分（ふん）です。予約（よやく）は${minutes}分前（ふんまえ）までにしてください。`,
  pastTime: (minutes) =>
    `その時間（じかん）は過（す）ぎました。予約（よやく）は${minutes}分前（ふんまえ）までにしてください。`,
  unknownFrom: "乗（の）る乗降（じょうこう）ポイントがありません。もう一度（いちど）選（えら）んでください。",
  unknownTo: "降（お）りる乗降（じょうこう）ポイントがありません。もう一度（いちど）選（えら）んでください。",
  stopClosed: (stop) =>
    `「${stop}」は、この日（ひ）は使（つか）えません。ほかの乗降（じょうこう）ポイントを選（えら）んでください。`,
  outsideArea: (stop) =>
    `「${stop}」には車（くるま）が行（い）きません。ほかの乗降（じょうこう）ポイントを選（えら）んでください。`,
  offRoad: (stop, meters) =>
    `「${stop}」は道（みち）から${meters}メートル離（はな）れています。使（つか）えません。`,
  sameStop: "乗（の）る場所（ばしょ）と降（お）りる場所（ばしょ）が同（おな）じです。",
  stopPair: (reason) => `この場所（ばしょ）の間（あいだ）は、乗（の）ることができません（${reason}）。`,
  notAMember: "使（つか）う前（まえ）に、会員（かいいん）になってください。",
  emptyParty: "乗（の）る人（ひと）を選（えら）んでください。",
  infantsAlone:
    "小（ちい）さい子（こ）どもだけでは乗（の）れません。大人（おとな）といっしょに予約（よやく）してください。",
  partyTooLarge: (seats, over) => `${seats}人（にん）まで乗（の）れます。${over}人（にん）多（おお）いです。`,
  tooManyWheelchairs: (places, over) =>
    `車（くるま）いすは${places}台（だい）まで乗（の）れます。${over}台（だい）多（おお）いです。`,
  wheelchairsExceedParty: (over) =>
    `車（くるま）いすが、乗（の）る人（ひと）より${over}台（だい）多（おお）いです。`,
  overlapsOwnBooking:
    "同（おな）じ時間（じかん）に、もう予約（よやく）があります。前（まえ）の予約（よやく）を変（か）えるか、取（と）り消（け）してください。",
  notChangeable:
    "車（くるま）がもう向（む）かっているので、この予約（よやく）は変（か）えられません。電話（でんわ）してください。",
  noVehicle: "その時間（じかん）に、使（つか）える車（くるま）がありません。",
  noSeatOf: (seats, short) =>
    `その時間（じかん）は、ほかの人（ひと）の予約（よやく）があります。${seats}人（にん）まで乗（の）れますが、${short}人（にん）多（おお）いです。`,
  noSeat: (short) =>
    `その時間（じかん）は、ほかの人（ひと）の予約（よやく）があります。席（せき）が${short}人分（にんぶん）足（た）りません。`,
  noWheelchairPlace: (short) =>
    `その時間（じかん）は、車（くるま）いすの場所（ばしょ）が${short}台分（だいぶん）足（た）りません。`,
  dutyNotStarted: (minutes) => `車（くるま）が走（はし）り始（はじ）めるのは、${minutes}分（ふん）あとです。`,
  dutyEndsBefore: (minutes) =>
    `車（くるま）が終（お）わる時間（じかん）を${minutes}分（ふん）過（す）ぎます。`,
  pickupTooLate: (minutes) => `車（くるま）が来（く）るのが${minutes}分（ふん）遅（おそ）くなります。`,
  dropoffTooLate: (minutes) => `着（つ）くのが${minutes}分（ふん）遅（おそ）くなります。`,
  rideTooLong: (minutes) =>
    `乗（の）る時間（じかん）が、決（き）まりより${minutes}分（ふん）長（なが）くなります。`,
  breaksPromise: (minutes) =>
    `先（さき）に予約（よやく）した人（ひと）との約束（やくそく）に${minutes}分（ふん）遅（おく）れます。`,
  workTooLong: (minutes) =>
    `運転（うんてん）する人（ひと）の仕事（しごと）の時間（じかん）が${minutes}分（ふん）長（なが）くなります。`,
  stopClosedThen: (minutes) => `この場所（ばしょ）が使（つか）えるのは、${minutes}分（ふん）あとです。`,
  otherVehicle: "決（き）まった車（くるま）にだけ乗（の）れる予約（よやく）です。",
  certainty: {
    proven:
      "今（いま）の予約（よやく）では、どの車（くるま）でも、順番（じゅんばん）を変（か）えても、できません。全部（ぜんぶ）確（たし）かめました。",
    searched:
      "車（くるま）や順番（じゅんばん）を変（か）えることも調（しら）べました。できる方法（ほうほう）は見（み）つかりませんでした。",
    unknown:
      "車（くるま）や順番（じゅんばん）を変（か）えることも調（しら）べました。でも、全部（ぜんぶ）は確（たし）かめられませんでした。",
  },
  other: "この予約（よやく）はできません。",
};
