import type { PublicService } from "@noriai/api";
import {
  type EpochSeconds,
  formatInstant,
  type Random,
  type Seconds,
  type ServiceDate,
  seededRandom,
} from "@noriai/kernel";
import { type Frame, frameOf } from "./day-frame.ts";
import { drawBetween, drawOne, drawWeighted, seedOf } from "./draw.ts";
import { drawErrandRides, type Ride } from "./draw-rides.ts";
import { type Habits, habitsOf, phoneWeight, webWeight } from "./habits.ts";
import type { Channel, Contact, Jam, LifePlan, LifeRider, Wish } from "./life-plan.ts";
import { addSecondThoughts } from "./second-thoughts.ts";

/** How much life there is on a day. */
export interface LifeSize {
  /** Calls in which somebody books. */
  readonly calls: number;
  /** Rides that are asked for on the web. */
  readonly web: number;
  /** The part of all rides that is for the same day. */
  readonly today: number;
  readonly jams: number;
}

/**
 * Draws a day of the town: who asks for what, when and over which channel, who changes their mind, who does not come.
 * Pure: the same seed, date and town give the same day.
 *
 * @param service  as everybody may know it on the morning of `date`; its days ahead are those that can be booked
 */
export function planOfLife(drawing: {
  readonly seed: number;
  readonly service: PublicService;
  readonly date: ServiceDate;
  readonly riders: readonly LifeRider[];
  readonly size: LifeSize;
}): LifePlan {
  const { seed, service, date, size } = drawing;
  const random = seededRandom(seedOf(`${seed} ${date} ${service.tenant.id}`));
  const frame = frameOf(service, date);
  const people = habitsOf(drawing);
  const town: Town = {
    random,
    service,
    frame,
    people,
    taken: new Map(),
    laterDays: laterDaysOf(service, date),
  };
  const contacts = people.length === 0 ? [] : [...drawCalls(town, size), ...drawVisits(town, size)];
  const everything = addSecondThoughts({ random, contacts, frame, timeZone: service.timeZone });
  return {
    id: `life-${seed}-${date}`,
    ...{ date, startsAt: frame.startsAt, endsAt: frame.endsAt },
    contacts: everything.toSorted((a, b) => a.at - b.at),
    jams: Array.from({ length: size.jams }, () => drawJam(random, frame)),
  };
}

const laterDaysOf = ({ days }: PublicService, date: ServiceDate): readonly ServiceDate[] =>
  days
    .filter((day) => day.bookable && day.serviceDate > date)
    .map(({ serviceDate }) => serviceDate as ServiceDate);

const HOUR = 3600;

interface Town {
  readonly random: Random;
  readonly service: PublicService;
  readonly frame: Frame;
  readonly people: readonly Habits[];
  readonly laterDays: readonly ServiceDate[];
  /** Who is already out when: by rider and date, the instants of their rides. */
  readonly taken: Map<string, number[]>;
}

function drawCalls(town: Town, { calls, today }: LifeSize): readonly Contact[] {
  return Array.from({ length: calls }, (_, n) =>
    drawContact(town, { channel: "phone", today, name: `c${n + 1}`, ridesMax: 2 }),
  );
}

function drawVisits(town: Town, { web, today }: LifeSize): readonly Contact[] {
  const visits: Contact[] = [];
  for (let left = web; left > 0; ) {
    const isFirst = visits.length === 0 && today > 0;
    const name = `v${visits.length + 1}`;
    const drawn = drawContact(town, {
      channel: "web",
      today,
      name,
      ridesMax: isFirst ? 1 : Math.min(2, left),
    });
    const visit = isFirst ? earlyBird(town, drawn) : drawn;
    if (visit.kind === "books") left -= visit.wishes.length;
    visits.push(visit);
  }
  return visits;
}

/** Somebody always takes the first ride of the day, and has asked for it the evening before. */
function earlyBird({ frame, service }: Town, visit: Contact): Contact {
  if (visit.kind !== "books") return visit;
  const time = {
    mode: "depart",
    at: formatInstant((frame.opensAt + 5 * 60) as EpochSeconds, service.timeZone),
  } as const;
  const wishes = visit.wishes.map((wish) => ({ ...wish, time, serviceDate: frame.date, declines: false }));
  return { ...visit, at: (frame.startsAt - 10 * HOUR) as EpochSeconds, wishes };
}

interface Drawing {
  readonly channel: Channel;
  readonly today: number;
  readonly name: string;
  readonly ridesMax: number;
}

function drawContact(town: Town, drawing: Drawing): Contact {
  const { random } = town;
  const { channel } = drawing;
  const { habits, date, rides } = drawFree(town, drawing);
  const wishes = rides.map(
    (ride, n): Wish => wishOf({ town, ride, date, id: `${drawing.name}${n === 0 ? "" : "b"}` }),
  );
  const isToday = date === town.frame.date;
  const at = drawAskedAt({
    random,
    channel,
    frame: town.frame,
    rideAt: isToday ? rides[0]!.asksBy : undefined,
  });
  return { kind: "books", at, rider: habits.rider, channel, wishes };
}

const TRIES_MAX = 30;
/** Nobody calls earlier than so long after the day's beginning; who rides before then has used the page last night. */
const EARLY_CALL = 10 * 60;
/** Between two rides of one person. */
const APART: Seconds = (HOUR * 1.5) as Seconds;

/** Somebody with an errand, preferably one who is not out at that time already. */
function drawFree(town: Town, { channel, today, ridesMax }: Drawing) {
  const { random, people, taken, laterDays, frame } = town;
  const weightOf = channel === "phone" ? phoneWeight : webWeight;
  for (let tries = 1; ; tries++) {
    const habits = drawWeighted(
      random,
      people.map((one) => [one, weightOf(one)] as const),
    );
    const date = laterDays.length === 0 || random() < today ? frame.date : drawOne(random, laterDays);
    const rides = drawErrandRides({ random, habits, date, service: town.service }).slice(0, ridesMax);
    const key = `${habits.rider.memberNo} ${date}`;
    const known = taken.get(key) ?? [];
    const isInTime =
      channel === "web" || date !== frame.date || rides[0]!.asksBy >= frame.startsAt + EARLY_CALL;
    const isFree = rides.every(({ at }) => known.every((other) => Math.abs(other - at) > APART)) && isInTime;
    if (!isFree && tries < TRIES_MAX) continue;
    taken.set(key, [...known, ...rides.map(({ at }) => at)]);
    return { habits, date, rides };
  }
}

function wishOf({
  town: { random },
  ride,
  date,
  id,
}: {
  readonly town: Town;
  readonly ride: Ride;
  readonly date: ServiceDate;
  readonly id: string;
}): Wish {
  return {
    ...{ id, from: ride.from, to: ride.to, time: ride.time, serviceDate: date },
    companions: ride.companions,
    wheelchairs: ride.wheelchairs,
    thinks: drawBetween(random, { least: 15, most: 60, step: 5 }) as Seconds,
    bends: random() < 0.7,
    declines: random() < 0.03,
    staysAway: false,
  };
}

/** How many ask in each hour after the opening. */
const HOURS: Readonly<Record<Channel, readonly (readonly [hour: number, weight: number])[]>> = {
  phone: [5, 5, 2, 1, 2, 1].map((weight, hour) => [hour, weight] as const),
  web: [2, 2, 2, 3, 2, 2].map((weight, hour) => [hour, weight] as const),
};

/** Calls peak between nine and eleven; the page is used from the evening before. */
function drawAskedAt({
  random,
  channel,
  frame: { startsAt, opensAt, closesAt },
  rideAt,
}: {
  readonly random: Random;
  readonly channel: Channel;
  readonly frame: Frame;
  /** Of a ride today: the last instant at which asking makes sense. */
  readonly rideAt: number | undefined;
}): EpochSeconds {
  const isEarly = rideAt !== undefined && rideAt < startsAt + EARLY_CALL;
  if (channel === "web" && (isEarly || random() < 0.3))
    return (startsAt - drawBetween(random, { least: HOUR / 2, most: 13 * HOUR, step: 60 })) as EpochSeconds;
  const hour = drawWeighted(random, HOURS[channel]);
  const wished = opensAt + hour * HOUR + drawBetween(random, { least: 0, most: HOUR - 15, step: 15 });
  const last = Math.min(rideAt ?? closesAt, closesAt);
  if (wished <= last) return wished as EpochSeconds;
  return drawBetween(random, {
    least: startsAt + 60,
    most: Math.max(startsAt + 60, last),
    step: 15,
  }) as EpochSeconds;
}

function drawJam(random: Random, { opensAt, closesAt }: Frame): Jam {
  return {
    at: drawBetween(random, { least: opensAt + HOUR, most: closesAt - HOUR, step: HOUR / 4 }) as EpochSeconds,
    by: drawBetween(random, { least: 6 * 60, most: 14 * 60, step: 60 }) as Seconds,
  };
}
