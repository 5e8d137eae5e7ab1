import type { UnsureMessages } from "./ja.ts";

export const en: UnsureMessages = {
  title: "We could not learn whether your booking went through",
  lead: "Where the signal is good, press the button below again. However often you press it, you book once.",
  again: "Confirm again",
};
