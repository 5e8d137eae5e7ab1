import type { AppMessages } from "./ja.ts";

export const en: AppMessages = {
  update: {
    title: "A new version is ready",
    lead: "Taking it opens this page anew. If you are in the middle of something, finish that first.",
    take: "Take the new version",
  },
  offline: {
    title: "No connection",
    lead: "Nothing new can be received right now.",
    kept: {
      now: "You see what was last received.",
      minutes: (n) => `You see what was received ${n === 1 ? "a minute" : `${n} minutes`} ago.`,
      hours: (n) => `You see what was received ${n === 1 ? "an hour" : `${n} hours`} ago.`,
      days: (n) => `You see what was received ${n === 1 ? "a day" : `${n} days`} ago.`,
    },
    again: "It will be brought up to date by itself as soon as there is a connection.",
  },
};
