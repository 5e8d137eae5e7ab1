import {
  type Day,
  decide,
  isOpen,
  type Matter,
  openVisits,
  problemOf,
  type Service,
  type TaskEvent,
  type TravelPlaces,
  type World,
} from "@noriai/booking";
import { schedule } from "@noriai/dispatch";
import {
  type BookingId,
  type EpochSeconds,
  type EventId,
  type IntakeStopId,
  instantOf,
  type MemberId,
  minutes,
  type QuoteId,
  type StopId,
  seconds,
  seededRandom,
  type TenantId,
  timeOfDay,
  type VehicleId,
} from "@noriai/kernel";
import type { Store } from "../../src/door.ts";
import { HANAKO } from "./fill.ts";
import { DESK, MONDAY, SERVICE } from "./town.ts";

const GRID = 4;
const SECONDS_PER_BLOCK = 150;

/** Sixteen stops on a grid and three vehicles of four seats: enough to do that seats run out. */
export const BUSY_SERVICE: Service = {
  ...SERVICE,
  stops: Array.from({ length: GRID * GRID }, (_, k) => ({
    ...SERVICE.stops[0]!,
    id: `S${k + 1}` as StopId,
    number: k + 1,
  })),
  vehicles: [1, 2, 3].map((k) => ({ ...SERVICE.vehicles[0]!, id: `V${k}` as VehicleId, seats: 4 })),
  bookingWindow: { ...SERVICE.bookingWindow, closesBefore: minutes(0) },
};

/** Blocks of 150 seconds; the vehicles stand at the first, the sixth and the last stop. */
export const BUSY_TRAVEL: TravelPlaces = (() => {
  const at = (place: number) => [place % GRID, Math.floor(place / GRID)] as const;
  const places = [...Array(GRID * GRID).keys(), 0, 5, GRID * GRID - 1];
  const apart = places.flatMap((a) =>
    places.map((b) => Math.abs(at(a)[0] - at(b)[0]) + Math.abs(at(a)[1] - at(b)[1])),
  );
  return {
    times: {
      basis: "estimate",
      placeCount: places.length,
      seconds: Int32Array.from(apart, (blocks) => blocks * SECONDS_PER_BLOCK),
      meters: Int32Array.from(apart, (blocks) => blocks * 1000),
    },
    stops: new Map(BUSY_SERVICE.stops.map(({ id }, k) => [id, k])),
    depots: new Map(BUSY_SERVICE.vehicles.map(({ id }, k) => [id, GRID * GRID + k])),
    offRoad: new Map(),
  };
})();

/** How often each kind of answer came: a test looks whether its day was as busy as it should be. */
export type Tally = Readonly<Record<string, number>>;

/**
 * Lives through a Monday in the store: riders ask, confirm, change, cancel and give back, drivers do what the plan says
 * and are late now and then, the plan is improved and made anew in between.
 */
export async function liveBusyDay(
  store: Store,
  { tenant, seed, wishes }: { readonly tenant: TenantId; readonly seed: number; readonly wishes: number },
): Promise<Tally> {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const chance = (share: number) => random() < share;
  const tally: Record<string, number> = {};
  let drawn = 0;
  const newId = () => `${tenant}-${++drawn}`;
  const members = await store.inTenant(tenant, async (tx) => {
    await tx.saveService(BUSY_SERVICE, DESK, T8);
    const added: MemberId[] = [];
    for (let k = 0; k < 15; k++) added.push((await tx.addMember(HANAKO, DESK, T8)).id);
    return added;
  });
  const nobody = { birthDate: undefined, disability: undefined };
  const worldAt = (now: EpochSeconds): World => ({
    service: BUSY_SERVICE,
    travel: BUSY_TRAVEL,
    now,
    newId,
    random,
    effort: { iterations: 100, nodes: 1_000 },
    findMember: (id) => (members.includes(id) ? { id, ...nobody } : undefined),
  });
  const take = async (now: EpochSeconds, matter: Matter) => {
    const answer = await store.decideOnDay({
      tenant,
      service: BUSY_SERVICE,
      serviceDate: MONDAY,
      actor: DESK,
      now,
      decide: (day, intakeStops) => decide({ ...worldAt(now), intakeStops }, day, matter),
    });
    const what = `${matter.kind} ${answer.kind}`;
    tally[what] = (tally[what] ?? 0) + 1;
    return answer;
  };
  const load = () => store.inTenant(tenant, (tx) => tx.loadDay(BUSY_SERVICE, MONDAY));

  let intakeStopId: IntakeStopId | undefined;
  const switchIntake = (now: EpochSeconds) =>
    store.inTenant(tenant, async (tx) => {
      if (intakeStopId !== undefined) await tx.resumeIntake(intakeStopId, DESK, now);
      const scope = chance(0.5) ? {} : { stops: [BUSY_SERVICE.stops[below(GRID * GRID)]!.id] };
      const made = () =>
        tx.stopIntake(BUSY_SERVICE, { scope, notice: "停止中", reason: "花子さん" }, DESK, now);
      intakeStopId = intakeStopId === undefined ? (await made()).id : undefined;
    });

  const quotes: { readonly id: QuoteId; readonly memberId: MemberId; readonly askedAt: number }[] = [];
  let asked = 0;
  for (let now = T8; now < T8 + 5 * 3600; now = (now + 60 + below(60)) as EpochSeconds) {
    if (asked < wishes && chance(0.6)) {
      asked++;
      await ask(now);
    }
    const held = quotes.findIndex(({ askedAt }) => askedAt < now - 60);
    if (held >= 0) await answerQuote(now, quotes.splice(held, 1)[0]!);
    const day = await load();
    if (chance(0.04)) await cancel(now, day);
    for (const event of driversAt(day, now)) await take(now, { kind: "task", event });
    // Stopped for a short while now and then: between an offer and its yes too.
    if (chance(intakeStopId === undefined ? 0.1 : 0.3)) await switchIntake(now);
    const effort = { seed: below(1e6), iterations: 60 };
    if (chance(0.12)) await take(now, { kind: "improve", effort });
    if (chance(0.06)) await take(now, { kind: "replan", effort });
  }
  return tally;

  async function ask(now: EpochSeconds): Promise<void> {
    const memberId = members[below(members.length)]!;
    const from = below(GRID * GRID);
    const to = (from + 1 + below(GRID * GRID - 1)) % (GRID * GRID);
    const rideable = [...(await load()).bookings.values()].filter(
      (booking) => booking.memberId === memberId && isOpen(booking.state),
    );
    const answer = await take(now, {
      kind: "quote",
      request: {
        memberId,
        channel: chance(0.5) ? "web" : "phone",
        serviceDate: MONDAY,
        from: `S${from + 1}` as StopId,
        to: `S${to + 1}` as StopId,
        time: {
          mode: chance(0.5) ? "depart" : "arrive",
          at: (Math.max(now, T8 + 3600) + 900 + 60 * below(75)) as EpochSeconds,
        },
        party: { general: 1 + below(2), senior: 0, disabled: 0, child: 0, infant: 0 },
        wheelchairs: chance(0.1) ? 1 : 0,
        ...(chance(0.3) && rideable[0] && { replaces: rideable[0].id }),
      },
    });
    if (answer.kind === "quote") quotes.push({ id: answer.quote.id, memberId, askedAt: now });
  }

  async function answerQuote(now: EpochSeconds, held: (typeof quotes)[number]): Promise<void> {
    if (chance(0.1)) return; // forgotten
    const kind = chance(0.1) ? "release" : "confirm";
    await take(now, { kind, quoteId: held.id, memberId: held.memberId });
  }

  async function cancel(now: EpochSeconds, day: Day): Promise<void> {
    const booking = [...day.bookings.values()][below(Math.max(1, day.bookings.size))];
    if (booking === undefined) return;
    const by = chance(0.5)
      ? ({ kind: "rider", memberId: booking.memberId } as const)
      : ({ kind: "operator" } as const);
    await take(now, { kind: "cancel", bookingId: booking.id, by, reason: "宇部 花子さんから電話" });
  }

  /** What the drivers have done by now, at most one step each. */
  function driversAt(day: Day, now: EpochSeconds): TaskEvent[] {
    const problem = problemOf(worldAt(now), day);
    const times = schedule({ problem, plan: day.plan });
    return day.duties.flatMap((duty): TaskEvent[] => {
      const head = { id: `${newId()}-e` as EventId, dutyId: duty.id, at: now };
      const visit = openVisits(day, duty)[0];
      const booking = day.bookings.get(visit?.tripId as BookingId);
      const next = times.duties.find(({ dutyId }) => dutyId === duty.id)?.visits[0];
      if (visit === undefined || booking === undefined) return [];
      const stopId = visit.kind === "pickup" ? booking.request.from : booking.request.to;
      const last = day.taskEvents.findLast(({ dutyId, kind }) => dutyId === duty.id && kind !== "delayed");
      const isThere = last?.kind === "arrived" && last.stopId === stopId;
      if (!isThere && chance(0.03))
        return [{ ...head, kind: "delayed", by: seconds(120 + below(900)), cause: "traffic" }];
      if (!isThere) return next && next.arrival <= now ? [{ ...head, kind: "arrived", stopId }] : [];
      if (visit.kind === "dropoff") return [{ ...head, kind: "alighted", bookingId: booking.id }];
      if (now < booking.promise.pickupFrom) return [];
      const gone = now >= booking.promise.pickupFrom + BUSY_SERVICE.standards.noShowWait && chance(0.2);
      return [{ ...head, kind: gone ? "no-show" : "boarded", bookingId: booking.id }];
    });
  }
}

const T8: EpochSeconds = instantOf(MONDAY, timeOfDay("08:00"), SERVICE.timeZone);
