import {
  type Booking,
  type Day,
  decideCancel,
  decideConfirm,
  decideQuote,
  decideRelease,
  type FARE_CLASSES,
  fareClassOf,
  type Member,
  type Party,
  type TripRequest,
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
import type { Call, Handler, Outcome } from "../call.ts";
import { decisionWorld } from "../decision-world.ts";
import { WORDS } from "../messages.ts";
import { presentBooking, presentBookings, sightOf } from "../present/bookings.ts";
import { presentQuote, presentRefusal, writeIn } from "../present/trip.ts";
import { notPossible, type Trouble } from "../trouble.ts";

/** Answers at once: an offer that is held, or the reasons and what can be had instead. Both are 200. */
export const askQuote: Handler<"askQuote"> = async (call) => {
  const { world, town, who, now } = call;
  const member = await memberOf(call);
  if (!member.ok) return member;
  const request = requestOf(call, member.value);
  const decisions = decisionWorld({ world, town, now, members: [member.value] });
  const write = writeIn(town.service.timeZone);
  let outcome: Outcome<"askQuote"> | undefined;
  await world.store.decideOnDay({
    tenant: who.tenant,
    service: town.service,
    serviceDate: request.serviceDate,
    actor: who.actor,
    now,
    decide: (day) => decideQuote(decisions, day, request),
    after: async (tx, answer, day) => {
      outcome = ok({
        body:
          answer.kind === "quote"
            ? { kind: answer.kind, quote: presentQuote(answer.quote, day, write) }
            : { kind: answer.kind, refusal: presentRefusal(answer.refusal, write) },
      });
      await call.remember(tx, outcome);
    },
  });
  return outcome!;
};

/** Riders ride themselves; the desk says for whom it books. */
async function memberOf({ world, who, body, language }: Call<"askQuote">): Promise<Result<Member, Trouble>> {
  const { field } = WORDS[language];
  const wrong = (message: string) =>
    fail<Trouble>({ kind: "invalid-input", fields: [{ name: "memberId", message }] });
  const { role, member } = who.account;
  const id = role === "rider" ? member : (body.memberId as MemberId | undefined);
  if (role === "rider" && body.memberId !== undefined && body.memberId !== member)
    return wrong(field.memberUnknown);
  if (id === undefined) return wrong(field.memberNeeded);
  const found = await world.store.inTenant(who.tenant, (tx) => tx.findMember(id));
  return found === undefined ? wrong(field.memberUnknown) : ok(found);
}

function requestOf({ town, who, body }: Call<"askQuote">, member: Member): TripRequest {
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
    ...(body.replaces && { replaces: body.replaces as BookingId }),
  };
}

const withOneMore = (companions: Party, fareClass: (typeof FARE_CLASSES)[number]): Party => ({
  ...companions,
  [fareClass]: companions[fareClass] + 1,
});

export const confirmQuote: Handler<"confirmQuote"> = async (call) => {
  const { world, town, who, now, params } = call;
  const quoteId = params.quoteId as QuoteId;
  const serviceDate = await world.store.inTenant(who.tenant, (tx) => dateOfQuote(tx, quoteId));
  if (serviceDate === undefined) return fail({ kind: "not-found" });
  const decisions = await worldWithQuoteMember(call, serviceDate, quoteId);
  let outcome: Outcome<"confirmQuote"> | undefined;
  let replaced: BookingId | undefined;
  await world.store.decideOnDay({
    tenant: who.tenant,
    service: town.service,
    serviceDate,
    actor: who.actor,
    now,
    decide: (day) => {
      replaced = day.quotes.get(quoteId)?.request.replaces;
      const memberId = actingFor(call, memberOnDay(day, quoteId));
      return decideConfirm(decisions, day, { quoteId, memberId });
    },
    after: async (tx, answer, day) => {
      if (answer.kind === "not-found") outcome = fail({ kind: "not-found" });
      else if (answer.kind !== "booking") outcome = fail(notPossible(answer));
      else
        outcome = ok({
          body: presentBooking({
            booking: answer.booking,
            sight: sightOf(decisions, day),
            role: who.account.role,
          }),
        });
      await call.remember(tx, outcome);
    },
  });
  if (outcome?.ok && replaced !== undefined) await cancelElsewhere(call, replaced, serviceDate);
  return outcome!;
};

/** A change to another day: the seat on the old day is given back once the new one is sure. */
async function cancelElsewhere(
  call: Call<"confirmQuote">,
  bookingId: BookingId,
  kept: ServiceDate,
): Promise<void> {
  const { world, town, who, now } = call;
  const old = await world.store.inTenant(who.tenant, (tx) => tx.findBooking(bookingId));
  if (old === undefined || old.request.serviceDate === kept) return;
  const decisions = decisionWorld({ world, town, now });
  const cancellation = {
    bookingId,
    by: { kind: "rider", memberId: old.memberId },
    reason: "changed",
  } as const;
  await world.store.decideOnDay({
    tenant: who.tenant,
    service: town.service,
    serviceDate: old.request.serviceDate,
    actor: who.actor,
    now,
    decide: (day) => decideCancel(decisions, day, cancellation),
  });
}

export const releaseQuote: Handler<"releaseQuote"> = async (call) => {
  const { world, town, who, now, params } = call;
  const quoteId = params.quoteId as QuoteId;
  const serviceDate = await world.store.inTenant(who.tenant, (tx) => tx.findQuoteDate(quoteId));
  if (serviceDate === undefined) return fail({ kind: "not-found" });
  const decisions = decisionWorld({ world, town, now });
  const answer = await world.store.decideOnDay({
    tenant: who.tenant,
    service: town.service,
    serviceDate,
    actor: who.actor,
    now,
    decide: (day) =>
      decideRelease(decisions, day, { quoteId, memberId: actingFor(call, memberOnDay(day, quoteId)) }),
  });
  return answer.kind === "released" ? ok({ body: null }) : fail({ kind: "not-found" });
};

export const listMyBookings: Handler<"listMyBookings"> = async ({ world, town, who, now }) => {
  const { member: memberId, role } = who.account;
  if (memberId === undefined) return ok({ body: { bookings: [] } });
  return ok({ body: { bookings: await presentBookings({ world, town, memberId, role, now }) } });
};

export const cancelBooking: Handler<"cancelBooking"> = async (call) => {
  const { world, town, who, now, params, body } = call;
  const bookingId = params.bookingId as BookingId;
  const booking = await world.store.inTenant(who.tenant, (tx) => tx.findBooking(bookingId));
  if (booking === undefined || !isTheirs(call, booking)) return fail({ kind: "not-found" });
  const decisions = decisionWorld({ world, town, now });
  const asRider = {
    bookingId,
    by: { kind: "rider", memberId: booking.memberId },
    reason: body.reason,
  } as const;
  const asOperator = { ...asRider, by: { kind: "operator" } } as const;
  let outcome: Outcome<"cancelBooking"> | undefined;
  await world.store.decideOnDay({
    tenant: who.tenant,
    service: town.service,
    serviceDate: booking.request.serviceDate,
    actor: who.actor,
    now,
    decide: (day) => {
      // The desk cancels for the caller; only where the rider could no longer does it act in its own right.
      const decision = decideCancel(decisions, day, asRider);
      if (who.account.role === "rider" || decision.answer.kind === "cancelled") return decision;
      return decideCancel(decisions, day, asOperator);
    },
    after: async (tx, answer, day) => {
      if (answer.kind === "not-found") outcome = fail({ kind: "not-found" });
      else if (answer.kind !== "cancelled") outcome = fail(notPossible(answer));
      else
        outcome = ok({
          body: presentBooking({
            booking: answer.booking,
            sight: sightOf(decisions, day),
            role: who.account.role,
          }),
        });
      await call.remember(tx, outcome);
    },
  });
  return outcome!;
};

/** An open quote's date, or that of the booking it became. */
async function dateOfQuote(tx: TenantTransaction, quoteId: QuoteId): Promise<ServiceDate | undefined> {
  const open = await tx.findQuoteDate(quoteId);
  return open ?? (await tx.findBooking(quoteId as string as BookingId))?.request.serviceDate;
}

const memberOnDay = (day: Day, quoteId: QuoteId): MemberId | undefined =>
  day.quotes.get(quoteId)?.request.memberId ?? day.bookings.get(quoteId as string as BookingId)?.memberId;

type BookersCall = Pick<Call<"confirmQuote">, "who">;

/** Riders act for themselves, whoever's the thing is; the desk for the member it belongs to. */
const actingFor = ({ who }: BookersCall, owner: MemberId | undefined): MemberId =>
  (who.account.role === "rider" ? who.account.member : owner) ?? ("nobody" as MemberId);

const isTheirs = ({ who }: BookersCall, { memberId }: Booking): boolean =>
  who.account.role !== "rider" || who.account.member === memberId;

/** Confirming may look for the place anew, which asks for the member again. */
async function worldWithQuoteMember(call: Call<"confirmQuote">, serviceDate: ServiceDate, quoteId: QuoteId) {
  const { world, town, who, now } = call;
  const member = await world.store.inTenant(who.tenant, async (tx) => {
    const memberId = memberOnDay(await tx.loadDay(town.service, serviceDate), quoteId);
    return memberId && (await tx.findMember(memberId));
  });
  return decisionWorld({ world, town, now, members: member ? [member] : [] });
}
