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

interface Thinking {
  readonly random: Random;
  readonly contacts: readonly Contact[];
  readonly frame: Frame;
  readonly timeZone: string;
}

/** Adds what happens after the booking: every day has its cancellation, its change, and somebody who does not come. */
export function addSecondThoughts(thinking: Thinking): readonly Contact[] {
  const { random, contacts, frame } = thinking;
  const asked = contacts.flatMap((contact) =>
    contact.kind === "books" ? contact.wishes.map((wish) => ({ contact, wish })) : [],
  );
  const sure = asked.filter(({ wish }) => !wish.declines);
  const isToday = ({ wish }: { readonly wish: Wish }): boolean => wish.serviceDate === frame.date;
  const left = {
    changes: shareOf(sure.length, CHANGES),
    cancels: shareOf(sure.length, CANCELS),
    staysAway: shareOf(sure.filter(isToday).length, STAYS_AWAY),
  };
  const thoughts: Contact[] = [];
  const absent = new Set<string>();
  for (const one of shuffled(random, sure)) {
    const kind = left.changes > 0 ? "changes" : "cancels";
    const thought = left[kind] > 0 ? thinkAgain(thinking, one, kind) : undefined;
    if (thought !== undefined) {
      left[kind]--;
      thoughts.push(thought);
    } else if (left.staysAway > 0 && isToday(one)) {
      left.staysAway--;
      absent.add(one.wish.id);
    }
  }
  return [...contacts.map((contact) => withAbsent(contact, absent)), ...thoughts];
}

const shareOf = (count: number, part: number): number =>
  count === 0 ? 0 : Math.max(1, Math.round(count * part));

/** Nothing when there is no time left to come back to the booking. */
function thinkAgain(
  { random, frame, timeZone }: Thinking,
  { contact, wish }: { readonly contact: Books; readonly wish: Wish },
  kind: "changes" | "cancels",
): Contact | undefined {
  const at = drawAgainAt({ random, contact, wish, frame });
  if (at === undefined) return undefined;
  const head = { ...whoOf(contact), at, wish: wish.id };
  return kind === "changes" ? { ...head, kind, anew: anew(random, wish, timeZone) } : { ...head, kind };
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
