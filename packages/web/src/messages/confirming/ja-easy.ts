import type { ConfirmingMessages } from "./ja.ts";

export const jaEasy: ConfirmingMessages = {
  submit: "確認（かくにん）する",
  submitting: "待（ま）ってください…",
  change: "前（まえ）に戻（もど）る",
};
