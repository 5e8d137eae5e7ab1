import { type Booking, callableFrom, hoursOf, type OpenReturn, openReturnOf } from "@noriai/booking";
import { type BookingId, type EpochSeconds, fail, ok, serviceDateOf } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { writeIn } from "../present/trip.ts";
import type { Town } from "../town.ts";

/** Ways back of today and later that are wished for without a time, or may be (帰りは「終わったら呼ぶ」). */
export const listOpenReturns: Handler<"listOpenReturns"> = async (call) => {
  const { world, town, who, now } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const returns = await returnsOf(call, tx);
    const wished = await tx.listWishedReturns(returns.map(({ bookingId }) => bookingId));
    return ok({
      body: {
        returns: returns.map((each) =>
          presentReturn(each, { town, now, wished: wished.has(each.bookingId) }),
        ),
      },
    });
  });
};

async function returnsOf(
  { town, who, now }: StaffCall,
  tx: TenantTransaction,
): Promise<readonly OpenReturn[]> {
  const today = serviceDateOf(now, town.service.timeZone);
  const own = await bookingsOf(who.account.member, tx);
  return own
    .filter(({ request }) => request.serviceDate >= today)
    .flatMap((out) => openReturnOf(out, own) ?? [])
    .toSorted((a, b) => a.outBy - b.outBy);
}

const bookingsOf = async (
  member: StaffCall["who"]["account"]["member"],
  tx: TenantTransaction,
): Promise<readonly Booking[]> => (member === undefined ? [] : tx.listBookingsOf(member));

function presentReturn(
  back: OpenReturn,
  { town, now, wished }: { readonly town: Town; readonly now: EpochSeconds; readonly wished: boolean },
) {
  const { bookingId, serviceDate, from, to, party, wheelchairs, needs, outBy } = back;
  const write = writeIn(town.service.timeZone);
  const callFrom = firstCall(town, now, back);
  return {
    ...{ bookingId, serviceDate, from, to, party: { ...party }, wheelchairs, wished },
    ...(needs && { needs: [...needs] }),
    outBy: write(outBy),
    callFrom: callFrom === undefined ? null : write(callFrom),
  };
}

/** The next full five minutes that can still be asked for, when the way out is over and within the hours of that day. */
function firstCall(
  { service }: Town,
  now: EpochSeconds,
  { serviceDate, outBy }: OpenReturn,
): EpochSeconds | undefined {
  if (serviceDate !== serviceDateOf(now, service.timeZone)) return undefined;
  // A minute more: the yes comes a moment after the look.
  const soonest = Math.max(callableFrom(service, now) + 60, outBy);
  const rounded = (Math.ceil(soonest / FIVE_MINUTES) * FIVE_MINUTES) as EpochSeconds;
  const open = hoursOf(service, serviceDate).find(({ closesAt }) => rounded < closesAt);
  return open && (Math.max(rounded, open.opensAt) as EpochSeconds);
}

const FIVE_MINUTES = 300;

/** Keeps no place and promises nothing: it spares the rider a guess at when the doctor is done. */
export const wishReturn: Handler<"wishReturn"> = async (call) => {
  const { world, who, body, now } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const returns = await returnsOf(call, tx);
    if (!returns.some(({ bookingId }) => bookingId === body.bookingId)) return fail({ kind: "not-found" });
    await tx.wishReturn(body.bookingId as BookingId, { by: who.actor, now });
    return ok({ body: null });
  });
};

export const dropReturn: Handler<"dropReturn"> = async ({ world, who, params, now }) =>
  world.store.inTenant(who.tenant, async (tx) => {
    const booking = await tx.findBooking(params.bookingId as BookingId);
    if (booking === undefined || booking.memberId !== who.account.member) return fail({ kind: "not-found" });
    const wasWished = await tx.dropReturn(booking.id, { by: who.actor, now });
    return wasWished ? ok({ body: null }) : fail({ kind: "not-found" });
  });
