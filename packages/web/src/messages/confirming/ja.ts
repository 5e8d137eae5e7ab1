/** Showing by a code that an address or a number is the member's own. Gives the shape for the other languages. */
export const ja = {
  submit: "確認する",
  submitting: "確かめています…",
  change: "宛先を入力し直す",
};

export type ConfirmingMessages = typeof ja;
