import type { CrewMessages } from "./ja.ts";
import { ja } from "./ja.ts";

/** The operator's own page: the law's words stay, the sentences around them are plain. */
export const jaEasy: CrewMessages = {
  ...ja,
  readOnly: "自治体の人は見るだけです。変えるのは運行事業者です。",
  noDuty: "この日は車が走りません。",
  nobody: "運転する人なし",
  day: {
    ...ja.day,
    lead: "選ぶと、今から運転する人がかわります。きまりに合わないときは、かえられません。",
    driver: "運転する人",
    change: "かえる",
    fine: "だいじょうぶです",
    refused: "この人は運転できません",
    assigned: "運転する人をかえました",
  },
  people: {
    ...ja.people,
    lead: "はじめの点呼が終わるまで、端末に予約は出ません。",
    leadFree: "仕事の前と後に点呼をします。",
    missing: "まだです",
    mustNotDrive: "運転できません",
    nobody: "この日に運転する人がいません。",
  },
  driver: {
    ...ja.driver,
    pinIs: "この番号は、本人だけに教えてください。閉じると、もう見られません。",
    pinAsk: "新しい暗証番号を作ります。前の番号は使えなくなります。",
    empty: "運転する人がまだいません。",
  },
  device: {
    ...ja.device,
    codeLead: "端末でこのページを開いて、コードを入れてください。カメラでも読めます。",
    codeUntil: "10分のあいだ、1回だけ使えます。",
    signOutLead: "端末はすぐに使えなくなります。送っていない記録は、次に入ったときに送ります。",
    lockLead: "なくしたとき、ぬすまれたときに使います。もどすまで、だれもこの端末に入れません。",
    empty: "端末がまだありません。",
  },
  book: { ...ja.book, empty: "点呼の記録はありません。" },
  record: { ...ja.record, empty: "業務の記録はありません。" },
};
