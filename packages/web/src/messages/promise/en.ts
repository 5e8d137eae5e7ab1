import type { PromiseMessages } from "./ja.ts";

export const en: PromiseMessages = {
  title: "Our promise and how we kept it",
  door: "What we promise, and how we kept it",
  lead: (service) => `What ${service} promises its riders, and how the promises were kept.`,
  promises: {
    title: "What we promise",
    hours: "Days and hours of service",
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    days: (days) => days.join(", "),
    daysFromTo: (first, last) => `${first} to ${last}`,
    onDays: (days, hours) => `${days}, ${hours}`,
    between: (from, to) => `${from}–${to}`,
    holidays: {
      rests: "No service on public holidays and on days of suspension.",
      runs: "Service also on public holidays, but not on days of suspension.",
    },
    window: "Your pick-up window",
    windowIs: (minutes) =>
      `When you book we tell you from when to when you are picked up: ${minutes} minutes at most.`,
    departure: "Departure",
    departureIs: "The vehicle never leaves without you before that window begins.",
    arrival: "If you choose when to arrive",
    arrivalIs: (minutes) =>
      `You are there by the time you chose. As planned when you book, you arrive at most ${minutes} minutes before it.`,
    ride: "Your time on board",
    rideIs: (times, minutes) =>
      `Even with a detour for others, at most ${times} times the direct drive, or ${minutes} minutes more than it, whichever is longer.`,
    late: "If we are late",
    lateIs:
      "As soon as we expect to be late, we tell you in the way you have registered for, or we call you.",
    phone: "Booking and questions by phone",
  },
  results: {
    title: "How we kept it",
    lastMonth: "Last month",
    thisMonth: "This month",
    range: (from, to) => `${from} to ${to}`,
    notYet: "The results of this month are shown from tomorrow on.",
    rides: "Rides",
    pickups: "Boarded by the end of the promised window",
    arrivals: "Got off by the promised time",
    calledOff: "Called off by us after booking",
    count: (count) => String(count),
    percent: (value) => `${value} %`,
    few: "Not shown, because there are too few",
    none: "None",
    how: "How this is counted",
    howLines: [
      "The times of boarding and getting off that the driver recorded are compared with what we promised; for a ride that you changed, with what we promised then.",
      "A promise that was not met counts as not kept even if we told you of the delay. Boarding before the window begins counts as kept.",
      "Rides that riders called off or did not come for are not counted. A ride that the desk called off on request once the vehicle was on its way is among those called off by us.",
      "Shares are rounded down. So that nobody can tell whose ride it was, counts below 5 and their shares are not shown.",
    ],
  },
};
