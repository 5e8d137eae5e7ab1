/** The member's last rides all had a wheelchair, and this one has none. Before the first ride the record decides. */

import type { Doubt, Doubting } from "../doubt.ts";

const LAST = 3;

export function missingWheelchair({ request, bookings, usesWheelchair }: Doubting): readonly Doubt[] {
  if (request.wheelchairs > 0) return [];
  const last = bookings
    .filter(({ state }) => state === "completed" || state === "confirmed")
    .toSorted((a, b) => b.request.time.at - a.request.time.at)
    .slice(0, LAST);
  const because = last.length === 0 ? "record" : "rides";
  const usual =
    because === "record"
      ? Number(usesWheelchair)
      : Math.min(...last.map((booking) => booking.request.wheelchairs));
  return usual === 0 ? [] : [{ kind: "missing-wheelchair", because, usual, mend: { wheelchairs: usual } }];
}
