import {
  type DutySchedule,
  type Problem,
  type Progress,
  type Schedule,
  schedule,
  type Visit,
  verify,
} from "@noriai/dispatch";
import {
  type BookingId,
  type EpochSeconds,
  type EventId,
  epochSeconds,
  type MemberId,
  meters,
  minutes,
  type QuoteId,
  type Random,
  type StopId,
  seconds,
  seededRandom,
  timeOfDay,
} from "@noriai/kernel";
import { departureOf } from "../src/drive.ts";
import {
  type Alternative,
  type Booking,
  type Day,
  type Decision,
  type Duty,
  decideCancel,
  decideConfirm,
  decideImprove,
  decideQuote,
  decideRelease,
  decideReplan,
  decideTask,
  isOpen,
  openDay,
  openVisits,
  problemOf,
  type Service,
  scheduleOf,
  type TaskEvent,
  type TripRequest,
  type World,
} from "../src/index.ts";
import { aCalendar, aService, aVehicle, STANDARDS } from "./a-service.ts";
import { aParty, aWorld, counting, MONDAY, monday } from "./a-world.ts";

/** What a random day did, and everything in it that should not have happened. */
export interface RandomDay {
  readonly day: Day;
  readonly faults: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

/** A mistake put into the decisions, to show that the checks notice; the checks always see the real world. */
export interface Mistake {
  /** What the decisions wrongly believe. */
  readonly believe?: (world: World) => World;
  /** What a decision wrongly makes of the day. */
  readonly tamper?: (day: Day) => Day;
}

type TaskWithoutHead<E = TaskEvent> = E extends TaskEvent ? Omit<E, "id" | "dutyId" | "at"> : never;

interface Command {
  readonly at: EpochSeconds;
  readonly run: () => void;
}

/** Lateness is nobody's fault where the driver has reported a delay; all else always is. */
const LATENESS: ReadonlySet<string> = new Set([
  "pickup-too-late",
  "dropoff-too-late",
  "ride-too-long",
  "duty-ends-before",
]);

/**
 * Lives through one Monday: riders and the desk ask, confirm, change, cancel and let offers expire; drivers carry out
 * the plan to the second, wait for riders who do not come, and sometimes are held up and say so. After every step the
 * plan is checked by the engine's independent verifier, and every alternative is asked for.
 */
export function randomDay(
  seed: number,
  { believe = (world) => world, tamper = (day) => day }: Mistake = {},
): RandomDay {
  const random = seededRandom(seed);
  const service = randomService(random);
  const newId = counting();
  const counts = new Map<string, number>();
  const faults: string[] = [];
  const delayed = new Set<string>();
  const noShows = new Set<string>();
  const waited = new Set<string>();
  const begun = new Map<string, number>();
  /**
   * Riders at whose stop the vehicle stood when another ride left the plan. It may have let them board late for that
   * ride's sake, and nobody records a boarding before it is done: the new plan believes that it begins only now.
   */
  const interrupted = new Set<string>();
  /** The promise ledger: what each rider was told last. */
  const told = new Map<string, Booking["promise"]>();
  const commands: Command[] = [];
  let steps = 0;
  let now = monday("08:00");
  let day = openDay(service, MONDAY);

  // Little effort: thousands of days are lived, and what a plan made anew may break it breaks early.
  const effort = { iterations: 60, nodes: 400 };
  const world = (): World => ({ ...aWorld({ now, service, random, newId }), effort });
  const believed = (): World => believe(world());
  const chance = (share: number) => random() < share;
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const fault = (what: string) => faults.push(`${clock(now)} ${what}`);

  // Everybody wants to ride within two hours or so, and asks within the three before: seats run out, rides are shared.
  const rush = monday("08:30") + below(5 * 3600);
  // A busy day: many members, one ride each, so that it is the vehicles that refuse.
  const isBusy = chance(0.1);
  const wishes = isBusy ? 16 + below(12) : 5 + below(11);
  const members = isBusy ? 80 : 25;
  for (let k = 0; k < wishes; k++) {
    const at = epochSeconds(Math.max(monday("08:00"), rush - 3600 + below(3 * 3600)));
    commands.push({ at, run: ask }, { at: epochSeconds(at + below(1200)), run: change });
    if (chance(0.3)) commands.push({ at: epochSeconds(at + below(3600)), run: cancel });
    if (chance(0.3)) commands.push({ at: epochSeconds(at + below(1200)), run: improve });
  }
  for (;;) {
    commands.sort((a, b) => a.at - b.at);
    const next = commands[0];
    const driver = nextDriverStep();
    if (next === undefined && driver === undefined) break;
    if (driver !== undefined && (next === undefined || driver.at <= next.at)) {
      now = epochSeconds(Math.max(now, driver.at));
      driver.run();
    } else if (next !== undefined) {
      commands.shift();
      now = epochSeconds(Math.max(now, next.at));
      next.run();
    }
    if (++steps > 5000) fault("the day does not end");
    if (faults.length > 5) break;
  }
  checkOutcome();
  return { day, faults, counts };

  // ------------------------------------------------------------------ riders and desk

  function ask(): void {
    request(randomRequest());
  }

  function request(wish: TripRequest): void {
    const answer = decided(decideQuote(believed(), day, wish));
    count(answer.kind);
    if (answer.kind === "refusal") {
      for (const rejection of answer.refusal.rejections)
        if (rejection.kind === "no-vehicle") count(`refusal ${rejection.certainty}`);
      tryAlternatives(wish, answer.refusal.alternatives);
      return;
    }
    const { quote } = answer;
    if ((quote.offer.why?.moved.length ?? 0) > 0) count("tried harder");
    if (chance(0.08)) return;
    const at = epochSeconds(now + below(150));
    if (chance(0.08)) commands.push({ at, run: () => release(quote.id, wish.memberId) });
    else commands.push({ at, run: () => confirm(quote.id, wish.memberId) });
  }

  function tryAlternatives(wish: TripRequest, alternatives: readonly Alternative[]): void {
    for (const { kind, time, from, to } of alternatives) {
      count(kind === "other-time" ? "alternative" : "alternative stop");
      const again = decideQuote(believed(), day, { ...wish, time, from, to });
      if (again.answer.kind !== "quote")
        fault(
          `alternative ${clock(time.at)} ${from}→${to} refused: ${JSON.stringify(again.answer.refusal.rejections)}`,
        );
    }
  }

  /** Between bookings: only the plan and the duties may change. */
  function improve(): void {
    if (chance(0.5)) replan();
    const before = day;
    const made = decideImprove(believed(), day, { seed, iterations: 150 });
    count(decided(made).kind);
    if (before.bookings !== day.bookings) fault("improving changed a booking");
  }

  /** As the server does when promises are at risk: nobody may be later for it, which `checkPlan` sees. */
  function replan(): void {
    const before = scheduleOf(world(), day).atRisk.length;
    const { kind } = decided(decideReplan(believed(), day, { seed, iterations: 100 }));
    if (before > 0) count(`risk ${kind}`);
    if (scheduleOf(world(), day).atRisk.length > before) fault("planning anew put more promises at risk");
  }

  function release(quoteId: QuoteId, memberId: MemberId): void {
    count(decided(decideRelease(believed(), day, { quoteId, memberId })).kind);
  }

  function confirm(quoteId: QuoteId, memberId: MemberId): void {
    const held = day.quotes.get(quoteId);
    const made = decideConfirm(believed(), day, { quoteId, memberId });
    if (made.answer.kind === "booking" && held !== undefined)
      told.set(made.answer.booking.id, held.offer.promise);
    const answer = decided(made);
    count(`confirm ${answer.kind}${held?.request.replaces ? " (change)" : ""}`);
    const mustHold = held?.held === true && held.expiresAt >= now && held.request.replaces === undefined;
    const isExcused = held !== undefined && delayed.has(held.offer.dutyId);
    if (mustHold && !isExcused && answer.kind !== "booking")
      fault(`a held offer was not confirmed: ${answer.kind}`);
    if (answer.kind !== "booking" || held === undefined) return;
    const again = decideConfirm(believed(), day, { quoteId, memberId });
    if (held.request.replaces === undefined && again.changes.length > 0) fault("confirmed twice");
  }

  function change(): void {
    if (!chance(0.3)) return;
    const booking = pick([...day.bookings.values()].filter(({ state }) => isOpen(state)));
    if (booking === undefined) return;
    const wish = { ...randomRequest(), memberId: booking.memberId, replaces: booking.id };
    request(wish);
  }

  function cancel(): void {
    const booking = pick([...day.bookings.values()]);
    if (booking === undefined) return;
    const by = chance(0.7)
      ? ({ kind: "rider", memberId: booking.memberId } as const)
      : ({ kind: "operator" } as const);
    count(`cancel ${decided(decideCancel(believed(), day, { bookingId: booking.id, by, reason: "" })).kind}`);
  }

  function randomRequest(): TripRequest {
    const from = below(service.stops.length);
    const to = (from + 1 + below(service.stops.length - 1)) % service.stops.length;
    const wishAt = Math.max(now, rush) + below(2 * 3600);
    const at = epochSeconds(chance(0.9) ? Math.floor(wishAt / 300) * 300 : wishAt);
    const wheelchairs = chance(0.1) ? 1 : 0;
    return {
      memberId: `m${below(members)}` as MemberId,
      channel: chance(0.5) ? "web" : "phone",
      serviceDate: MONDAY,
      from: `S${from + 1}` as StopId,
      to: `S${to + 1}` as StopId,
      time: { mode: chance(0.5) ? "depart" : "arrive", at },
      party: aParty({ general: 1 + below(4), senior: below(3) }),
      wheelchairs,
    };
  }

  // ------------------------------------------------------------------ drivers

  /** What the driver of some duty does next, at the instant the present plan says. */
  function nextDriverStep(): Command | undefined {
    const problem = problemOf(world(), day);
    const times = schedule({ problem, plan: day.plan });
    const steps = day.duties.map((duty) => stepOf(duty, problem, times)).filter((step) => step !== undefined);
    return steps.sort((a, b) => a.at - b.at)[0];
  }

  function stepOf(duty: Duty, problem: Problem, { duties }: Schedule): Command | undefined {
    const times = duties.find(({ dutyId }) => dutyId === duty.id)!;
    const progress = problem.progress.find(({ dutyId }) => dutyId === duty.id)!;
    const visit = openVisits(day, duty)[0];
    if (visit === undefined) return undefined;
    const first = `${visit.kind} ${visit.tripId}`;
    const booking = day.bookings.get(visit.tripId as BookingId);
    if (booking === undefined) {
      // A held offer: the driver does not know of it, and nothing to do comes before it.
      const { expiresAt } = day.quotes.get(visit.tripId as QuoteId)!;
      return {
        at: epochSeconds(expiresAt + 1),
        run: () => void decided(decideRelease(believed(), day, NOBODY)),
      };
    }
    if (waited.has(booking.id)) return giveUp(duty, booking);
    const underWay = progress.done.find(({ tripId, kind }) => tripId === visit.tripId && kind === visit.kind);
    if (underWay !== undefined) return finish(duty, booking, { ...visit, at: underWay.at });
    const next = times.visits[0]!;
    const stopId = visit.kind === "pickup" ? booking.request.from : booking.request.to;
    const last = day.taskEvents.findLast(({ dutyId, kind }) => dutyId === duty.id && kind !== "delayed");
    if (last?.kind === "arrived" && last.stopId === stopId) {
      if (next.start > now) return { at: epochSeconds(next.start), run: () => {} };
      // The plan changed while the vehicle stood here, so that the rider may board at once.
      const at = begun.get(first) ?? next.departure;
      begun.set(first, at);
      return finish(duty, booking, { ...visit, at });
    }
    if (progress.drivingTo === undefined) return { at: lookAgainAt(problem, progress, times), run: () => {} };
    if (!delayed.has(duty.id) && chance(0.005)) return { at: now, run: () => beLate(duty) };
    return { at: epochSeconds(next.arrival), run: () => record(duty, { kind: "arrived", stopId }) };
  }

  /** A vehicle that stands looks at its plan again when it has to set out. */
  function lookAgainAt(
    { trips, travelTimes }: Problem,
    { place }: Progress,
    { visits }: DutySchedule,
  ): EpochSeconds {
    const { pickupPlace, pickup } = trips.find(({ id }) => id === visits[0]!.tripId)!;
    const setsOut = departureOf(travelTimes, { from: place, to: pickupPlace, arriveBy: pickup.earliest });
    return epochSeconds(Math.max(now + 1, setsOut));
  }

  /** Somebody is boarding or alighting; some never come, and the driver says that the wait will take longer. */
  function finish(duty: Duty, booking: Booking, visit: Visit & { readonly at: number }): Command {
    const bookingId = booking.id;
    if (visit.kind === "pickup" && !noShows.has(bookingId) && chance(0.02)) noShows.add(bookingId);
    const run = () => {
      if (visit.kind === "pickup" && noShows.has(bookingId)) {
        const until = Math.max(now, booking.promise.pickupFrom + service.standards.noShowWait);
        waited.add(bookingId);
        return beLate(duty, until - now);
      }
      if (visit.kind === "pickup") return record(duty, { kind: "boarded", bookingId });
      record(duty, { kind: "alighted", bookingId });
      record(duty, { kind: "fare-collected", bookingId, amount: booking.fare.total, means: "cash" });
    };
    return { at: epochSeconds(visit.at), run };
  }

  function giveUp(duty: Duty, booking: Booking): Command {
    const at = epochSeconds(Math.max(now, booking.promise.pickupFrom + service.standards.noShowWait));
    return { at, run: () => record(duty, { kind: "no-show", bookingId: booking.id }) };
  }

  function beLate(duty: Duty, by = 120 + below(1200)): void {
    delayed.add(duty.id);
    record(duty, { kind: "delayed", by: seconds(by), cause: "traffic" });
    commands.push({ at: now, run: replan });
  }

  function record(duty: Duty, task: TaskWithoutHead): void {
    const event = { ...task, id: `e${newId()}` as EventId, dutyId: duty.id, at: now } as TaskEvent;
    const answer = decided(decideTask(believed(), day, event));
    count(event.kind);
    if (answer.kind !== "recorded") fault(`${event.kind} was ${JSON.stringify(answer)}`);
    const again = decideTask(believed(), day, event);
    if (again.answer.kind !== "repeated" || again.changes.length > 0)
      fault(`${event.kind} was recorded twice`);
  }

  // ------------------------------------------------------------------ checks

  /** Takes a decision over and checks the day after it. */
  function decided<Answer>({ answer, day: after, changes }: Decision<Answer>): Answer {
    if (after.version !== day.version + (changes.length > 0 ? 1 : 0))
      fault("the version did not grow by one");
    const before = day;
    day = tamper(after);
    if (changes.some(({ kind }) => kind === "booking-cancelled" || kind === "booking-changed"))
      for (const { id, state } of day.bookings.values()) if (state === "boarding") interrupted.add(id);
    if (day !== before) checkPlan(before);
    return answer;
  }

  function checkPlan(before: Day): void {
    for (const { id, promise } of day.bookings.values())
      if (told.has(id) && promise !== told.get(id)) fault(`${id} was told something else`);
    const problem = problemOf(world(), day);
    for (const violation of verify({ problem, plan: day.plan })) {
      const dutyId = "dutyId" in violation ? violation.dutyId : undefined;
      const excused = LATENESS.has(violation.kind) && dutyId !== undefined && delayed.has(dutyId);
      const late = violation.kind === "pickup-too-late" ? violation : undefined;
      if (!excused && !(late && isBoarding(late.tripId, late.seconds)))
        fault(`plan: ${JSON.stringify(violation)}`);
    }
    const happened = day.taskEvents.length > before.taskEvents.length;
    if (happened) return;
    // Where a delay has made riders late, no decision of ours may make them later.
    const was = scheduleOf(world(), before).atRisk;
    for (const violation of verify({ problem, plan: day.plan, since: before.plan })) {
      // The verifier looks at one vehicle; a rider moved to another may be late there by less.
      const risk = "tripId" in violation && was.find(({ bookingId }) => bookingId === violation.tripId);
      const least = risk && { "pickup-too-late": risk.pickupLate, "dropoff-too-late": risk.dropoffLate };
      const kind = violation.kind as "pickup-too-late" | "dropoff-too-late";
      if (!(least && "seconds" in violation && violation.seconds <= (least[kind] ?? -1)))
        fault(`later than before: ${JSON.stringify(violation)}`);
    }
  }

  /** Late by no more than the boarding that went on when the plan changed? */
  function isBoarding(tripId: string, late: number): boolean {
    const booking = day.bookings.get(tripId as BookingId);
    const { boardingTime, wheelchairTime } = service.standards;
    const lasts = boardingTime + (booking?.request.wheelchairs ?? 0) * wheelchairTime;
    return interrupted.has(tripId) && late <= lasts;
  }

  /** What riders really got, against what was told: from the recorded events alone. */
  function checkOutcome(): void {
    const { boardingTime, alightingTime, wheelchairTime } = service.standards;
    for (const booking of day.bookings.values()) {
      const { promise, request, state, id } = booking;
      const eventOf = (kind: string) =>
        day.taskEvents.find((event) => event.kind === kind && "bookingId" in event && event.bookingId === id);
      const [boarded, alighted] = [eventOf("boarded"), eventOf("alighted")];
      if (isOpen(state)) fault(`${id} is still ${state} in the evening`);
      if (boarded === undefined || alighted === undefined) {
        if (state === "completed") fault(`${id} is completed without a ride`);
        continue;
      }
      count("ridden");
      const extra = request.wheelchairs * wheelchairTime;
      const began = boarded.at - boardingTime - extra;
      const ended = alighted.at - alightingTime - extra;
      if (began < promise.pickupFrom) fault(`${id} was left behind: the vehicle came too early`);
      if (delayed.has(boarded.dutyId)) continue;
      if (began > promise.pickupTo && !isBoarding(id, began - promise.pickupTo))
        fault(`${id} was picked up ${began - promise.pickupTo} s late`);
      if (ended > promise.arriveBy) fault(`${id} arrived ${ended - promise.arriveBy} s late`);
      if (ended - boarded.at > promise.rideMax) fault(`${id} rode too long`);
      if (request.time.mode === "arrive" && ended > request.time.at)
        fault(`${id} arrived after the wished time`);
    }
    for (const duty of day.duties) checkSeats(duty);
  }

  function checkSeats(duty: Duty): void {
    const vehicle = service.vehicles.find(({ id }) => id === duty.vehicleId)!;
    let [seated, wheelchairs] = [0, 0];
    for (const event of day.taskEvents) {
      if (event.dutyId !== duty.id || (event.kind !== "boarded" && event.kind !== "alighted")) continue;
      const { party, wheelchairs: chairs } = day.bookings.get(event.bookingId)!.request;
      const sign = event.kind === "boarded" ? 1 : -1;
      seated += sign * (party.general + party.senior + party.disabled + party.child + party.infant - chairs);
      wheelchairs += sign * chairs;
      if (seated + wheelchairs * vehicle.seatsPerWheelchair > vehicle.seats)
        fault(`${duty.id} oversold its seats`);
      if (wheelchairs > vehicle.wheelchairPlaces) fault(`${duty.id} oversold its wheelchair places`);
    }
  }
}

const NOBODY = { quoteId: "none" as QuoteId, memberId: "none" as MemberId };

/** One or two vehicles, one band or two, free flow or a morning jam, cut-offs from none to half an hour. */
function randomService(random: Random): Service {
  const chance = (share: number) => random() < share;
  const band = (from: string, to: string) => ({ from: timeOfDay(from), to: timeOfDay(to) });
  const hours = chance(0.2) ? [band("09:00", "11:40"), band("12:20", "15:00")] : [band("09:00", "15:00")];
  const jam = { from: timeOfDay("09:00"), to: timeOfDay("10:30"), permille: 1400 };
  return aService({
    calendar: aCalendar({ hours }),
    vehicles: chance(0.5) ? [aVehicle(1)] : [aVehicle(1, { seats: 4 }), aVehicle(2)],
    bookingWindow: {
      opensDaysBefore: 7,
      closesBefore: minutes(chance(0.5) ? 30 : chance(0.5) ? 10 : 0),
      closesBeforeByChannel: {},
    },
    pace: { hours: chance(0.3) ? [jam] : [], snow: { permille: 1300 } },
    standards: {
      ...STANDARDS,
      lastDropoffWithinHours: chance(0.8),
      hold: { web: minutes(2), phone: minutes(5) },
      walkWithin: meters(chance(0.2) ? 1500 : 300),
    },
  });
}

function clock(at: number): string {
  const second = at - monday("00:00");
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${two(second / 3600)}:${two((second / 60) % 60)}:${two(second % 60)}`;
}
