import { isMoment, type SpokenTime } from "../desk/spoken.ts";
import type { DelayMessages } from "./ja.ts";
import type { ComingWords, DelayCause, RideWords } from "./words.ts";

const time = ({ hour, minute }: SpokenTime): string => `${hour}:${String(minute).padStart(2, "0")}`;

const pickup = (words: ComingWords): string =>
  isMoment(words)
    ? `at ${time(words.pickupFrom)}`
    : `between ${time(words.pickupFrom)} and ${time(words.pickupTo)}`;

const greeting = ({ service, name }: RideWords): string =>
  `This is the booking centre of ${service}. Am I speaking with ${name}?`;

const BECAUSE: Readonly<Record<DelayCause, string>> = {
  traffic: "because of traffic",
  weather: "because of the weather",
  boarding: "because boarding took longer",
  vehicle: "because of a problem with the vehicle",
  other: "for operational reasons",
};

const riders = (count: number): string => `${count} ${count === 1 ? "rider" : "riders"}`;

export const en: DelayMessages = {
  title: "Calls about delays",
  none: "Nobody has to be told of a delay",
  summary: (calls, texts) =>
    `${riders(calls + texts)} to be told${texts > 0 ? ` (${texts} of them by text)` : ""}`,
  aboard: (count) => `${riders(count)} aboard will be late too; their driver tells them.`,
  late: (minutes) => `${minutes} min late`,
  deadline: (at) => `promised by ${at}`,
  phone: "Phone",
  ride: (from, to) => `${from} → ${to}`,
  code: (code) => `boarding code ${code}`,
  read: "Read aloud",
  send: "Text to send",
  texts: "To be told by text (do not call)",
  outcomes: { reached: "Reached", absent: "No answer", "call-again": "Call again" },
  sent: "Sent",
  made: (at, outcome, by) => `${at} ${outcome} (${by})`,
  again: "It has become later than what was told. Please tell the rider again.",
  workedOff: (count) => `${riders(count)} told`,
  close: "Close the list",
  stillOpen: (count) => `Cannot be closed: ${riders(count)} still to be told`,
  contact: "Cannot be phoned (tell by text)",
  badges: { stranded: "No vehicle", found: "Vehicle found" },
  script: {
    late: (words) => [
      greeting(words),
      `The vehicle for your ride today from ${words.from} to ${words.to} will be about ${words.late} minutes later than promised ${BECAUSE[words.cause]}. We are very sorry.`,
      `It is expected ${pickup(words)}, and you should arrive by ${time(words.arriveBy)}.`,
      "If that does not suit you, please tell me now.",
    ],
    stranded: (words) => [
      greeting(words),
      `We have no vehicle that can come for your ride today from ${words.from} to ${words.to}. We are very sorry.`,
      "I will look for a ride at another time. Please tell me what would suit you.",
      "Should a vehicle be found after all, we will call you again.",
    ],
    found: (words) => [
      greeting(words),
      `We told you that no vehicle could come for your ride today from ${words.from} to ${words.to}. One can come after all.`,
      `It is expected ${pickup(words)}, and you should arrive by ${time(words.arriveBy)}.`,
      "If you have found another way by now, please tell me.",
    ],
  },
  text: {
    late: (words) =>
      `Dear ${words.name}, this is ${words.service}. The vehicle for your ride today from ${words.from} to ${words.to} will be about ${words.late} minutes later than promised ${BECAUSE[words.cause]}. It is expected ${pickup(words)}; you should arrive by ${time(words.arriveBy)}. We are very sorry.`,
    stranded: ({ name, service, from, to }) =>
      `Dear ${name}, this is ${service}. We have no vehicle that can come for your ride today from ${from} to ${to}. We are very sorry. If another time would suit you, please let us know. Should a vehicle be found after all, we will tell you.`,
    found: (words) =>
      `Dear ${words.name}, this is ${words.service}. A vehicle can come after all for your ride today from ${words.from} to ${words.to}, of which we told you that none could. It is expected ${pickup(words)}; you should arrive by ${time(words.arriveBy)}. If you have found another way by now, please let us know.`,
  },
};
