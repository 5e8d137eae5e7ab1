import { type Day, decide, type LeaveAnswer, type WaitAnswer, type Waiting } from "@noriai/booking";
import {
  earlier,
  fail,
  type MemberId,
  minutes,
  ok,
  parseInstant,
  type ServiceDate,
  type WaitingId,
} from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import { mayActFor, stillFor } from "../acting-for.ts";
import type { Handler } from "../call.ts";
import { decideOnceOn, decideUnless, type StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { WORDS } from "../messages.ts";
import { presentRejection } from "../present/refusal.ts";
import { presentTrip, writeIn } from "../present/trip.ts";
import { presentWaiting } from "../present/waiting.ts";
import { notPossible, type Trouble } from "../trouble.ts";
import { canReplace, memberOf, tripRequestOf } from "./trips.ts";

/** Keeps a refused wish. Who joins when room has just come free is told to ask for it instead. */
export const joinWaiting: Handler<"joinWaiting"> = async (call) => {
  const { body, language } = call;
  const member = await memberOf(call);
  if (!member.ok) return member;
  if (!(await canReplace(call, member.value)))
    return fail({
      kind: "invalid-input",
      fields: [{ name: "replaces", message: WORDS[language].field.bookingUnknown }],
    });
  const request = tripRequestOf(call, member.value);
  const until = body.until === undefined ? undefined : parseInstant(body.until);
  const decisions = decisionWorld({ ...call, members: [member.value] });
  const matter = { kind: "wait", request, ...(until !== undefined && { until }) } as const;
  return decideOnceOn<"joinWaiting", WaitAnswer>(call, request.serviceDate, {
    also: stillFor(call, request.memberId),
    decide: (day, intakeStops) => decide({ ...decisions, intakeStops }, day, matter),
    outcomeOf(answer, day) {
      if (answer.kind !== "waiting") return fail(whyNot(call, answer));
      const waiting = day.waiting?.find(({ id }) => id === answer.waiting.id) ?? answer.waiting;
      return ok({ body: presentWaiting(waiting, { ...sightOf(call), day }) });
    },
  });
};

function whyNot(call: StaffCall, answer: Exclude<WaitAnswer, { readonly kind: "waiting" }>): Trouble {
  const { write, role } = sightOf(call);
  switch (answer.kind) {
    case "refused":
      return {
        kind: "not-possible-now",
        rejections: answer.rejections.map((rejection) => presentRejection(rejection, { write, role })),
      };
    case "too-late-to-wait":
      return notPossible({ kind: answer.kind, until: write(answer.until) } as { kind: string });
    default:
      return notPossible(answer);
  }
}

const sightOf = ({ town, who, now }: StaffCall) => ({
  write: writeIn(town.service.timeZone),
  role: who.account.role,
  now,
});

export const leaveWaiting: Handler<"leaveWaiting"> = async (call) => {
  const waitingId = call.params.waitingId as WaitingId;
  const found = await findWaiting(call, waitingId);
  if (found === undefined) return fail({ kind: "not-found" });
  const decisions = decisionWorld(call);
  const { memberId } = found.waiting.request;
  const left = await decideUnless<LeaveAnswer>(call, found.day.serviceDate, {
    trouble: stillFor(call, memberId),
    decide: (day, intakeStops) =>
      decide({ ...decisions, intakeStops }, day, { kind: "leave-waiting", waitingId, memberId }),
  });
  if (!left.ok) return left;
  return left.value.kind === "left" ? ok({ body: null }) : fail({ kind: "not-found" });
};

/** An entry that the caller may know of, on its day: riders know their own and those of whom they help, the desk all. */
export async function findWaiting(
  { world, town, who }: StaffCall,
  id: WaitingId,
): Promise<{ readonly day: Day; readonly waiting: Waiting } | undefined> {
  return world.store.inTenant(who.tenant, async (tx) => {
    const serviceDate = await tx.findWaitingDate(id);
    const day = serviceDate && (await tx.loadDay(town.service, serviceDate));
    const waiting = day?.waiting?.find((one) => one.id === id);
    if (day === undefined || waiting === undefined) return undefined;
    return (await mayActFor({ who }, tx, waiting.request.memberId)) ? { day, waiting } : undefined;
  });
}

export const listMyWaiting: Handler<"listMyWaiting"> = async (call) => {
  const { member } = call.who.account;
  if (member === undefined) return ok({ body: { waiting: [], inVain: [] } });
  const { write } = sightOf(call);
  const since = earlier(call.now, TOLD_FOR);
  const vain = await call.world.store.inTenant(call.who.tenant, (tx) => tx.listVainWaitings(member, since));
  const inVain = vain.map(({ id, request, because, at }) => ({
    id,
    trip: presentTrip(request, write),
    because,
    at: write(at),
  }));
  return ok({ body: { waiting: await waitingOf(call, member), inVain } });
};

/** So long a rider reads that waiting came to nothing. */
const TOLD_FOR = minutes(24 * 60);

/** What somebody waits for: for the desk, and for whoever helps them. */
export const listMemberWaiting: Handler<"listMemberWaiting"> = async (call) => {
  const memberId = call.params.memberId as MemberId;
  const member = await call.world.store.inTenant(call.who.tenant, async (tx) =>
    (await mayActFor(call, tx, memberId)) ? tx.findMember(memberId) : undefined,
  );
  if (member === undefined) return fail({ kind: "not-found" });
  return ok({ body: { waiting: await waitingOf(call, memberId) } });
};

async function waitingOf(call: StaffCall, memberId: MemberId) {
  const days = await call.world.store.inTenant(call.who.tenant, async (tx) =>
    loadAll(call, tx, await tx.listWaitingDatesOf(memberId)),
  );
  return days.flatMap((day) =>
    (day.waiting ?? [])
      .filter(({ request }) => request.memberId === memberId)
      .map((waiting) => presentWaiting(waiting, { ...sightOf(call), day })),
  );
}

/** One after the other: a transaction has one connection. */
export async function loadAll(
  { town }: Pick<StaffCall, "town">,
  tx: TenantTransaction,
  dates: readonly ServiceDate[],
): Promise<readonly Day[]> {
  const days: Day[] = [];
  for (const serviceDate of dates) days.push(await tx.loadDay(town.service, serviceDate));
  return days;
}
