import { fareClassOf } from "@noriai/booking";
import { fail, type MemberId, ok, serviceDateOf } from "@noriai/kernel";
import type { MemberRecord, Registration, TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { presentMember } from "../present/members.ts";
import { type Doubles, presentRegistration } from "../present/registration.ts";
import { writeIn } from "../present/trip.ts";
import type { Trouble } from "../trouble.ts";
import { seenPaper } from "../typed-registration.ts";

const SHOWN_MAX = 50;

/** For the care of the record, not for a ride. */
const accessOf = ({ who, now }: StaffCall) => ({ by: who.actor, now, purpose: "registration" }) as const;

/** Who came lately, and what is still to be looked at. Each member shown is noted as read. */
export const listRegistrations: Handler<"listRegistrations"> = async (call) => {
  return call.world.store.inTenant(call.who.tenant, async (tx) => {
    const latest = await tx.listRegistrations(SHOWN_MAX);
    const members = await tx.readMembers(
      latest.map(({ memberId }) => memberId),
      accessOf(call),
    );
    const known = new Map(members.map((member) => [member.id, member]));
    const shown = [];
    for (const registration of latest) {
      const member = known.get(registration.memberId);
      if (member !== undefined) shown.push(await presentLine(call, tx, { registration, member }));
    }
    const sources = (await tx.countSources()).map(({ source, ...counted }) => ({
      source: source ?? null,
      ...counted,
    }));
    return ok({ body: { registrations: shown, sources } });
  });
};

async function presentLine(
  { town, now }: StaffCall,
  tx: TenantTransaction,
  { registration, member }: { readonly registration: Registration; readonly member: MemberRecord },
) {
  const write = writeIn(town.service.timeZone);
  const { way, source, at, settledAt } = registration;
  return {
    member: presentMember(member, town, now),
    ...{ way, source: source ?? null, at: write(at) },
    settledAt: settledAt === undefined ? null : write(settledAt),
    isPaperAwaited: isPaperAwaited({ town, now }, member),
    ...(settledAt === undefined ? await doublesOf(tx, member) : NO_DOUBLES),
  };
}

/** A paper with the birth date would change the fare of today. */
export function isPaperAwaited(
  { town: { service }, now }: Pick<StaffCall, "town" | "now">,
  member: MemberRecord,
) {
  const rideDate = serviceDateOf(now, service.timeZone);
  return fareClassOf({ service, member, rideDate }).basis.kind === "age-unseen";
}

/** Who may be the same person; and where the number stands on the member's own word, who else has it. */
async function doublesOf(
  tx: TenantTransaction,
  { id, phone, birthDate, phoneClaimedAt }: MemberRecord,
): Promise<Doubles> {
  const twins = (await tx.findTwins({ phone, birthDate })).filter((other) => other.id !== id);
  const known = new Set([id, ...twins.map((twin) => twin.id)]);
  const sharers = phoneClaimedAt === undefined ? [] : await tx.findTwins({ phone });
  return { twins, samePhone: sharers.filter((other) => !known.has(other.id)) };
}

const NO_DOUBLES: Doubles = { twins: [], samePhone: [] };

export const getRegistration: Handler<"getRegistration"> = async (call) =>
  call.world.store.inTenant(call.who.tenant, (tx) => answerFor(call, tx, call.params.memberId as MemberId));

/** Notes that a paper was seen; from now on the fare goes by it. */
export const noteEvidence: Handler<"noteEvidence"> = async (call) => {
  const { world, town, who, params, body, now, language, remember } = call;
  const id = params.memberId as MemberId;
  const today = serviceDateOf(now, town.service.timeZone);
  const names = { seenOn: "seenOn", until: "until" };
  const paper = seenPaper({ paper: body, today, names, language });
  if (!paper.ok) return paper;
  return world.store.inTenant(who.tenant, async (tx) => {
    if (!(await tx.noteEvidence(id, paper.value, { by: who.actor, now })))
      return fail<Trouble>({ kind: "not-found" });
    const outcome = await answerFor(call, tx, id);
    await remember(tx, outcome);
    return outcome;
  });
};

export const settleRegistration: Handler<"settleRegistration"> = async ({ world, who, params, now }) => {
  const id = params.memberId as MemberId;
  const isKnown = await world.store.inTenant(who.tenant, (tx) =>
    tx.settleRegistration(id, { by: who.actor, now }),
  );
  return isKnown ? ok({ body: null }) : fail({ kind: "not-found" });
};

async function answerFor(call: StaffCall, tx: TenantTransaction, id: MemberId) {
  const access = accessOf(call);
  const [member] = await tx.readMembers([id], access);
  if (member === undefined) return fail<Trouble>({ kind: "not-found" });
  return ok({
    body: await presentRegistration(tx, {
      town: call.town,
      registration: await tx.findRegistration(id, access),
      evidence: await tx.listEvidence(id, access),
      isPaperAwaited: isPaperAwaited(call, member),
      doubles: await doublesOf(tx, member),
    }),
  });
}
