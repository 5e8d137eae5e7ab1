import { type Booking, callableFrom, hoursOf, type OpenReturn, openReturnOf } from "@noriai/booking";
import { type BookingId, type EpochSeconds, fail, type MemberId, ok, serviceDateOf } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import { mayActFor } from "../acting-for.ts";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { writeIn } from "../present/trip.ts";
import type { Town } from "../town.ts";

/** Ways back of today and later that are wished for without a time, or may be (帰りは「終わったら呼ぶ」). */
export const listOpenReturns: Handler<"listOpenReturns"> = async (call) => {
  const { world, town, who, query, now } = call;
  const memberId = (query.memberId as MemberId | undefined) ?? who.account.member;
  if (memberId === undefined) return ok({ body: { returns: [] } });
  return world.store.inTenant(who.tenant, async (tx) => {
    if (!(await mayActFor(call, tx, memberId))) return fail({ kind: "not-found" });
    const returns = await returnsOf(call, tx, memberId);
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
  { town, now }: StaffCall,
  tx: TenantTransaction,
  memberId: MemberId,
): Promise<readonly OpenReturn[]> {
  const today = serviceDateOf(now, town.service.timeZone);
  const own = await tx.listBookingsOf(memberId);
  return own
    .filter(({ request }) => request.serviceDate >= today)
    .flatMap((out) => openReturnOf(out, own) ?? [])
    .toSorted((a, b) => a.outBy - b.outBy);
}

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
    const out = await wayOut(call, tx, body.bookingId as BookingId);
    if (out === undefined) return fail({ kind: "not-found" });
    const returns = await returnsOf(call, tx, out.memberId);
    if (!returns.some(({ bookingId }) => bookingId === out.id)) return fail({ kind: "not-found" });
    await tx.wishReturn(out.id, { by: who.actor, now });
    return ok({ body: null });
  });
};

export const dropReturn: Handler<"dropReturn"> = async (call) => {
  const { world, who, params, now } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const out = await wayOut(call, tx, params.bookingId as BookingId);
    if (out === undefined) return fail({ kind: "not-found" });
    const wasWished = await tx.dropReturn(out.id, { by: who.actor, now });
    return wasWished ? ok({ body: null }) : fail({ kind: "not-found" });
  });
};

/** A ride of the caller's own, or of somebody whom the caller helps; to everybody else it does not exist. */
async function wayOut(call: StaffCall, tx: TenantTransaction, id: BookingId): Promise<Booking | undefined> {
  const booking = await tx.findBooking(id);
  return booking !== undefined && (await mayActFor(call, tx, booking.memberId)) ? booking : undefined;
}
