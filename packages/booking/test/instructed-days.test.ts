import { type BookingId, type DutyId, type EpochSeconds, later, minutes, seededRandom } from "@noriai/kernel";
import { expect, test } from "vitest";
import {
  type Day,
  decide,
  type Instruction,
  isOpen,
  scheduleOf,
  strandedOn,
  type World,
} from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { departAt, member, monday } from "./a-world.ts";

const DAYS = 60;
const SERVICE = aService({ vehicles: [aVehicle(1), aVehicle(2), aVehicle(3)] });
const effort = { seed: 1, iterations: 100 };

/** A promise broken, a rider lost or a plan not given back without anybody being told. */
type Fault = string;

interface Lived {
  readonly faults: Fault[];
  readonly counts: Record<string, number>;
}

test(`on ${DAYS} random days no instruction breaks a promise without naming it, and each one undone gives the plan back`, {
  timeout: 120_000,
}, () => {
  const all: Lived = { faults: [], counts: {} };
  for (let seed = 1; seed <= DAYS; seed++) {
    const { faults, counts } = aDayInstructed(seed);
    all.faults.push(...faults.map((fault) => `seed ${seed}: ${fault}`));
    for (const [what, times] of Object.entries(counts)) all.counts[what] = (all.counts[what] ?? 0) + times;
  }
  expect(all.faults).toEqual([]);
  // Days on which nothing was done prove nothing.
  const kinds = ["take-out", "bring-back", "move", "close-stop", "open-stop", "undo"];
  for (const kind of [...kinds, "refused", "stranded", "late"])
    expect(all.counts[kind] ?? 0, kind).toBeGreaterThan(5);
});

test("the check sees a promise that is broken in silence", () => {
  const seeds = Array.from({ length: 10 }, (_, k) => k + 1);
  const faults = seeds.flatMap((seed) => aDayInstructed(seed, () => []).faults);
  expect(faults.join("\n")).toMatch(/is (stranded|late) and not named/);
});

function aDayInstructed(
  seed: number,
  named: (ids: readonly BookingId[]) => readonly BookingId[] = (ids) => ids,
): Lived {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const given = new ADay(SERVICE);
  const faults: Fault[] = [];
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const stops = SERVICE.stops.map(({ id }) => id);
  for (let k = 0; k < 9; k++) {
    const [from, to] = [pick(stops), pick(stops)];
    const time = departAt(monday(`${10 + Math.floor(random() * 4)}:${pick(["00", "10", "30", "40"])}`));
    if (from === to) continue;
    const asked = given.ask("09:00", { from, to, time, memberId: member(`m${k}`) });
    if (asked.kind === "quote") given.confirm("09:00", asked.quote.id, member(`m${k}`));
  }
  for (let step = 0; step < 8; step++) {
    const now = `${9 + Math.floor(step / 4)}:${["05", "20", "35", "50"][step % 4]}`.padStart(5, "0");
    const before = given.day;
    const instruction = anInstruction({ day: before, now: monday(now), pick });
    const taken = decide(given.worldAt(now), before, { kind: "instruct", instruction, effort });
    given.day = taken.day;
    if (taken.answer.kind === "refused") {
      count("refused");
      if (taken.changes.length > 0) faults.push(`refused ${instruction.kind} changed the day`);
      continue;
    }
    count(instruction.kind);
    const told = new Set(named(taken.answer.effects.map(({ bookingId }) => bookingId)));
    const world = given.worldAt(now);
    const [was, is] = [troubledOn(world, before), troubledOn(world, given.day)];
    for (const [id, how] of is) {
      if (was.has(id)) continue;
      count(how);
      if (!told.has(id)) faults.push(`${instruction.kind} at ${now}: ${id} is ${how} and not named`);
      if (instruction.kind === "move") faults.push("a move harms");
    }
    for (const id of atClosedStops(world, given.day))
      faults.push(`${id} is put into a closed stop at ${now}`);
    for (const [id, booking] of before.bookings)
      if (JSON.stringify(given.booking(id)) !== JSON.stringify(booking)) faults.push(`${id} was rewritten`);
    if (instruction.kind === "undo" || random() < 0.5) continue;
    const undone = decide(given.worldAt(now), given.day, {
      kind: "instruct",
      instruction: { kind: "undo" },
      effort,
    });
    if (undone.answer.kind === "refused") continue;
    count("undo");
    if (JSON.stringify(undone.day.plan) !== JSON.stringify(before.plan))
      faults.push("undo gives another plan");
    given.day = undone.day;
  }
  return { faults, counts };
}

function anInstruction({
  day,
  now,
  pick,
}: {
  readonly day: Day;
  readonly now: EpochSeconds;
  readonly pick: <T>(from: readonly T[]) => T;
}): Instruction {
  const open = [...day.bookings.values()].filter(({ state }) => isOpen(state));
  const duty = pick(day.duties);
  const dutyId: DutyId = duty.id;
  if (duty.outOfService !== undefined) return { kind: "bring-back", dutyId };
  const kind = pick(["take-out", "take-out", "move", "move", "undo", "close-stop", "open-stop"] as const);
  if (kind === "undo") return { kind };
  const { closures = [] } = day;
  if (kind === "open-stop" && closures.length > 0) return { kind, stopId: pick(closures).stopId };
  if (kind === "close-stop" || kind === "open-stop") {
    const { from, to } = (open.length > 0 ? pick(open) : [...day.bookings.values()][0]!).request;
    const until = later(now, minutes(pick([20, 50, 65, 90])));
    return { kind: "close-stop", stopId: pick([from, to]), until, reason: "snow" };
  }
  if (kind === "take-out" || open.length === 0)
    return { kind: "take-out", dutyId, from: pick([monday("09:00"), monday("11:30")]), reason: "breakdown" };
  return { kind, bookingId: pick(open).id, dutyId };
}

function troubledOn(world: World, day: Day): ReadonlyMap<BookingId, "late" | "stranded"> {
  const late = scheduleOf(world, day).atRisk.map(({ bookingId }) => [bookingId, "late"] as const);
  const stranded = strandedOn(world, day).map((id) => [id, "stranded"] as const);
  return new Map([...late, ...stranded]);
}

/** Who is to board or alight while a stop is closed, and was not on the way there when it was. */
function atClosedStops(world: World, day: Day): readonly string[] {
  const { closures = [] } = day;
  return scheduleOf(world, day).duties.flatMap(({ duty, visits }) =>
    visits
      .filter(({ tripId, stopId, at, done }) =>
        closures.some(
          ({ brought = [], ...one }) =>
            !done &&
            one.stopId === stopId &&
            one.from <= at &&
            at < one.until &&
            !brought.some((rider) => rider.tripId === tripId && rider.dutyId === duty.id),
        ),
      )
      .map(({ tripId }) => tripId),
  );
}
