/** Showing by a code that an address or a number is the member's own. Gives the shape for the other languages. */
export const ja = {
  title: "確認コードの入力",
  sent: (address: string) => `${address} に、6けたの確認コードを送りました。`,
  minutes: (minutes: number) => `${minutes}分以内に入力してください。`,
  demo: "デモのため、外へは送りません。送るはずの文です。",
  label: "確認コード（6けた）",
  needed: "6けたの数字を入力してください",
  wrong: "確認コードが違うか、時間が過ぎています。もう一度入力するか、送り直してください。",
  submit: "確認する",
  submitting: "確かめています…",
  again: "確認コードを送り直す",
  back: "宛先を入力し直す",
};

export type ConfirmingMessages = typeof ja;
