import type { Booking, Day, Quote } from "@noriai/booking";

/**
 * The day as the next decision finds it in the database, whose JSON keeps the fields of an object by the length of
 * their names and then by their bytes. Whoever makes a number of a request's text gets the same one.
 */
export const asStored = (day: Day): Day => ({
  ...day,
  duties: stored(day.duties),
  plan: stored(day.plan),
  ...(day.undoable && { undoable: stored(day.undoable) }),
  ...(day.closures && { closures: stored(day.closures) }),
  bookings: new Map([...day.bookings].map(([id, booking]) => [id, storedBooking(booking)])),
  quotes: new Map([...day.quotes].map(([id, quote]) => [id, storedQuote(quote)])),
  taskEvents: stored(day.taskEvents),
  ...(day.waiting && { waiting: stored(day.waiting) }),
});

const storedBooking = (booking: Booking): Booking => ({
  ...booking,
  request: stored(booking.request),
  promise: stored(booking.promise),
  fare: stored(booking.fare),
  ...(booking.freed && { freed: stored(booking.freed) }),
});

const storedQuote = (quote: Quote): Quote => ({
  ...quote,
  request: stored(quote.request),
  offer: stored(quote.offer),
});

function stored<T>(value: T): T {
  if (Array.isArray(value)) return value.map(stored) as T;
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => byLengthThenBytes(Buffer.from(a), Buffer.from(b)))
    .map(([name, field]) => [name, stored(field)]);
  return Object.fromEntries(fields);
}

const byLengthThenBytes = (a: Buffer, b: Buffer): number => a.length - b.length || Buffer.compare(a, b);
