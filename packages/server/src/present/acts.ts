import type { Booking as BookingJson } from "@noriai/api";
import type { BookingId, MemberId } from "@noriai/kernel";
import type { BookingAct, TenantTransaction } from "@noriai/store";
import type { Who } from "../call.ts";
import type { Write } from "./trip.ts";

type ActJson = NonNullable<BookingJson["acts"]>[number];

/**
 * Who made, changed and called off a member's bookings, in the reader's eyes. The name of a helper is the one that the
 * member has given them; only the member and the staff read it.
 */
export async function actsOn(
  tx: TenantTransaction,
  {
    bookings,
    memberId,
    who: { account },
    write,
  }: {
    readonly bookings: readonly BookingId[];
    readonly memberId: MemberId;
    readonly who: Pick<Who, "account">;
    readonly write: Write;
  },
): Promise<(id: BookingId) => ActJson[]> {
  const acts = await tx.listBookingActs(bookings);
  const seesNames = account.role !== "rider" || account.member === memberId;
  const names = seesNames ? await tx.namesOfHelpers(memberId) : new Map<MemberId, string>();
  const present = ({ kind, at, by, member }: BookingAct): ActJson => {
    const actor = actorOf(by.role, member === memberId);
    return {
      ...{ kind, at: write(at), by: actor },
      helper: (actor === "helper" && member !== undefined && names.get(member)) || null,
      isReader: by.account === account.id,
    };
  };
  return (id) => acts.filter(({ bookingId }) => bookingId === id).map(present);
}

function actorOf(role: BookingAct["by"]["role"], isMember: boolean): ActJson["by"] {
  if (role === "system") return "system";
  if (role !== "rider") return "desk";
  return isMember ? "self" : "helper";
}
