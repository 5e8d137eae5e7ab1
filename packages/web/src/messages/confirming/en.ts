import type { ConfirmingMessages } from "./ja.ts";

export const en: ConfirmingMessages = {
  title: "Enter the code",
  sent: (address) => `We have sent a code of 6 digits to ${address}.`,
  minutes: (minutes) => `Please enter it within ${minutes} minutes.`,
  demo: "This is a demo: nothing is sent. This is what would have been sent.",
  label: "Code (6 digits)",
  needed: "Please enter 6 digits",
  wrong: "The code is wrong, or its time is over. Please try again, or have another one sent.",
  submit: "Confirm",
  submitting: "Checking…",
  again: "Send another code",
  back: "Change the address",
};
