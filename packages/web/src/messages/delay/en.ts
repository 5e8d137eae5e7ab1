import type { DelayMessages } from "./ja.ts";
import type { DelayCause, DelayWords } from "./words.ts";

const time = ({ hour, minute }: DelayWords["arriveBy"]): string =>
  `${hour}:${String(minute).padStart(2, "0")}`;

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
  again: "It has become later than what was  Please tell the rider again.",
  workedOff: (count) => `${riders(count)} told`,
  close: "Close the list",
  stillOpen: (count) => `Cannot be closed: ${riders(count)} still to be told`,
  contact: "Cannot be phoned (tell by text)",
  script: ({ service, name, from, to, late, cause, pickupFrom, pickupTo, arriveBy }) => [
    `This is the booking centre of ${service}. Am I speaking with ${name}?`,
    `The vehicle for your ride today from ${from} to ${to} will be about ${late} minutes later than promised ${BECAUSE[cause]}. We are very sorry.`,
    `It is expected between ${time(pickupFrom)} and ${time(pickupTo)}, and you should arrive by ${time(arriveBy)}.`,
    "If that does not suit you, please tell me now.",
  ],
  text: ({ service, name, from, to, late, cause, pickupFrom, pickupTo, arriveBy }) =>
    `Dear ${name}, this is ${service}. The vehicle for your ride today from ${from} to ${to} will be about ${late} minutes later than promised ${BECAUSE[cause]}. It is expected between ${time(pickupFrom)} and ${time(pickupTo)}; you should arrive by ${time(arriveBy)}. We are very sorry.`,
};
