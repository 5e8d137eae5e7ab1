import type { NoticeSentences } from "./sentences.ts";

const BECAUSE = {
  traffic: "Because of traffic",
  weather: "Because of the weather",
  boarding: "Because boarding took longer",
  vehicle: "Because of a problem with the vehicle",
  other: "For operational reasons",
} as const;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export const en: NoticeSentences = {
  date: (month, day, weekday) => `${WEEKDAYS[weekday - 1]} ${day} ${MONTHS[month - 1]}`,
  time: (hour, minute) => `${hour}:${String(minute).padStart(2, "0")}`,
  titles: {
    "booking-confirmed": "Your booking is confirmed",
    "booking-changed": "Your booking was changed",
    "booking-cancelled": "Your booking was cancelled",
    "cancelled-as-asked": "Your booking was cancelled",
    "vehicle-changed": "Another vehicle will fetch you",
    reminder: "Your ride is coming up",
    delayed: "Your vehicle is late",
    "intake-stopped": "About the service",
    "waiting-offer": "There is a place for you",
  },
  titleToHelper: (title) => `${title} (for somebody you help)`,
  toHelper: "This is about the ride of somebody you can book for, such as family.",
  ride: (date, from, to) => `${date}: ${from} → ${to}`,
  pickup: (from, to) => `Pickup ${from}–${to}`,
  arrival: (at) => `Arrival by ${at}`,
  code: (code) => `Boarding code ${code}`,
  confirmed: "Your ride is booked.",
  changed: "Your booking now reads as follows.",
  cancelled: "We are sorry: this ride cannot take place, and your booking was cancelled.",
  cancelledAsAsked: "This booking was cancelled, as we were asked to.",
  ifNotYou: "If you do not know of it, please call us.",
  vehicleChanged: "Another vehicle will fetch you. The times stay the same.",
  vehicle: (name, colour, plate) => `Vehicle ${name} (${colour}, ${plate})`,
  delayed: (minutes, cause) =>
    `${BECAUSE[cause]} your vehicle will be about ${minutes} minutes later than promised. Please wait at these times.`,
  reminder: "You have booked this ride.",
  ifNotRiding: "If your plans have changed, please cancel early: somebody else can take the place.",
  sorry: "We are very sorry.",
  standsForNow: "Your booking stands for now. You will be told if that changes.",
  freePlace: (answerBy) => `Please answer by ${answerBy}. After that the next one who waits is asked.`,
  ask: (phone) => `Questions: ${phone}`,
  noReply: "This mail cannot be answered.",
};
