import type { WaitingMessages } from "./ja.ts";
import type { WaitingWords } from "./words.ts";

const time = ({ hour, minute }: WaitingWords["arriveBy"]): string =>
  `${hour}:${String(minute).padStart(2, "0")}`;

const end = ({ answerBy, answerDay }: WaitingWords): string =>
  answerDay === undefined ? time(answerBy) : `${time(answerBy)} on ${answerDay}`;

const riders = (count: number): string => `${count} ${count === 1 ? "rider" : "riders"}`;

export const en: WaitingMessages = {
  join: {
    open: "Wait for a cancellation",
    title: "Waiting list",
    lead: "When a place becomes free, we tell you in the order in which riders began to wait. From then on the place is kept for you until you answer.",
    until: "How long do you want to wait?",
    untils: {
      deadline: "As long as the ride can be booked",
      at: (time) => `Until ${time}`,
    },
    confirm: "Wait",
    confirming: "Sending…",
    waiting: (place) => `You are on the waiting list (number ${place})`,
    told: {
      web: "When a place becomes free, it appears on your Book page.",
      phone: "When a place becomes free, we call you.",
      text: "When a place becomes free, we tell you in writing.",
    },
    home: "Open the Book page",
  },
  whyNot: {
    room: "A place has just become free. Please search again.",
    "already-waiting": "You are waiting for a ride at this time already.",
    "too-late-to-wait": "There is no time left to ask you, so waiting is not possible.",
  },
  again: "Search again",
  mine: {
    title: "Waiting list",
    place: (place) => `You are number ${place}`,
    until: (time) => `Waiting until ${time}`,
    passed: (count) => `${count} ${count === 1 ? "offer" : "offers"} passed`,
    leave: "Stop waiting",
    left: "You no longer wait for this ride.",
    offer: "A place has become free",
    offerLead: "The place is kept for you.",
    answerBy: (time) => `Please answer by ${time}. After that the next rider is asked.`,
    accept: "Book this ride",
    accepting: "Booking…",
    decline: "Not this time",
    gone: "The time to answer is over. You go on waiting.",
    inVain: {
      over: "No place became free in time; you no longer wait.",
      "let-pass": "Several offers were not answered; you no longer wait.",
    },
    depart: (time) => `leaving at ${time}`,
    arrive: (time) => `arriving at ${time}`,
    route: (from, to) => `${from} → ${to}`,
  },
  tasks: {
    title: "Call riders who wait",
    summary: (calls, texts) =>
      `${riders(calls + texts)} to be told${texts > 0 ? ` (${texts} of them by text)` : ""}`,
    answerBy: (time) => `answer needed by ${time}`,
    phone: "Phone",
    ride: (from, to) => `${from} → ${to}`,
    read: "Read aloud",
    send: "Text to send",
    texts: "To be told by text (do not call)",
    outcomes: {
      accepted: "Book it",
      declined: "Not this time (goes on waiting)",
      left: "Stop waiting",
      absent: "No answer",
      "call-again": "Call again",
    },
    made: (at, outcome, by) => `${at} ${outcome} (${by})`,
    booked: (name, code) => `${name} is booked. The boarding code is ${code}.`,
  },
  member: {
    title: (count) => `Waiting for ${count} ${count === 1 ? "ride" : "rides"}`,
  },
  script: (words) => [
    `This is the booking centre of ${words.service}. Am I speaking with ${words.name}?`,
    `A place has become free for the ride that you are waiting for, on ${words.day} from ${words.from} to ${words.to}.`,
    `You would be picked up between ${time(words.pickupFrom)} and ${time(words.pickupTo)}, and arrive by ${time(words.arriveBy)}.`,
    `Would you like to book it? We keep the place until ${end(words)}.`,
  ],
  text: (words) =>
    `Dear ${words.name}, this is ${words.service}. A place has become free for the ride that you are waiting for, on ${words.day} from ${words.from} to ${words.to}: pickup between ${time(words.pickupFrom)} and ${time(words.pickupTo)}, arrival by ${time(words.arriveBy)}. Please tell us by ${end(words)} whether you would like to book it.`,
};
