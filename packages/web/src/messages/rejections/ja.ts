/** Why a trip cannot be offered, in words for the rider. Gives the shape for the other languages. */
export const ja = {
  notOperating: {
    period: (date: string) => `${date}は、運行期間に入っておりません。`,
    weekday: (date: string) => `${date}は、運行していない曜日です。`,
    holiday: (date: string) => `${date}は祝日のため、運行をお休みいたします。`,
    suspension: (date: string) => `${date}は、運休いたします。`,
  },
  nextOperating: (date: string) => `次の運行日は${date}です。`,
  outsideHours: (opens: string, closes: string, minutes: number) =>
    `運行時間は${opens}から${closes}までです。ご希望の時刻は${minutes}分外れています。`,
  intakeStopped: (notice: string) => `ただいま、新しいご予約の受付を止めております。${notice}`,
  intakeStoppedThere: (notice: string) =>
    `ご希望の条件では、ただいま新しいご予約の受付を止めております。${notice}`,
  intakeResumes: (at: string) => `受付の再開は${at}の予定です。`,
  receptionClosed: (opens: string, closes: string) => `ご予約の受付期間は${opens}から${closes}までです。`,
  phoneClosed: (opens: string) => `ただいまは電話の受付時間外です。次の受付は${opens}からです。`,
  phoneClosedForNow: "ただいまは電話の受付時間外です。",
  tooEarlyToBook: (opensAt: string) => `この日のご予約は${opensAt}から承ります。`,
  pastCutoff: (minutesLeft: number, minutes: number) =>
    `ご希望の時刻まであと${minutesLeft}分です。ご予約は${minutes}分前までにお願いいたします。`,
  pastTime: (minutes: number) => `ご希望の時刻を過ぎています。ご予約は${minutes}分前までにお願いいたします。`,
  unknownFrom: "乗車ポイントが見つかりません。もう一度お選びください。",
  unknownTo: "降車ポイントが見つかりません。もう一度お選びください。",
  stopClosed: (stop: string) =>
    `「${stop}」は、この日はご利用いただけません。別の乗降ポイントをお選びください。`,
  outsideArea: (stop: string) => `「${stop}」は運行区域の外にあります。別の乗降ポイントをお選びください。`,
  offRoad: (stop: string, meters: number) =>
    `「${stop}」は車の通れる道から${meters}メートル離れているため、ご利用いただけません。`,
  sameStop: "乗車ポイントと降車ポイントが同じです。別の乗降ポイントをお選びください。",
  stopPair: (reason: string) => `この区間はご利用いただけません（${reason}）。`,
  notAMember: "ご利用には、事前の会員登録が必要です。",
  emptyParty: "お乗りになる方が選ばれていません。1人以上お選びください。",
  infantsAlone: "乳幼児だけではご乗車いただけません。付き添いの方といっしょにご予約ください。",
  partyTooLarge: (seats: number, over: number) =>
    `定員${seats}人に対して${over}人多いため、1台にお乗りいただけません。`,
  tooManyWheelchairs: (places: number, over: number) =>
    `車いすの場所${places}台分に対して${over}台多いため、お乗りいただけません。`,
  wheelchairsExceedParty: (over: number) => `車いすの数が、お乗りになる人数より${over}台多くなっています。`,
  overlapsOwnBooking: "同じ時間帯に、すでにご予約があります。先のご予約の変更または取消をお願いいたします。",
  notChangeable: "このご予約は、車がすでに向かっているなどのため、変更できません。お電話でご相談ください。",
  noVehicle: "ご希望の時間帯に、ご案内できる車がありません。",
  noSeatOf: (seats: number, short: number) =>
    `ご希望の時間帯は先のご予約があり、定員${seats}人に対して${short}人多くなります。`,
  noSeat: (short: number) => `ご希望の時間帯は先のご予約があり、座席が${short}人分足りません。`,
  noWheelchairPlace: (short: number) =>
    `ご希望の時間帯は先のご予約があり、車いすの場所が${short}台分足りません。`,
  dutyNotStarted: (minutes: number) => `車の運行が始まるのは、ご希望の${minutes}分あとです。`,
  dutyEndsBefore: (minutes: number) => `車の運行が終わる時刻を${minutes}分過ぎてしまいます。`,
  pickupTooLate: (minutes: number) => `車のお迎えが、ご希望の時刻より${minutes}分遅くなります。`,
  dropoffTooLate: (minutes: number) => `ご希望の到着時刻に${minutes}分間に合いません。`,
  rideTooLong: (minutes: number) => `乗っていただく時間が、決まりより${minutes}分長くなります。`,
  breaksPromise: (minutes: number) => `先にご予約の方とのお約束の時刻に${minutes}分遅れてしまいます。`,
  workTooLong: (minutes: number) => `運転者の勤務時間を${minutes}分超えてしまいます。`,
  stopClosedThen: (minutes: number) => `乗降ポイントが閉まっており、開くのはご希望の${minutes}分あとです。`,
  otherVehicle: "決まった車でのみご案内できるご予約です。",
  certainty: {
    proven:
      "ただいまのご予約状況では、どの車でも、順番をどう組み替えても、お受けできないことを確かめました。",
    searched: "車や順番の組み替えもお調べしましたが、ご案内できる方法は見つかりませんでした。",
    unknown: "車や順番の組み替えもお調べしましたが、すべての場合は確かめきれませんでした。",
  },
  other: "ご希望の条件では、ご案内できません。",
};

export type RejectionMessages = typeof ja;
