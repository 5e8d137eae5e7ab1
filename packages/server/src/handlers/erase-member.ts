import { type Booking, type Cancellation, decide, nextState } from "@noriai/booking";
import { addDays, fail, type MemberId, ok, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { decideOn, type StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import type { Language } from "../http/language.ts";
import { WORDS } from "../messages.ts";
import { notPossible, type Trouble } from "../trouble.ts";

/**
 * Erases a person for good (個人情報の消去). The member number is typed once more. Rides ahead stand in the way, or are
 * called off first, as chosen; whoever is aboard is driven to the end. 仕様書 5-(4)-②
 */
export const eraseMember: Handler<"eraseMember"> = async (call) => {
  const { world, town, who, params, body, now, remember } = call;
  const id = params.memberId as MemberId;
  const wrong = await wrongNumber(call, { id, memberNo: body.memberNo });
  if (wrong !== undefined) return fail(wrong);
  const cancelled = body.ahead === "cancel" ? await callOffAll(call, { id, by: { kind: "operator" } }) : 0;
  const today = serviceDateOf(now, town.service.timeZone);
  return world.store.inTenant(who.tenant, async (tx) => {
    const erasure = await tx.eraseMember(id, { by: who.actor, now, today });
    if (erasure === "not-found") return fail<Trouble>({ kind: "not-found" });
    if (erasure === "bookings-ahead") return fail(notPossible({ kind: erasure }));
    const rides = (await tx.listBookingsOf(id)).length;
    const outcome = ok({ body: { rides, cancelled } });
    await remember(tx, outcome);
    return outcome;
  });
};

/** What is wrong with the number that was typed for a second time; nothing when it is the member's. */
export async function wrongNumber(
  { world, who, now, language }: StaffCall & { readonly language: Language },
  { id, memberNo }: { readonly id: MemberId; readonly memberNo: string },
): Promise<Trouble | undefined> {
  const access = { by: who.actor, now, purpose: "registration" } as const;
  const kept = await world.store.inTenant(who.tenant, (tx) => tx.readMember(id, access));
  if (kept === undefined) return { kind: "not-found" };
  if (memberNo.normalize("NFKC").trim() === kept.record.memberNo) return undefined;
  const message = WORDS[language].field.otherMemberNo;
  return { kind: "invalid-input", fields: [{ name: "memberNo", message }] };
}

/** Calls off what is ahead, gives back what is held and takes the member off the waiting list. @returns rides called off */
export async function callOffAll(
  call: StaffCall,
  { id, by }: { readonly id: MemberId; readonly by: Cancellation["by"] },
): Promise<number> {
  const { world, town, who, now } = call;
  const bookings = await world.store.inTenant(who.tenant, (tx) => tx.listBookingsOf(id));
  const today = serviceDateOf(now, town.service.timeZone);
  let cancelled = 0;
  for (const booking of bookings.filter((one) => isAhead(one, today)))
    if (await callOff(call, booking, by)) cancelled++;
  await giveUpWaiting(call, id);
  return cancelled;
}

/** What nobody closed on an earlier day stays as it was found: a ride that may have been driven is not called off. */
const isAhead = ({ state, request }: Booking, today: ServiceDate): boolean =>
  request.serviceDate >= today && nextState(state, "operator-cancel") !== undefined;

async function callOff(
  call: StaffCall,
  { id: bookingId, request }: Booking,
  by: Cancellation["by"],
): Promise<boolean> {
  const decisions = decisionWorld(call);
  const answer = await decideOn(call, request.serviceDate, {
    decide: (day, intakeStops) =>
      decide({ ...decisions, intakeStops }, day, {
        kind: "cancel",
        bookingId,
        by,
        reason: "",
      }),
  });
  return answer.kind === "cancelled";
}

async function giveUpWaiting(call: StaffCall, memberId: MemberId): Promise<void> {
  const { world, town, who, now } = call;
  const today = serviceDateOf(now, town.service.timeZone);
  const range = { from: today, to: addDays(today, town.service.bookingWindow.opensDaysBefore) };
  const days = await world.store.inTenant(who.tenant, (tx) => tx.loadDays(town.service, range));
  const decisions = decisionWorld(call);
  for (const { serviceDate, waiting = [] } of days)
    for (const { id: waitingId, request } of waiting)
      if (request.memberId === memberId)
        await decideOn(call, serviceDate, {
          decide: (day, intakeStops) =>
            decide({ ...decisions, intakeStops }, day, { kind: "leave-waiting", waitingId, memberId }),
        });
}
