import { ja, type TerminalMessages } from "./ja.ts";

export const jaEasy: TerminalMessages = {
  ...ja,
  bindLead: "会社の画面に出ている8つの数字を入れてください。",
  wrongCode: "数字がちがうか、時間がすぎました。新しい数字を聞いてください。",
  signInTitle: "仕事を始める",
  wrongPin: "番号か暗証番号がちがいます。5回まちがえると使えなくなります。",
  locked: "5回まちがえたので使えません。会社に電話してください。",
  notTerminal: "この端末は使えません。会社に電話してください。",
  rollCall: {
    ...ja.rollCall,
    lead: "点呼が終わると、今日の予約が出ます。",
    waiting: "会社の点呼を待っています。終わると、次へ進みます。",
    mustNotDrive: "今日は運転できません。会社の人の言うとおりにしてください。",
    self: "次のことを確かめてください。",
    bad: "ちがうことがある",
    badLead: "出発しないで、会社に電話してください。",
    open: "点呼がまだです",
  },
  otherDay: {
    title: (date) => `${date}の予定です`,
    lead: "電波がないので、前の予定を出しています。今日の予定は、電波がもどると出ます。点呼は、電話で聞いてください。",
  },
  notAssigned: "今日の仕事が決まっていません。会社に電話してください。",
  end: {
    ...ja.end,
    open: "仕事を終わる",
    title: "仕事の終わり",
    same: "記録と同じです",
    unsent: (count) => `まだ送っていない記録が${count}件あります。送り終わると、報告できます。`,
    done: "仕事の終わりを送りました",
    afterWaiting: "会社の人の、終わりの点呼を受けてください。",
  },
};
