import { parseInstant } from "@noriai/kernel";
import type { Contact } from "../plan/life-plan.ts";
import { bookTrip } from "./book-trip.ts";
import { type Asker, keyOf } from "./stage.ts";

type Of<K extends Contact["kind"]> = Extract<Contact, { kind: K }>;

/** Does what somebody has come for: books, changes or calls off. */
export async function keepContact(asker: Asker, contact: Contact): Promise<void> {
  switch (contact.kind) {
    case "books":
      for (const wish of contact.wishes) if (!(await bookTrip(asker, { wish }))) break; // no way there: none back
      return;
    case "changes":
      return change(asker, contact);
    case "cancels":
      return callOff(asker, contact);
  }
}

async function change(asker: Asker, { wish, anew }: Of<"changes">): Promise<void> {
  const { booked, journal } = asker.stage;
  const old = booked.get(wish);
  if (old === undefined) return;
  const booking = await bookTrip(asker, { wish: anew, replaces: old.id });
  if (booking === undefined) return;
  booked.set(wish, booking);
  journal.tell({ kind: "changed", wish, old: old.id, booking });
}

async function callOff({ stage, post }: Asker, { wish }: Of<"cancels">): Promise<void> {
  const { booked, journal, time } = stage;
  const booking = booked.get(wish);
  if (booking === undefined || parseInstant(booking.promise.pickupFrom)! < time.now()) return;
  const answer = await post.call("cancelBooking", {
    params: { bookingId: booking.id },
    body: { reason: "" },
    key: keyOf(stage, wish, "off"),
  });
  if (journal.valueOf("cancelBooking", answer) === undefined) return;
  booked.delete(wish);
  journal.tell({ kind: "cancelled", booking: booking.id });
}
