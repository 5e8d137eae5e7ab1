import { noShowNoteRejection, noShowsOf } from "@noriai/booking";
import { addDays, type BookingId, fail, type MemberId, ok, serviceDateOf } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { presentMember, presentMemberPage } from "../present/members.ts";
import { staffNames } from "../present/staff-names.ts";
import { presentStanding } from "../present/standing.ts";
import { writeIn } from "../present/trip.ts";
import { notPossible, type Trouble } from "../trouble.ts";
import { typedMember } from "../typed-member.ts";

const PAGE = 50;

/** For the care of the record, not for a ride. */
const accessOf = ({ who, now }: StaffCall) => ({ by: who.actor, now, purpose: "registration" }) as const;

/** The list of members (利用者一覧). 仕様書 5-(4)-② */
export const listMembers: Handler<"listMembers"> = async (call) => {
  const { world, town, who, query, now } = call;
  const { q, contact, language, need, missed, page } = query;
  return world.store.inTenant(who.tenant, async (tx) => {
    const among = missed === "yes" ? await whoMissed(call, tx) : undefined;
    const { members, total } = await tx.listMembers(
      { words: q, contact, language, need, among },
      { skip: (page - 1) * PAGE, limit: PAGE },
      accessOf(call),
    );
    const shown = members.map((record) => presentMember(record, town, now));
    return ok({ body: { members: shown, total, page, pages: Math.max(1, Math.ceil(total / PAGE)) } });
  });
};

/** Members with a ride missed in the span of the policy; nobody where there is none. */
async function whoMissed(
  { town: { service }, now }: StaffCall,
  tx: TenantTransaction,
): Promise<ReadonlySet<MemberId>> {
  if (service.noShows === undefined) return new Set();
  const today = serviceDateOf(now, service.timeZone);
  const since = addDays(today, 1 - service.noShows.countedDays);
  return new Set((await tx.membersWithNoShows(since)).keys());
}

export const getMember: Handler<"getMember"> = async (call) => {
  const { world, town, who, params, now } = call;
  const id = params.memberId as MemberId;
  const kept = await world.store.inTenant(who.tenant, (tx) => tx.readMember(id, accessOf(call)));
  return kept === undefined ? fail({ kind: "not-found" }) : ok({ body: presentMemberPage(kept, town, now) });
};

/** Changes the record that was seen; who was slower is shown what the other has made of it. */
export const changeMember: Handler<"changeMember"> = async (call) => {
  const { world, town, who, params, body, now } = call;
  const record = typedMember(call);
  if (!record.ok) return record;
  const id = params.memberId as MemberId;
  const change = { record: record.value, seen: body.version };
  const changed = await world.store.inTenant(who.tenant, (tx) =>
    tx.changeMember(id, change, { by: who.actor, now }),
  );
  if (changed.kind === "not-found") return fail({ kind: "not-found" });
  return ok({ body: { kind: changed.kind, member: presentMemberPage(changed.member, town, now) } });
};

export const listMemberChanges: Handler<"listMemberChanges"> = async (call) => {
  const { world, town, who, params } = call;
  const id = params.memberId as MemberId;
  const write = writeIn(town.service.timeZone);
  return world.store.inTenant(who.tenant, async (tx) => {
    if ((await tx.findMember(id)) === undefined) return fail<Trouble>({ kind: "not-found" });
    const changes = await tx.listMemberChanges(id, accessOf(call));
    const nameOf = await staffNames(
      tx,
      changes.map(({ by }) => by.account),
    );
    return ok({
      body: {
        changes: changes.map(({ at, by, field, before, after }) => ({
          at: write(at),
          by: nameOf(by.account),
          role: by.role,
          field,
          before,
          after,
        })),
      },
    });
  });
};

/** Rides that a member missed, and what the service makes of them. */
export const getMemberStanding: Handler<"getMemberStanding"> = async (call) => {
  const id = call.params.memberId as MemberId;
  return call.world.store.inTenant(call.who.tenant, async (tx) => {
    if ((await tx.findMember(id)) === undefined) return fail<Trouble>({ kind: "not-found" });
    return ok({ body: await standingFor(call, tx, id) });
  });
};

/** Notes an excuse, a warning, a letter or an objection (異議). Bars nobody from anything. */
export const noteNoShow: Handler<"noteNoShow"> = async (call) => {
  const { world, town, who, params, body, now, remember } = call;
  const bookingId = params.bookingId as BookingId;
  return world.store.inTenant(who.tenant, async (tx) => {
    const booking = await tx.findBooking(bookingId);
    if (booking === undefined || (await tx.findMember(booking.memberId)) === undefined)
      return fail<Trouble>({ kind: "not-found" });
    const [noShow] = noShowsOf([booking], await tx.listNoShowNotes([bookingId]));
    const rejection = noShowNoteRejection({ noShow, deed: body.deed, policy: town.service.noShows });
    if (rejection !== undefined) return fail(notPossible(rejection));
    await tx.addNoShowNote({ bookingId, deed: body.deed, words: body.words }, { by: who.actor, now });
    const outcome = ok({ body: await standingFor(call, tx, booking.memberId) });
    await remember(tx, outcome);
    return outcome;
  });
};

export async function standingFor({ town, now }: StaffCall, tx: TenantTransaction, id: MemberId) {
  const bookings = await tx.listBookingsOf(id);
  const missed = bookings.filter(({ state }) => state === "no_show");
  const notes = await tx.listNoShowNotes(missed.map((booking) => booking.id));
  const nameOf = await staffNames(
    tx,
    notes.map(({ by }) => by),
  );
  return presentStanding({ service: town.service, bookings, notes, nameOf, now });
}
