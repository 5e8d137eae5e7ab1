import { type Interval, type Noticed, noticed } from "./noticed.ts";

/** What this window's rider has noticed of a booking's interval so far; kept through reloads. */
export function useNoticed(bookingId: string, interval: Interval): Noticed {
  const key = `noriai.noticed.${bookingId}`;
  const text = sessionStorage.getItem(key);
  const next = noticed(text === null ? undefined : (JSON.parse(text) as Noticed), interval);
  const written = JSON.stringify(next);
  if (written !== text) sessionStorage.setItem(key, written);
  return next;
}
