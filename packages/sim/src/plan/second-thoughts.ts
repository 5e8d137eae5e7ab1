import { type EpochSeconds, formatInstant, parseInstant, type Random } from "@noriai/kernel";
import type { Frame } from "./day-frame.ts";
import { drawBetween } from "./draw.ts";
import type { Contact, Wish } from "./life-plan.ts";

/** Of all rides: how many are called off or wished at another time; of today's, how many are waited for in vain. */
const CANCELS = 0.07;
const CHANGES = 0.05;
const STAYS_AWAY = 0.04;

const MINUTE = 60;
/** Until then before a ride one can well have second thoughts about it. */
const LEAST_BEFORE = 75 * MINUTE;

type Books = Extract<Contact, { kind: "books" }>;

/** Adds what happens after the booking: every day has its cancellation, its change, and somebody who does not come. */
export function addSecondThoughts({
  random,
  contacts,
  frame,
  timeZone,
}: {
  readonly random: Random;
  readonly contacts: readonly Contact[];
  readonly frame: Frame;
  readonly timeZone: string;
}): readonly Contact[] {
  const asked = contacts.flatMap((contact) =>
    contact.kind === "books" ? contact.wishes.map((wish) => ({ contact, wish })) : [],
  );
  const order = shuffled(
    random,
    asked.filter(({ wish }) => !wish.declines),
  );
  const share = (part: number, of = order.length): number =>
    of === 0 ? 0 : Math.max(1, Math.round(of * part));
  const thoughts: Contact[] = [];
  const absent = new Set<string>();
  let cancels = share(CANCELS);
  let changes = share(CHANGES);
  let stays = share(STAYS_AWAY, order.filter(({ wish }) => wish.serviceDate === frame.date).length);
  for (const { contact, wish } of order) {
    const again = { random, contact, wish, frame };
    const at = changes + cancels > 0 ? drawAgainAt(again) : undefined;
    if (at !== undefined && changes > 0) {
      changes--;
      thoughts.push({
        ...whoOf(contact),
        kind: "changes",
        at,
        wish: wish.id,
        anew: anew(random, wish, timeZone),
      });
    } else if (at !== undefined && cancels > 0) {
      cancels--;
      thoughts.push({ ...whoOf(contact), kind: "cancels", at, wish: wish.id });
    } else if (stays > 0 && wish.serviceDate === frame.date) {
      stays--;
      absent.add(wish.id);
    }
  }
  return [...contacts.map((contact) => withAbsent(contact, absent)), ...thoughts];
}

const whoOf = ({ rider, channel }: Books) => ({ rider, channel });

/** When somebody comes back to a booking; nothing when there is no time left for it. */
function drawAgainAt({
  random,
  contact,
  wish,
  frame: { startsAt, closesAt },
}: {
  readonly random: Random;
  readonly contact: Books;
  readonly wish: Wish;
  readonly frame: Frame;
}): EpochSeconds | undefined {
  const least = Math.max(contact.at, startsAt) + 10 * MINUTE;
  const most = Math.min(parseInstant(wish.time.at)! - LEAST_BEFORE, closesAt - MINUTE, least + 180 * MINUTE);
  return most < least ? undefined : (drawBetween(random, { least, most, step: 15 }) as EpochSeconds);
}

/** Half an hour later, or a quarter earlier. */
function anew(random: Random, wish: Wish, timeZone: string): Wish {
  const by = random() < 0.6 ? 30 * MINUTE : -15 * MINUTE;
  const at = (parseInstant(wish.time.at)! + by) as EpochSeconds;
  return {
    ...wish,
    id: `${wish.id}x`,
    time: { mode: wish.time.mode, at: formatInstant(at, timeZone) },
    bends: false,
  };
}

const withAbsent = (contact: Contact, absent: ReadonlySet<string>): Contact =>
  contact.kind === "books"
    ? { ...contact, wishes: contact.wishes.map((wish) => ({ ...wish, staysAway: absent.has(wish.id) })) }
    : contact;

/** Fisher and Yates. */
function shuffled<T>(random: Random, list: readonly T[]): readonly T[] {
  const mixed = [...list];
  for (let k = mixed.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [mixed[k], mixed[other]] = [mixed[other]!, mixed[k]!];
  }
  return mixed;
}
