import { partyCounts } from "../../ui/party.ts";
import type { DeskMessages } from "./ja.ts";
import { isMoment, type SpokenOffer, type SpokenTime, type SpokenWalk } from "./spoken.ts";

const spokenTime = ({ hour, minute }: SpokenTime): string => `${hour}:${String(minute).padStart(2, "0")}`;

const spokenPickup = (offer: SpokenOffer): string =>
  isMoment(offer)
    ? `at ${spokenTime(offer.pickupFrom)}`
    : `between ${spokenTime(offer.pickupFrom)} and ${spokenTime(offer.pickupTo)}`;

const spokenFare = (yen: number): string => (yen === 0 ? "free" : `${yen} yen in all`);

const whoAndWhat = ({ persons, wheelchairs, needs }: SpokenOffer): string =>
  [
    `${persons} ${persons === 1 ? "person" : "people"}`,
    ...(wheelchairs > 0 ? [`wheelchairs ${wheelchairs}`] : []),
    ...needs.map((need) => need.toLowerCase()),
  ].join(", ");

const spokenWalk = ({ stop, meters }: SpokenWalk): string => `${stop}, about ${meters} metres on foot`;

const classes = {
  general: "Adult",
  senior: "Senior",
  disabled: "Disabled",
  child: "Child",
  infant: "Infant",
};

export const en: DeskMessages = {
  title: "Phone desk",
  closed: {
    title: "The phone desk is closed",
    hint: "Phone bookings cannot be confirmed now. You can still look up members and bookings.",
  },
  member: {
    title: "Member",
    search: "Phone number, kana, member number or town",
    searchHint: "Enter takes the first (or registers), ↓ goes to the list",
    found: (count) => (count === 1 ? "1 member found" : `${count} members found`),
    none: "Nobody found. Check the number, or register a new member.",
    results: "Members found",
    memberNo: "Member no.",
    phone: "Phone",
    town: "Address",
    fareClass: "Fare class",
    add: "Register a new member",
    other: "Find another member",
  },
  newMember: {
    title: "New member",
    name: "Name",
    kana: "Kana",
    kanaHint: "Hiragana or katakana",
    phone: "Phone number",
    birthDate: "Date of birth",
    birthDateHint: "For example S23.5.3 or 1948-05-03",
    town: "Address (town)",
    disability: "Disability handbook seen",
    seenOn: "Seen on",
    until: "Valid until (if given)",
    submit: "Register and go on to book",
    cancel: "Give up",
    keys: "Enter: next empty field, then register; Esc gives up",
    missing: "Please enter this",
    faults: {
      kana: "Enter hiragana or katakana",
      phone: "Enter a phone number that starts with 0, in digits and hyphens",
      date: "Enter it as S23.5.3 or 1948-05-03",
    },
  },
  trips: {
    title: "Usual trips",
    none: "No past trips yet (N or Enter for a new trip)",
    hint: "Enter or a number for the same trip, R for the way back, N for a new trip, ↑↓ to choose",
    rides: (count) => `${count} rides`,
    last: (date) => `last ${date}`,
    repeat: "Same trip",
    back: "Way back",
    fresh: "New trip",
    row: (from, to) => `${from} → ${to}`,
    repeatOf: (from, to) => `Same trip: ${from} to ${to}`,
    backOf: (from, to) => `Way back: ${from} to ${to}`,
  },
  upcoming: {
    title: "Bookings ahead",
    none: "No bookings ahead",
    cancel: "Cancel",
    cancelOf: (what) => `Cancel: ${what}`,
    window: (from, to) => `pickup ${from}–${to}`,
    code: (code) => `code ${code}`,
    cannotCancel: "It cannot be cancelled: the vehicle is on its way, or boarding has begun",
    change: "Change",
    changeOf: (what) => `Change: ${what}`,
    cannotChange: "It cannot be changed: the vehicle is on its way, or boarding has begun",
    keys: "C goes to Change, Tab to Cancel",
  },
  changing: {
    title: "Change of a booking",
    lead: "This booking stays as it is until the change is confirmed.",
    leave: "Leave it as it is",
    keys: "Esc leaves the booking as it is",
    confirm: "Confirm the change",
    kept: "Your present booking stays as it is.",
    done: "The booking is changed",
  },
  states: {
    confirmed: "Booked",
    boarding: "Boarding",
    riding: "Aboard",
    completed: "Done",
    cancelled_by_rider: "Cancelled",
    cancelled_by_operator: "Cancelled by us",
    no_show: "No-show",
    suspended: "Suspended",
  },
  cancelling: {
    title: "Cancel the booking",
    reason: "Reason",
    reasonHint: "For example illness, change of plans",
    submit: "Cancel the booking",
    keep: "Keep it",
    done: (from, to) => `Your booking from ${from} to ${to} is cancelled. We hope to see you again.`,
  },
  request: {
    title: "Trip",
    from: "From stop",
    to: "To stop",
    stopHint: "Number, name or kana, or a place nearby",
    stopNear: (place, distance) => `about ${distance} from ${place}`,
    stopNone: "No stop fits",
    mode: "Time is that of",
    modes: { depart: "Leaving", arrive: "Arriving" },
    date: "Date",
    dayOff: "no service",
    time: "Time",
    timeHint: "For example 930 or 13:15",
    companions: "Companions",
    companionsHint: "besides the member (wheelchairs: count the member’s too)",
    wheelchairs: "Wheelchairs",
    submit: "Look for a ride",
    submitting: "Looking",
    submitHint: "Enter in the companions, or Ctrl+Enter anywhere",
    faults: {
      missing: "Please enter this",
      "same-stop": "Both stops are the same",
      "not-a-time": "Enter the time as 930 or 13:15",
    },
    needMember: "Choose a member first",
  },
  classes,
  offer: {
    title: "Read back",
    readAloud: "Please read aloud",
    sentence: (offer, before) => [
      ...(before === undefined
        ? [`Let me repeat: ${offer.day}, from ${offer.from} to ${offer.to}.`]
        : [
            `Let me repeat: your booking on ${before.day}, from ${before.from} to ${before.to}, pickup ${spokenPickup(before)}, for ${whoAndWhat(before)}, is to be changed.`,
            `It becomes ${offer.day}, from ${offer.from} to ${offer.to}.`,
          ]),
      `The vehicle picks you up ${spokenPickup(offer)}, and you arrive by ${spokenTime(offer.arriveBy)} at the latest.`,
      ...(offer.needs.length > 0 ? [`I will tell the driver: ${offer.needs.join(", ").toLowerCase()}.`] : []),
      `There are ${offer.persons} of you (${partyCounts(offer.party)
        .map(({ fareClass, count }) => `${classes[fareClass].toLowerCase()} ${count}`)
        .join(", ")})${offer.wheelchairs > 0 ? ` with ${offer.wheelchairs} wheelchairs` : ""}, `,
      `and the fare is ${before === undefined || before.fare === offer.fare ? "" : `no longer ${spokenFare(before.fare)}, but `}${spokenFare(offer.fare)}. Is that right?`,
    ],
    confirm: "Confirm",
    confirming: "Confirming",
    change: "Change the trip",
    held: (time) => `Held for another ${time}`,
    notHeld: "Not held: the place is checked again when you confirm",
    endingSoon: "The hold is about to end. Press E to keep it.",
    expired: "The hold has ended. What you typed is still there. Press E to look again.",
    over: "The offer has ended. What you typed is still there. Press E to look again.",
    renew: "Keep holding (E)",
    again: "Look again (E)",
    moved: "The times changed with the renewal. Please read them back again.",
    keys: "Enter confirms, Esc changes the trip",
  },
  refusal: {
    title: "This cannot be offered",
    apology: (reasons) => ["We are very sorry.", ...reasons].join(" "),
    alternativesTitle: "Other times",
    sentence: (times) =>
      `We could offer ${times
        .map(
          ({ mode, time, day, boardAt, alightAt }) =>
            [
              ...(boardAt === undefined ? [] : [`boarding at ${spokenWalk(boardAt)}`]),
              ...(alightAt === undefined ? [] : [`getting off at ${spokenWalk(alightAt)}`]),
            ].join(" and ") ||
            `${mode === "depart" ? "leaving at" : "arriving by"} ${spokenTime(time)}${day === undefined ? "" : ` on ${day}`}`,
        )
        .join(", or ")}. Would that suit you?`,
    none: "There is no ride near that time either. Shall I look again with another day or another number of people?",
    time: (mode, time) => `${mode === "depart" ? "leaving" : "arriving"} ${time}`,
    alternative: (pickup, dropoff) => ` (aboard about ${pickup}, there about ${dropoff})`,
    boardAt: (stop, meters) => `, boarding at ${stop}, ${meters} m on foot`,
    alightAt: (stop, meters) => `, getting off at ${stop}, ${meters} m on foot`,
    keys: (count) => `${count > 1 ? `1–${count} choose` : "1 chooses"}, Esc changes the trip`,
    change: "Change the trip",
    choose: (number, text) => `${number} ${text}`,
    byVehicle: "Reasons by vehicle",
    whose: (code) => `code ${code}`,
    more: (count) => `${count} more vehicles`,
  },
  why: {
    title: "Why this vehicle",
    chosen: (vehicle, minutes) => `${vehicle}: ${minutes} min more driving`,
    runnerUp: (vehicle, minutes) => `Next best ${vehicle}: ${minutes} min more driving`,
    noOther: "No other vehicle could take it",
    nobodyLater: "No other booking is affected",
    later: (whose, pickup, dropoff) =>
      `${whose}: ${[...(pickup > 0 ? [`pickup ${pickup} min`] : []), ...(dropoff > 0 ? [`arrival ${dropoff} min`] : [])].join(", ")} later, as promised`,
    whose: (code) => `code ${code}`,
    held: "an offer still held",
    moved: (whose) => `Re-planned: ${whose} (another vehicle or turn, as promised)`,
  },
  confirmed: {
    title: "Booked",
    sentence: (booking, isChange = false) => [
      `Thank you, your booking is ${isChange ? "changed" : "made"}. Your boarding code is ${[...booking.code].join(", ")}.`,
      `Please be at the stop ${booking.from} by ${spokenTime(booking.pickupFrom)} on ${booking.day}.`,
      ...(booking.vehicle === undefined
        ? []
        : [
            `The vehicle is ${booking.vehicle.name} (${booking.vehicle.colour}), number plate ${booking.vehicle.plate}.`,
          ]),
      "Please tell the driver your code when you board. Thank you for calling.",
    ],
    code: "Boarding code",
    next: "Next call",
    returnTrip: "Book the way back",
    keys: "Enter next call, R way back",
  },
};
