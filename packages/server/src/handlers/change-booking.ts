import { type BookingVersion, type CancelAnswer, type ConfirmAnswer, decide } from "@noriai/booking";
import { type BookingId, fail, type QuoteId } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { decideOnceOn } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { presentRejection } from "../present/refusal.ts";
import { notPossible } from "../trouble.ts";
import { bookingReply, cancelElsewhere, findQuote, readerOf } from "./trips.ts";

/**
 * Takes a held offer in the place of a booking, as long as the booking is what the operator has seen of it; the old seat
 * stays until the new one is sure. Who comes second gets "overtaken", looks at what the first one did, and decides.
 */
export const changeBooking: Handler<"changeBooking"> = async (call) => {
  const bookingId = call.params.bookingId as BookingId;
  const quoteId = call.body.quoteId as QuoteId;
  const seen = call.body.version as BookingVersion;
  const found = await findQuote(call, quoteId);
  if (found?.member === undefined || found.replaces !== bookingId) return fail({ kind: "not-found" });
  const { serviceDate, memberId, member, elsewhere } = found;
  const decisions = decisionWorld({ ...call, members: member ? [member] : [] });
  return decideOnceOn<"changeBooking", ConfirmAnswer>(call, serviceDate, {
    decide: (day, intakeStops) =>
      decide({ ...decisions, intakeStops }, day, { kind: "confirm", quoteId, memberId, seen }),
    outcomeOf(answer, day) {
      if (answer.kind === "not-found") return fail({ kind: "not-found" });
      if (answer.kind === "intake-stopped")
        return fail(notPossible(presentRejection(answer, readerOf(call))));
      if (answer.kind !== "booking") return fail(notPossible(answer));
      return bookingReply(call, { booking: answer.booking, decisions, day });
    },
    also: async (tx) => (elsewhere === undefined ? undefined : cancelElsewhere(call, tx, elsewhere, seen)),
  });
};

/** Calls a booking off as the operator, as long as it is what was seen of it. */
export const callOffBooking: Handler<"callOffBooking"> = async (call) => {
  const { world, who, params, body } = call;
  const bookingId = params.bookingId as BookingId;
  const booking = await world.store.inTenant(who.tenant, (tx) => tx.findBooking(bookingId));
  if (booking === undefined) return fail({ kind: "not-found" });
  const decisions = decisionWorld(call);
  return decideOnceOn<"callOffBooking", CancelAnswer>(call, booking.request.serviceDate, {
    decide: (day, intakeStops) =>
      decide({ ...decisions, intakeStops }, day, {
        kind: "cancel",
        bookingId,
        by: { kind: "operator" },
        reason: body.reason,
        seen: body.version as BookingVersion,
      }),
    outcomeOf(answer, day) {
      if (answer.kind === "not-found") return fail({ kind: "not-found" });
      if (answer.kind !== "cancelled") return fail(notPossible(answer));
      return bookingReply(call, { booking: answer.booking, decisions, day });
    },
  });
};
