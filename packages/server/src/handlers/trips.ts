import {
  type Booking,
  type BookingVersion,
  type CancelAnswer,
  type ConfirmAnswer,
  type Day,
  decide,
  type FareClass,
  fareClassOf,
  type Member,
  type Party,
  type Taken,
  type TripRequest,
  type World,
  withNeeds,
} from "@noriai/booking";
import {
  type BookingId,
  fail,
  type MemberId,
  ok,
  parseInstant,
  type QuoteId,
  type Result,
  type ServiceDate,
  type StopId,
  serviceDateOf,
} from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import { mayActFor, stillFor } from "../acting-for.ts";
import type { Call, Handler } from "../call.ts";
import { decideOnceOn, decideUnless, type StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { WORDS } from "../messages.ts";
import { presentBooking, presentBookings, sightOf } from "../present/bookings.ts";
import { presentRefusal, presentRejection } from "../present/refusal.ts";
import { presentQuote, writeIn } from "../present/trip.ts";
import { decideQuote } from "../thinking/decide-quote.ts";
import { notPossible, type Trouble } from "../trouble.ts";

/** Answers at once: an offer that is held, or the reasons and what can be had instead. Both are 200. */
export const askQuote: Handler<"askQuote"> = async (call) => {
  const { world, town, now } = call;
  const member = await memberOf(call);
  if (!member.ok) return member;
  if (!(await canReplace(call, member.value)))
    return fail({
      kind: "invalid-input",
      fields: [{ name: "replaces", message: WORDS[call.language].field.bookingUnknown }],
    });
  const request = tripRequestOf(call, member.value);
  const decisions = decisionWorld({ world, town, now, members: [member.value] });
  const reader = readerOf(call);
  let quoteId: QuoteId | undefined;
  return decideOnceOn(call, request.serviceDate, {
    decide: (day, intakeStops) =>
      decideQuote({ thinker: call.thinker, world: { ...decisions, intakeStops }, day, request }),
    outcomeOf(answer, day) {
      quoteId = answer.kind === "quote" ? answer.quote.id : undefined;
      return ok({
        body:
          answer.kind === "quote"
            ? { kind: answer.kind, quote: presentQuote(answer.quote, { ...reader, day }) }
            : { kind: answer.kind, refusal: presentRefusal(answer.refusal, { ...reader, day }) },
      });
    },
    also: async (tx) =>
      (await stillFor(call, request.memberId)(tx)) ?? (await noteSupervisor(call, tx, quoteId)),
  });
};

/** Who allowed an offer out of hours is kept in the transaction that makes it. D-05 */
async function noteSupervisor(
  { who, now, body: { supervised } }: Call<"askQuote">,
  tx: TenantTransaction,
  quoteId: QuoteId | undefined,
): Promise<undefined> {
  if (supervised === undefined || quoteId === undefined || who.account.role === "rider") return;
  await tx.addSupervisorEntry({ quoteId, ...supervised }, { by: who.actor, now });
}

export const readerOf = ({ town, who }: StaffCall) => ({
  write: writeIn(town.service.timeZone),
  role: who.account.role,
});

/** A call that carries a trip request. */
type Asking = StaffCall & Pick<Call<"askQuote">, "body" | "language">;

/** Riders ride themselves, or somebody whom they help; the desk says for whom it books. */
export async function memberOf({
  world,
  who,
  body,
  language,
}: StaffCall &
  Pick<Asking, "language"> & { readonly body: { readonly memberId?: string | undefined } }): Promise<
  Result<Member, Trouble>
> {
  const { field } = WORDS[language];
  const wrong = (message: string) =>
    fail<Trouble>({ kind: "invalid-input", fields: [{ name: "memberId", message }] });
  const { role, member } = who.account;
  const named = body.memberId as MemberId | undefined;
  const id = role === "rider" ? (named ?? member) : named;
  if (id === undefined) return wrong(field.memberNeeded);
  const found = await world.store.inTenant(who.tenant, async (tx) =>
    (await mayActFor({ who }, tx, id)) ? tx.findMember(id) : undefined,
  );
  return found === undefined ? wrong(field.memberUnknown) : ok(found);
}

/** Only the member's own booking can be replaced; another's must not even be told apart from none. */
export async function canReplace(
  { world, who, body: { replaces } }: Asking,
  member: Member,
): Promise<boolean> {
  if (replaces === undefined) return true;
  const old = await world.store.inTenant(who.tenant, (tx) => tx.findBooking(replaces as BookingId));
  return old?.memberId === member.id;
}

/** The request that a body means, of whoever is signed in. */
export function tripRequestOf(
  { town, who, body }: StaffCall & Pick<Call<"askQuote">, "body">,
  member: Member,
): TripRequest {
  const at = parseInstant(body.time.at)!;
  const serviceDate = serviceDateOf(at, town.service.timeZone);
  const { fareClass } = fareClassOf({ service: town.service, member, rideDate: serviceDate });
  return {
    memberId: member.id,
    channel: who.account.role === "rider" ? "web" : "phone",
    serviceDate,
    from: body.from as StopId,
    to: body.to as StopId,
    time: { mode: body.time.mode, at },
    party: withOneMore(body.companions, fareClass),
    wheelchairs: body.wheelchairs,
    ...withNeeds(body.needs),
    ...(body.replaces && { replaces: body.replaces as BookingId }),
    ...(body.supervised && who.account.role !== "rider" && { supervised: true }),
  };
}

const withOneMore = (companions: Party, fareClass: FareClass): Party => ({
  ...companions,
  [fareClass]: companions[fareClass] + 1,
});

export const confirmQuote: Handler<"confirmQuote"> = async (call) => {
  const quoteId = call.params.quoteId as QuoteId;
  const found = await findQuote(call, quoteId);
  if (found?.member === undefined) return fail({ kind: "not-found" });
  const { serviceDate, memberId, member, elsewhere } = found;
  const decisions = decisionWorld({ ...call, members: member ? [member] : [] });
  let isKnown = false;
  return decideOnceOn<"confirmQuote", ConfirmAnswer>(call, serviceDate, {
    decide(day, intakeStops) {
      isKnown = day.bookings.has(quoteId as string as BookingId);
      return decide({ ...decisions, intakeStops }, day, { kind: "confirm", quoteId, memberId });
    },
    outcomeOf(answer, day) {
      if (answer.kind === "not-found") return fail({ kind: "not-found" });
      if (answer.kind === "intake-stopped")
        return fail(notPossible(presentRejection(answer, readerOf(call))));
      if (answer.kind !== "booking") return fail(notPossible(answer));
      return bookingReply(call, { booking: answer.booking, decisions, day });
    },
    // Confirmed already: the old booking went with the first time.
    also: async (tx) =>
      (await stillFor(call, memberId)(tx)) ??
      (elsewhere === undefined || isKnown ? undefined : await cancelElsewhere(call, tx, elsewhere)),
  });
};

interface FoundQuote {
  readonly serviceDate: ServiceDate;
  /** In whose name it is confirmed: that of the member it is for. */
  readonly memberId: MemberId;
  /** Confirming may look for the place anew, which asks for the member again. */
  readonly member: Member | undefined;
  /** The booking that it is to replace. */
  readonly replaces: BookingId | undefined;
  /** The booking of the same member that it replaces, when that is on another day. */
  readonly elsewhere: Booking | undefined;
}

/** What is known of a quote before it is decided on; nothing when there is none that the caller may know of. */
export async function findQuote(call: StaffCall, quoteId: QuoteId): Promise<FoundQuote | undefined> {
  const { world, town, who } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const serviceDate = await dateOfQuote(tx, quoteId);
    if (serviceDate === undefined) return undefined;
    const day = await tx.loadDay(town.service, serviceDate);
    const memberId = ownerOn(day, quoteId);
    if (memberId === undefined || !(await mayActFor(call, tx, memberId))) return undefined;
    const replaces = day.quotes.get(quoteId)?.request.replaces;
    const old = replaces && (await tx.findBooking(replaces));
    const isElsewhere = old?.memberId === memberId && old.request.serviceDate !== serviceDate;
    const member = await tx.findMember(memberId);
    return { serviceDate, memberId, member, replaces, elsewhere: isElsewhere ? old : undefined };
  });
}

/** An open quote's date, or that of the booking it became. */
async function dateOfQuote(tx: TenantTransaction, quoteId: QuoteId): Promise<ServiceDate | undefined> {
  const open = await tx.findQuoteDate(quoteId);
  return open ?? (await tx.findBooking(quoteId as string as BookingId))?.request.serviceDate;
}

const ownerOn = (day: Day, quoteId: QuoteId): MemberId | undefined =>
  day.quotes.get(quoteId)?.request.memberId ?? day.bookings.get(quoteId as string as BookingId)?.memberId;

/**
 * A change to another day gives the old seat back in the transaction that makes the new one sure: both stand or neither.
 * Where the old booking can no longer be called off by its rider, the answer says why.
 */
export async function cancelElsewhere(
  call: StaffCall,
  tx: TenantTransaction,
  { id: bookingId, memberId, request: { serviceDate } }: Booking,
  seen?: BookingVersion,
): Promise<Trouble | undefined> {
  const { town, who, now } = call;
  const decisions = decisionWorld(call);
  const by = { kind: "rider", memberId } as const;
  const matter = { kind: "cancel", bookingId, by, reason: "changed", ...(seen && { seen }) } as const;
  const answer = await tx.decideAlso<CancelAnswer>({
    service: town.service,
    serviceDate,
    actor: who.actor,
    now,
    decide: (day, intakeStops) => decide({ ...decisions, intakeStops }, day, matter),
  });
  if (answer.kind === "overtaken") return notPossible(answer);
  return answer.kind === "cancelled" ? undefined : notPossible({ ...answer, kind: "not-changeable" });
}

export const releaseQuote: Handler<"releaseQuote"> = async (call) => {
  const quoteId = call.params.quoteId as QuoteId;
  const found = await findQuote(call, quoteId);
  if (found === undefined) return fail({ kind: "not-found" });
  const decisions = decisionWorld(call);
  const { memberId } = found;
  const released = await decideUnless(call, found.serviceDate, {
    trouble: stillFor(call, memberId),
    decide: (day, intakeStops) =>
      decide({ ...decisions, intakeStops }, day, { kind: "release", quoteId, memberId }),
  });
  if (!released.ok) return released;
  return released.value.kind === "released" ? ok({ body: null }) : fail({ kind: "not-found" });
};

export const listMyBookings: Handler<"listMyBookings"> = async ({ world, town, who, now }) => {
  const { member: memberId } = who.account;
  if (memberId === undefined) return ok({ body: { bookings: [] } });
  return ok({ body: { bookings: await presentBookings({ world, town, memberId, who, now }) } });
};

export const cancelBooking: Handler<"cancelBooking"> = async (call) => {
  const { world, who } = call;
  const bookingId = call.params.bookingId as BookingId;
  const booking = await world.store.inTenant(who.tenant, async (tx) => {
    const found = await tx.findBooking(bookingId);
    return found && (await mayActFor(call, tx, found.memberId)) ? found : undefined;
  });
  if (booking === undefined) return fail({ kind: "not-found" });
  const decisions = decisionWorld(call);
  return decideOnceOn(call, booking.request.serviceDate, {
    also: stillFor(call, booking.memberId),
    decide: (day, intakeStops) => cancelFor(call, booking, { decisions: { ...decisions, intakeStops }, day }),
    outcomeOf(answer, day) {
      if (answer.kind === "not-found") return fail({ kind: "not-found" });
      if (answer.kind !== "cancelled") return fail(notPossible(answer));
      return bookingReply(call, { booking: answer.booking, decisions, day });
    },
  });
};

/**
 * The desk cancels for the caller; only where the rider could no longer does it act in its own right, and still on her
 * behalf.
 */
function cancelFor(
  { who, body: { reason, version } }: Call<"cancelBooking">,
  { id: bookingId, memberId }: Booking,
  { decisions, day }: { readonly decisions: World; readonly day: Day },
): Taken<CancelAnswer> {
  const onBehalf = who.account.member !== memberId;
  const seen = version as BookingVersion | undefined;
  const about = { bookingId, reason, ...(onBehalf && { onBehalf }), ...(seen && { seen }) };
  const matter = { kind: "cancel", ...about } as const;
  const asRider = decide(decisions, day, { ...matter, by: { kind: "rider", memberId } });
  if (who.account.role === "rider" || asRider.answer.kind === "cancelled") return asRider;
  return decide(decisions, day, { ...matter, by: { kind: "operator" } });
}

export const bookingReply = (
  { who }: StaffCall,
  { booking, decisions, day }: { readonly booking: Booking; readonly decisions: World; readonly day: Day },
) => ok({ body: presentBooking({ booking, sight: sightOf(decisions, day), role: who.account.role }) });
