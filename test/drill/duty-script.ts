import {
  type BookingId,
  type EpochSeconds,
  later,
  type Random,
  type StopId,
  seconds,
  type Yen,
} from "@noriai/kernel";
import {
  type Day,
  decideTask,
  dutySheet,
  type TaskEvent,
  type World,
} from "../../packages/booking/src/index.ts";
import { ADay } from "../../packages/booking/test/a-day.ts";
import { aParty, departAt, member, monday, stop } from "../../packages/booking/test/a-world.ts";

/** Something that a driver does, at the moment at which it really happens. */
export type Deed = { readonly at: EpochSeconds } & (
  | { readonly kind: "arrived"; readonly stopId: StopId }
  | { readonly kind: "boarded" | "alighted" | "no-show"; readonly bookingId: BookingId }
  | {
      readonly kind: "fare-collected";
      readonly bookingId: BookingId;
      readonly amount: Yen;
      readonly means: "cash" | "cashless";
    }
  /** Takes the deed before it back. */
  | { readonly kind: "undone" }
);

/** A duty that is driven to its end: the day before it, and everything that its driver does, in order. */
export interface DutyScript {
  readonly day: Day;
  readonly deeds: readonly Deed[];
  readonly worldAt: (now: EpochSeconds) => World;
}

/** A day of one vehicle with rides from morning to afternoon, and a driver who serves them as the plan says. */
export function dutyScript(random: Random, rides: number): DutyScript {
  const given = bookedDay(random, rides);
  const before = given.day;
  const worldAt = (now: EpochSeconds): World => ({ ...given.worldAt("09:00"), now });
  const deeds: Deed[] = [];
  let now = monday("09:30");
  for (;;) {
    const sheet = dutySheet(worldAt(now), given.day, given.day.duties[0]!.id);
    const task = sheet.tasks.find(({ state }) => state !== "done");
    if (task === undefined) return { day: before, deeds, worldAt };
    now = Math.max(now, task.at) as EpochSeconds;
    if (task.state === "next") does({ kind: "arrived", stopId: task.stopId, at: now });
    for (const { bookingId, done } of task.alights) if (!done) does({ kind: "alighted", bookingId, at: now });
    for (const rider of task.boards) if (!rider.done) serve(rider);
  }

  function does(deed: Deed): void {
    given.day = decided(worldAt(deed.at), given.day, {
      deed,
      id: `s${deeds.length}`,
      last: `s${deeds.length - 1}`,
    });
    deeds.push(deed);
    now = later(deed.at, seconds(20 + Math.floor(random() * 40)));
  }

  function serve({
    bookingId,
    fare,
    noShowFrom,
  }: ReturnType<typeof dutySheet>["tasks"][number]["boards"][number]) {
    if (noShowFrom !== undefined && random() < 0.1)
      return does({ kind: "no-show", bookingId, at: Math.max(now, noShowFrom) as EpochSeconds });
    does({ kind: "boarded", bookingId, at: now });
    if (random() < 0.1) {
      does({ kind: "undone", at: now });
      does({ kind: "boarded", bookingId, at: now });
    }
    const means = random() < 0.7 ? "cash" : "cashless";
    does({ kind: "fare-collected", bookingId, amount: fare.total, means, at: now });
  }
}

/** A deed as it is recorded. @param last  the id under which the deed before it was recorded */
export function eventOf({
  deed,
  id,
  last,
  dutyId,
}: {
  readonly deed: Deed;
  readonly id: string;
  readonly last: string;
  readonly dutyId: string;
}): TaskEvent {
  const told = deed.kind === "undone" ? { ...deed, eventId: last } : deed;
  return { ...told, id, dutyId } as TaskEvent;
}

function decided(
  world: World,
  day: Day,
  of: { readonly deed: Deed; readonly id: string; readonly last: string },
): Day {
  const { answer, day: after } = decideTask(world, day, eventOf({ ...of, dutyId: day.duties[0]!.id }));
  if (answer.kind !== "recorded") throw new Error(`${of.deed.kind}: ${JSON.stringify(answer)}`);
  return after;
}

/** Everybody asks early in the morning; who finds no place does not ride. */
function bookedDay(random: Random, rides: number): ADay {
  const given = new ADay();
  const below = (count: number) => Math.floor(random() * count);
  for (let k = 0; k < rides; k++) {
    const from = 1 + below(9);
    const request = {
      memberId: member(`m${k + 1}`),
      from: stop(`S${from}`),
      to: stop(`S${1 + ((from + below(8)) % 9)}`),
      time: departAt(later(monday("09:40"), seconds(60 * below(290)))),
      party: aParty({ general: 1 + below(2) }),
    };
    const asked = given.ask("08:00", request);
    if (asked.kind === "quote") given.confirm("08:00", asked.quote.id, request.memberId);
  }
  return given;
}
