import type { NeedsMessages } from "./ja.ts";

export const en: NeedsMessages = {
  title: "What you bring, help you wish for",
  lead: "If there is nothing, just go on.",
  names: { walker: "Walker", stroller: "Stroller", help: "Help getting on and off" },
  short: { walker: "walker", stroller: "stroller", help: "help" },
  between: ", ",
  none: "none",
  record: (names) => `Your record says: ${names}. Change the marks if this ride is different.`,
  awaiting: "Looking at your record…",
  unread: "Your record could not be read. Please mark what you bring and the help you wish for.",
  wheelchair: "Your record has a wheelchair. If you stay in it during the ride, please count it here.",
  told: (names) => `The driver is told: ${names}`,
  changed: (before, after) => `Needs: ${before} → ${after}`,
};
