import { type Interval, type Noticed, noticed } from "./noticed.ts";

/**
 * What this window's rider has noticed of a booking's interval so far; kept through reloads.
 *
 * @param isPlanned  nothing is heard of the vehicle: what is shown is the promise again, which tells of no move
 */
export function useNoticed(
  bookingId: string,
  { from, to, isPlanned }: Interval & { readonly isPlanned: boolean },
): Noticed {
  const key = `noriai.noticed.${bookingId}`;
  const text = sessionStorage.getItem(key);
  if (isPlanned) return { interval: { from, to } };
  const next = noticed(text === null ? undefined : (JSON.parse(text) as Noticed), { from, to });
  const written = JSON.stringify(next);
  if (written !== text) sessionStorage.setItem(key, written);
  return next;
}
