import type { RejectionMessages } from "./ja.ts";

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const en: RejectionMessages = {
  notOperating: {
    period: (date) => `The service does not run on ${date}: that day is outside its period.`,
    weekday: (date) => `The service does not run on this day of the week (${date}).`,
    holiday: (date) => `${date} is a public holiday; the service does not run.`,
    suspension: (date) => `The service is suspended on ${date}.`,
  },
  nextOperating: (date) => `The next day of operation is ${date}.`,
  outsideHours: (opens, closes, minutes) =>
    `The service runs from ${opens} to ${closes}. The time you chose is ${count(minutes, "minute")} outside.`,
  intakeStopped: (notice) => `New bookings are stopped at the moment. ${notice}`,
  intakeStoppedThere: (notice) => `New bookings of this kind are stopped at the moment. ${notice}`,
  intakeResumes: (at) => `Bookings are expected to resume at ${at}.`,
  receptionClosed: (opens, closes) => `Bookings are taken from ${opens} to ${closes}.`,
  phoneClosed: (opens) => `The phone desk is closed now. It opens again at ${opens}.`,
  phoneClosedForNow: "The phone desk is closed now.",
  tooEarlyToBook: (opensAt) => `Booking for this day opens at ${opensAt}.`,
  pastCutoff: (minutesLeft, minutes) =>
    `Your time is only ${count(minutesLeft, "minute")} away. Please book at least ${count(minutes, "minute")} ahead.`,
  pastTime: (minutes) =>
    `The time you chose has passed. Please book at least ${count(minutes, "minute")} ahead.`,
  unknownFrom: "The stop to board at was not found. Please choose again.",
  unknownTo: "The stop to alight at was not found. Please choose again.",
  stopClosed: (stop) => `“${stop}” cannot be used on this day. Please choose another stop.`,
  outsideArea: (stop) => `“${stop}” lies outside the service area. Please choose another stop.`,
  offRoad: (stop, meters) => `“${stop}” is ${count(meters, "metre")} from any road and cannot be served.`,
  sameStop: "Both stops are the same. Please choose another one.",
  stopPair: (reason) => `Rides between these two stops are not offered (${reason}).`,
  notAMember: "Only registered members can ride.",
  emptyParty: "Nobody is chosen to ride. Please choose at least one person.",
  infantsAlone: "Infants cannot ride alone. Please add somebody who goes with them.",
  partyTooLarge: (seats, over) =>
    `The vehicle has ${count(seats, "seat")}; your party has ${count(over, "person", "people")} too many.`,
  tooManyWheelchairs: (places, over) =>
    `The vehicle has ${count(places, "wheelchair place")}; you asked for ${over} too many.`,
  wheelchairsExceedParty: (over) => `There are ${count(over, "wheelchair")} more than people riding.`,
  overlapsOwnBooking: "You already have a booking around this time. Please change or cancel that one first.",
  notChangeable:
    "This booking can no longer be changed, for instance because the vehicle is on its way. Please call us.",
  noVehicle: "No vehicle is free around the time you chose.",
  noSeatOf: (seats, short) =>
    `With the bookings made before, your party is ${count(short, "person", "people")} over the ${count(seats, "seat")} of the vehicle.`,
  noSeat: (short) =>
    `Because of earlier bookings, ${count(short, "seat")} would be missing around that time.`,
  noWheelchairPlace: (short) =>
    `Because of earlier bookings, ${count(short, "wheelchair place")} would be missing around that time.`,
  dutyNotStarted: (minutes) =>
    `The vehicle starts its day ${count(minutes, "minute")} after the time you chose.`,
  dutyEndsBefore: (minutes) => `The vehicle would end its day ${count(minutes, "minute")} too late.`,
  pickupTooLate: (minutes) => `The vehicle would come ${count(minutes, "minute")} too late.`,
  dropoffTooLate: (minutes) => `You would arrive ${count(minutes, "minute")} too late.`,
  rideTooLong: (minutes) => `The ride would be ${count(minutes, "minute")} longer than we allow.`,
  breaksPromise: (minutes) =>
    `Somebody who booked earlier would be ${count(minutes, "minute")} later than promised.`,
  workTooLong: (minutes) => `The driver would work ${count(minutes, "minute")} longer than allowed.`,
  stopClosedThen: (minutes) => `The stop opens again ${count(minutes, "minute")} after the time you chose.`,
  otherVehicle: "This booking can only ride in one particular vehicle.",
  certainty: {
    proven:
      "With the bookings as they stand now we have checked every vehicle and every order of stops: this trip cannot be fitted in.",
    searched: "We also tried other vehicles and another order of stops, and found no way.",
    unknown:
      "We also tried other vehicles and another order of stops, but could not check every possibility.",
  },
  other: "This trip cannot be offered.",
};
