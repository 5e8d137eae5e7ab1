import type { NeedsMessages } from "./ja.ts";

export const en: NeedsMessages = {
  title: "What you bring, help you wish for",
  lead: "If there is nothing, just go on.",
  names: { walker: "Walker", stroller: "Stroller", help: "Help getting on and off" },
  short: { walker: "walker", stroller: "stroller", help: "help" },
  between: ", ",
  none: "none",
  record: (names) => `Your record says: ${names}. Change the marks if this ride is different.`,
  told: (names) => `The driver is told: ${names}`,
  changed: (before, after) => `Needs: ${before} → ${after}`,
};
