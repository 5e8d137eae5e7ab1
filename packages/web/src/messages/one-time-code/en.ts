import type { OneTimeCodeMessages } from "./ja.ts";

export const en: OneTimeCodeMessages = {
  title: "Type the code",
  sentTo: (address) => `We sent a code to ${address}. It may take a minute.`,
  minutes: (minutes) => `The code can be used for ${minutes} minutes.`,
  demo: "The demo town sends neither e-mail nor text messages. The code is shown below.",
  label: "Code (6 digits)",
  need: "Type the six digits",
  wrong: "The code is wrong or too old. Check it again, or have a new code sent.",
  wornOut: "That was wrong five times, so this code is no longer good. Have a new code sent.",
  again: "Send a new code",
  againSoon: "You can have another sent in a moment",
  sentAgain: "A new code was sent. Please do not use the one before.",
};
