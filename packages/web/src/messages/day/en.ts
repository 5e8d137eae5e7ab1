import type { DayMessages } from "./ja.ts";

const minutes = (n: number): string => `${n} ${n === 1 ? "minute" : "minutes"}`;

export const en: DayMessages = {
  title: { pickup: "Expected pick-up", dropoff: "Expected arrival" },
  stage: {
    planned: "The vehicle has not set out for you yet.",
    coming: "The vehicle is on its way to you.",
    here: "The vehicle is here. Tell the driver your boarding number.",
    riding: "You are on board.",
  },
  between: (from, to) => `between ${from} and ${to}`,
  soon: (time) => `about ${time}`,
  notBefore: (time) => `It will not leave before ${time}.`,
  stopsBefore: (n) => `It calls at ${n === 1 ? "one other stop" : `${n} other stops`} first.`,
  comesNext: "It comes here next.",
  late: (n) => `About ${minutes(n)} later than promised. We are sorry.`,
  moved: {
    later: (before, n) => `About ${minutes(n)} later than we said before (${before}).`,
    sooner: (before, n) => `About ${minutes(n)} sooner than we said before (${before}).`,
  },
  reason: {
    reported: {
      traffic: "The roads are busy.",
      weather: "It drives slowly because of the weather.",
      boarding: "Boarding takes longer.",
      vehicle: "The vehicle is being checked.",
      other: "The driver has reported a delay.",
    },
    "on-the-road": "The vehicle is still further away than planned.",
    "at-a-stop": "Boarding at a stop before yours takes longer.",
    "other-vehicle": "Another vehicle comes for you.",
    "others-aboard": "Others ride along. The times you were promised stay.",
  },
  signal: {
    "far-ahead": "You can see the vehicle from about 20 minutes before it comes.",
    old: (time) => `The vehicle's position is from ${time}.`,
    none: "We do not hear from the vehicle right now. These are the planned times.",
  },
  away: (distance) => `The vehicle is about ${distance} from your stop, as the crow flies.`,
  meters: (n) => `${n} metres`,
  kilometers: (n) => `${n} kilometres`,
  map: {
    open: "See the vehicle on the map",
    close: "Close the map",
    label: "Map of the vehicle and your stops",
    vehicle: (name, time) => `${name}\n${time}`,
  },
  until: "You can change or cancel until the vehicle sets out for you.",
  onTheWay: (phone) =>
    `The vehicle is on its way, so the booking can no longer be changed. To cancel, please call ${phone}`,
  aboard: (phone) => `If you need help, please call ${phone}`,
  offline: {
    asOf: (time) => `As received at ${time}.`,
    promised: "Some time has passed since we last heard. These are the times you were promised.",
    actions: (phone) =>
      `You can change or cancel as soon as there is a connection. If it is urgent, please call ${phone}`,
  },
};
