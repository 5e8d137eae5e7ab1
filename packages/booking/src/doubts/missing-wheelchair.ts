/** The member's last rides all had a wheelchair, and this one has none. */

import type { Doubt, Doubting } from "../doubt.ts";

const LAST = 3;

export function missingWheelchair({ request, bookings }: Doubting): readonly Doubt[] {
  if (request.wheelchairs > 0) return [];
  const last = bookings
    .filter(({ state }) => state === "completed" || state === "confirmed")
    .toSorted((a, b) => b.request.time.at - a.request.time.at)
    .slice(0, LAST);
  const usual = Math.min(...last.map((booking) => booking.request.wheelchairs));
  if (last.length === 0 || usual === 0) return [];
  return [{ kind: "missing-wheelchair", usual, mend: { wheelchairs: usual } }];
}
