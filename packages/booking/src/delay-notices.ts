import { assert, type MemberId } from "@noriai/kernel";
import type { Day } from "./day.ts";
import { type DelayCall, type DelayEntry, delayList } from "./delay-list.ts";
import type { Notice } from "./notice.ts";
import { aboutBooking, rideOf } from "./notices-of.ts";
import type { World } from "./world.ts";

/**
 * Who is to be told of lateness by notice now: everybody on the call list who can be reached so and was not yet told
 * times that will still be kept, by phone or by notice. The call list itself does not shrink by it: who can be called is
 * called as well. That no vehicle comes is for a person to say, who finds another way.
 *
 * @param told  calls and earlier notices of the day, in the order of their times
 * @param isReached  can a notice reach the member, or a helper who chose to be told?
 * @see 仕様書 5-(5)-②
 */
export function delayNotices(
  world: World,
  day: Day,
  { told, isReached }: { readonly told: readonly DelayCall[]; readonly isReached: (id: MemberId) => boolean },
): readonly Notice[] {
  const { open } = delayList(world, day, { calls: told, closedAt: undefined });
  return open.flatMap((entry) =>
    entry.kind === "late" && isReached(entry.memberId) ? [noticeOf(day, entry)] : [],
  );
}

function noticeOf(
  day: Day,
  { bookingId, lateBy, tell, cause }: Extract<DelayEntry, { kind: "late" }>,
): Notice {
  const booking = day.bookings.get(bookingId);
  assert(booking !== undefined, `booking ${bookingId} stands on the day`);
  const notice = aboutBooking(booking, { kind: "delayed", ride: rideOf(booking), lateBy, tell, cause });
  return { ...notice, once: `delayed ${bookingId} ${tell.pickupTo} ${tell.arriveBy}` };
}
