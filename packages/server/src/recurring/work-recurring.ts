import {
  type Booking,
  type CancelAnswer,
  type ConfirmAnswer,
  checkRequest,
  decide,
  isPassing,
  type Member,
  type QuoteAnswer,
  type RecurringStep,
  type RecurringWish,
  recurringRequest,
  recurringSteps,
  type TripRequest,
  type World,
} from "@noriai/booking";
import type { BookingId, EpochSeconds, QuoteId } from "@noriai/kernel";
import type { Actor, TenantTransaction } from "@noriai/store";
import { decisionWorld } from "../decision-world.ts";
import type { ServerWorld } from "../server-world.ts";
import { decideQuote } from "../thinking/decide-quote.ts";
import type { Thinker } from "../thinking/thinker.ts";
import type { Town } from "../town.ts";

/** With what recurring wishes are worked on, and in whose name. */
export interface RecurringWork {
  readonly world: ServerWorld;
  readonly town: Town;
  readonly thinker: Thinker;
  readonly actor: Actor;
  readonly now: EpochSeconds;
}

type Book = Extract<RecurringStep, { readonly kind: "book" }>;
type Cancel = Extract<RecurringStep, { readonly kind: "cancel" }>;

/**
 * Does for a recurring wish (定期予約) what is to be done now: books the rides whose window has opened and calls off
 * those that are not wished for any more. Each ride is decided like anybody's, and its outcome is kept in the same
 * transaction; whoever is slower, on this server or another, leaves nothing behind.
 *
 * @returns how many rides were booked, refused and called off
 */
export async function workRecurring(work: RecurringWork, wish: RecurringWish): Promise<RecurringTally> {
  const { world, town, now } = work;
  const known = await world.store.inTenant(town.tenant.id, async (tx) => {
    const records = await tx.listRecurringRides(wish.id);
    const bookings = new Map<BookingId, Booking>();
    for (const { bookingId } of records) {
      const booking = bookingId && (await tx.findBooking(bookingId));
      if (booking) bookings.set(booking.id, booking);
    }
    return { records, bookings, member: await tx.findMember(wish.memberId) };
  });
  const tally = { booked: 0, refused: 0, cancelled: 0 };
  if (known.member === undefined) return tally;
  for (const step of recurringSteps({ service: town.service, now, wish, ...known })) {
    const done =
      step.kind === "book"
        ? await bookRide(work, { wish, step, member: known.member })
        : await cancelRide(work, wish, step);
    if (done !== undefined) tally[done]++;
  }
  return tally;
}

export type RecurringTally = Record<"booked" | "refused" | "cancelled", number>;

interface Asking {
  readonly wish: RecurringWish;
  readonly step: Book;
  readonly member: Member;
}

/** Asks for one ride and says yes to the offer. Nothing happens while only the hour stands against it. */
async function bookRide(work: RecurringWork, asking: Asking): Promise<"booked" | "refused" | undefined> {
  const { world, town, thinker, actor, now } = work;
  const { serviceDate } = asking.step;
  const request = recurringRequest({ service: town.service, ...asking, ...asking.step });
  const decisions = decisionWorld({ world, town, now, members: [asking.member] });
  if (await isPassingNow(work, { decisions, request })) return undefined;

  let done: "booked" | "refused" | undefined;
  const command = { tenant: town.tenant.id, service: town.service, serviceDate, actor, now };
  const yes = (tx: TenantTransaction, quoteId: QuoteId) =>
    tx.decideAlso<ConfirmAnswer>({
      ...command,
      decide: (day, intakeStops) =>
        decide({ ...decisions, intakeStops }, day, {
          kind: "confirm",
          quoteId,
          memberId: asking.wish.memberId,
        }),
    });
  await unlessOvertaken(() =>
    world.store.decideOnDay<QuoteAnswer>({
      ...command,
      decide: (day, intakeStops) =>
        decideQuote({ thinker, world: { ...decisions, intakeStops }, day, request }),
      after: async (tx, answer) => {
        await stillStands(tx, asking.wish);
        done = await settle(tx, asking, { answer, now, yes: (quoteId) => yes(tx, quoteId) });
      },
    }),
  );
  return done;
}

/** Does only the hour stand against it? Looked at before anything is decided, so that nothing is written for it. */
async function isPassingNow(
  { world, town }: RecurringWork,
  { decisions, request }: { readonly decisions: World; readonly request: TripRequest },
): Promise<boolean> {
  const { day, intakeStops } = await world.store.inTenant(town.tenant.id, async (tx) => ({
    day: await tx.loadDay(town.service, request.serviceDate),
    intakeStops: await tx.standingIntakeStops(town.service),
  }));
  return isPassing(checkRequest({ world: { ...decisions, intakeStops }, day, request }));
}

/** Says yes to an offer and keeps what came of it; a refusal is kept with the ride that stays for it. */
async function settle(
  tx: TenantTransaction,
  { wish, step: { serviceDate, leg, replaces } }: Asking,
  {
    answer,
    now,
    yes,
  }: {
    readonly answer: QuoteAnswer;
    readonly now: EpochSeconds;
    readonly yes: (quoteId: QuoteId) => Promise<ConfirmAnswer>;
  },
): Promise<"booked" | "refused"> {
  const record = { serviceDate, leg, version: wish.version, askedAt: now };
  if (answer.kind === "refusal") {
    if (isPassing(answer.refusal.rejections)) throw new Overtaken();
    const kept = replaces && { bookingId: replaces };
    await keep(tx, wish, { ...record, ...kept, isRefused: true, refusalId: answer.refusal.id });
    return "refused";
  }
  const confirmed = await yes(answer.quote.id);
  if (confirmed.kind !== "booking") throw new Overtaken();
  await keep(tx, wish, { ...record, bookingId: confirmed.booking.id, isRefused: false });
  return "booked";
}

async function keep(
  tx: TenantTransaction,
  wish: RecurringWish,
  ride: Parameters<TenantTransaction["recordRecurringRide"]>[1],
): Promise<void> {
  if (!(await tx.recordRecurringRide(wish.id, ride))) throw new Overtaken();
}

/** Calls one ride off as its rider would. A vehicle that is on its way is not turned back. */
async function cancelRide(
  { world, town, actor, now }: RecurringWork,
  wish: RecurringWish,
  { serviceDate, bookingId }: Cancel,
): Promise<"cancelled" | undefined> {
  const decisions = decisionWorld({ world, town, now });
  const by = { kind: "rider", memberId: wish.memberId } as const;
  let done: "cancelled" | undefined;
  await unlessOvertaken(() =>
    world.store.decideOnDay<CancelAnswer>({
      ...{ tenant: town.tenant.id, service: town.service, serviceDate, actor, now },
      decide: (day, intakeStops) =>
        decide({ ...decisions, intakeStops }, day, { kind: "cancel", bookingId, by, reason: "recurring" }),
      after: async (tx, answer) => {
        await stillStands(tx, wish);
        done = answer.kind === "cancelled" ? "cancelled" : undefined;
      },
    }),
  );
  return done;
}

/** The wish as it was read, locked until the commit: a rider who changes it now is heard after this ride. */
async function stillStands(tx: TenantTransaction, wish: RecurringWish): Promise<void> {
  const current = await tx.lockRecurring(wish.id);
  if (current === undefined || marksOf(current) !== marksOf(wish)) throw new Overtaken();
}

const marksOf = ({ version, leftOut, ended }: RecurringWish): string =>
  JSON.stringify([version, leftOut, ended]);

/** Rolls the transaction back: somebody else was faster, or the moment has gone. */
class Overtaken extends Error {}

async function unlessOvertaken(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  }
}
