import type { Booking, Change } from "@noriai/booking";
import { type EpochSeconds, never } from "@noriai/kernel";
import type { Context } from "./context.ts";
import type { Actor, AuditNote } from "./door.ts";
import { appendAudit } from "./repositories/audit.ts";
import { addBooking, replaceBooking } from "./repositories/bookings.ts";
import { addPromise } from "./repositories/promises.ts";
import { closeQuote, saveQuote } from "./repositories/quotes.ts";
import { addRefusal } from "./repositories/refusals.ts";
import { addTaskEvent } from "./repositories/task-events.ts";
import { writeWaiting } from "./repositories/waitings.ts";
import type { DayKey } from "./schema.ts";

/** Writes what a decision changed, in its order, and an audit entry for each change. The plan itself is written by its lock's holder. */
export async function writeChanges(
  context: Context,
  day: DayKey,
  deciding: { readonly changes: readonly Change[]; readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  for (const change of deciding.changes) await writeChange(context, day, change, deciding.now);
  await appendAudit(
    context,
    deciding.changes.map((change) => auditNote(day, change)),
    deciding,
  );
}

async function writeChange(context: Context, day: DayKey, change: Change, now: EpochSeconds): Promise<void> {
  const serviceDate = day.service_date;
  switch (change.kind) {
    case "quote-held": {
      const { quote } = change;
      await saveQuote(context, day, quote);
      return addPromise(
        context,
        { of: quote.id, serviceDate, occasion: "quoted", promise: quote.offer.promise },
        now,
      );
    }
    case "quote-closed":
      return closeQuote(context, change.quoteId, change.because);
    case "request-refused":
      return addRefusal(context, change.refusal);
    case "booking-confirmed":
      await addBooking(context, day, change.booking);
      return tell(context, day, { booking: change.booking, occasion: "confirmed", now });
    case "booking-changed":
      await replaceBooking(context, day, change.booking);
      return tell(context, day, { booking: change.booking, occasion: "changed", now });
    case "booking-cancelled":
    case "booking-moved-on":
      return replaceBooking(context, day, change.booking);
    case "task-recorded":
      return addTaskEvent(context, day, change.event);
    case "waiting-begun":
    case "waiting-changed":
    case "waiting-ended":
      return writeWaiting(context, day, { change, now });
    case "plan-changed":
      return;
    default:
      return never(change);
  }
}

/** Keeps what the rider was promised. */
function tell(
  context: Context,
  { service_date: serviceDate }: DayKey,
  {
    booking: { id, promise },
    occasion,
    now,
  }: {
    readonly booking: Booking;
    readonly occasion: "confirmed" | "changed";
    readonly now: EpochSeconds;
  },
): Promise<void> {
  return addPromise(context, { of: id, serviceDate, occasion, promise }, now);
}

function auditNote(day: DayKey, change: Change): AuditNote {
  const detail = { serviceDate: day.service_date };
  switch (change.kind) {
    case "quote-held":
      return { event: change.kind, subject: change.quote.id, detail };
    case "quote-closed":
      return { event: change.kind, subject: change.quoteId, detail: { ...detail, because: change.because } };
    case "request-refused":
      return { event: change.kind, subject: change.refusal.id, detail };
    case "booking-confirmed":
    case "booking-changed":
    case "booking-cancelled":
    case "booking-moved-on":
      return {
        event: change.kind,
        subject: change.booking.id,
        detail: { ...detail, state: change.booking.state },
      };
    case "task-recorded":
      return { event: change.kind, subject: change.event.id, detail: { ...detail, task: change.event.kind } };
    case "waiting-begun":
      return { event: change.kind, subject: change.waiting.id, detail };
    case "waiting-changed":
      return {
        event: change.kind,
        subject: change.waiting.id,
        detail: { ...detail, because: change.because, quoteId: change.waiting.quoteId },
      };
    case "waiting-ended":
      return {
        event: change.kind,
        subject: change.waitingId,
        detail: { ...detail, because: change.because },
      };
    case "plan-changed":
      return { event: change.kind, subject: day.service_id, detail };
    default:
      return never(change);
  }
}
