import type { ConfirmingMessages } from "./ja.ts";

export const en: ConfirmingMessages = {
  submit: "Confirm",
  submitting: "Checking…",
  change: "Change the address",
};
