import type { WaitingTasks } from "@noriai/api";
import {
  type Booking,
  type ConfirmAnswer,
  type Day,
  decide,
  type LeaveAnswer,
  type Matter,
  type Quote,
  type ReleaseAnswer,
  type Waiting,
} from "@noriai/booking";
import { type AccountId, type BookingId, fail, ok, type QuoteId, type WaitingId } from "@noriai/kernel";
import type { MemberRecord, TenantTransaction, WaitingCall } from "@noriai/store";
import type { Call, Handler, Outcome } from "../call.ts";
import { decideOnceOn, type StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { type DaySight, presentBooking, sightOf } from "../present/bookings.ts";
import { presentRejection } from "../present/refusal.ts";
import { presentQuote, writeIn } from "../present/trip.ts";
import { offerTo } from "../present/waiting.ts";
import { notPossible } from "../trouble.ts";
import { cancelElsewhere } from "./trips.ts";
import { findWaiting, loadAll } from "./waiting.ts";

interface Task {
  readonly day: Day;
  readonly waiting: Waiting;
  readonly quote: Quote;
}

/**
 * Who waits, was booked by phone and has an offer now (待ちの方へお電話). Names and numbers are read for those only, and
 * each reading is logged.
 */
export const getWaitingTasks: Handler<"getWaitingTasks"> = async (call) => {
  const { world, town, who, now } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const dates = await tx.listWaitingDates(town.service);
    const days = await loadAll(
      call,
      tx,
      dates.map(({ serviceDate }) => serviceDate),
    );
    const tasks = days.flatMap((day) => tasksOf(call, day));
    tasks.sort((a, b) => a.quote.expiresAt - b.quote.expiresAt);
    const memberIds = [...new Set(tasks.map(({ waiting }) => waiting.request.memberId))];
    const records = await tx.readMembers(memberIds, { by: who.actor, now, purpose: "booking" });
    const members = new Map(records.map((record) => [record.id, record]));
    const calls = await tx.listWaitingCalls(tasks.map(({ waiting }) => waiting.id));
    const callers = await namesOf(tx, calls);
    const listed = tasks.map((task) => ({
      member: members.get(task.waiting.request.memberId),
      task: presentTask(call, task, { member: members.get(task.waiting.request.memberId), calls, callers }),
    }));
    const told = (isText: boolean) =>
      listed.filter(({ member }) => (member?.contact === "text") === isText).map(({ task }) => task);
    const waiting = days.map(({ serviceDate, waiting: list = [] }) => ({ serviceDate, count: list.length }));
    return ok({ body: { calls: told(false), texts: told(true), waiting } });
  });
};

const tasksOf = ({ now }: Call<"getWaitingTasks">, day: Day): readonly Task[] =>
  (day.waiting ?? []).flatMap((waiting) => {
    const quote = offerTo(waiting, { day, now });
    return quote !== undefined && waiting.request.channel === "phone" ? [{ day, waiting, quote }] : [];
  });

type KnownCall = WaitingCall & { readonly by: AccountId | null };

async function namesOf(
  tx: TenantTransaction,
  calls: readonly KnownCall[],
): Promise<ReadonlyMap<AccountId, string>> {
  const names = new Map<AccountId, string>();
  for (const id of new Set(calls.flatMap(({ by }) => by ?? [])))
    names.set(id, (await tx.findAccount(id))?.displayName ?? id);
  return names;
}

function presentTask(
  { town, who }: Call<"getWaitingTasks">,
  { day, waiting, quote }: Task,
  {
    member,
    calls,
    callers,
  }: {
    readonly member: MemberRecord | undefined;
    readonly calls: readonly KnownCall[];
    readonly callers: ReadonlyMap<AccountId, string>;
  },
): WaitingTasks["calls"][number] {
  const write = writeIn(town.service.timeZone);
  return {
    waitingId: waiting.id,
    calledName: member?.name ?? "",
    phone: member?.phone ?? "",
    offer: presentQuote(quote, { day, write, role: who.account.role }),
    answerBy: write(quote.expiresAt),
    calls: calls
      .filter(({ quoteId }) => quoteId === quote.id)
      .map(({ outcome, at, by }) => ({ outcome, at: write(at), by: (by && callers.get(by)) ?? "" })),
  };
}

/** What the rider's word asks of the day; nothing where she was not reached. */
function matterOf(
  { body: { outcome, quoteId: id } }: Call<"recordWaitingCall">,
  { id: waitingId, request: { memberId } }: Waiting,
): Extract<Matter, { kind: "confirm" | "release" | "leave-waiting" }> | undefined {
  const quoteId = id as QuoteId;
  switch (outcome) {
    case "accepted":
      return { kind: "confirm", quoteId, memberId };
    case "declined":
      return { kind: "release", quoteId, memberId };
    case "left":
      return { kind: "leave-waiting", waitingId, memberId };
    default:
      return undefined;
  }
}

/** The booking on another day that the wish was to replace. */
async function replacedElsewhere(
  { world, who }: StaffCall,
  replaces: BookingId | undefined,
  { serviceDate }: Day,
): Promise<Booking | undefined> {
  if (replaces === undefined) return undefined;
  const old = await world.store.inTenant(who.tenant, (tx) => tx.findBooking(replaces));
  return old?.request.serviceDate === serviceDate ? undefined : old;
}

type CallAnswer = ConfirmAnswer | ReleaseAnswer | LeaveAnswer;

/** Keeps what came of a call and does what the rider said, in one transaction. */
export const recordWaitingCall: Handler<"recordWaitingCall"> = async (call) => {
  const { world, who, params } = call;
  const found = await findWaiting(call, params.waitingId as WaitingId);
  if (found === undefined) return fail({ kind: "not-found" });
  const matter = matterOf(call, found.waiting);
  if (matter === undefined)
    return world.store.inTenant(who.tenant, async (tx) => {
      await noteCall(call, tx);
      const outcome = ok({ body: { booking: null } });
      await call.remember(tx, outcome);
      return outcome;
    });
  const { memberId, replaces } = found.waiting.request;
  const member = await world.store.inTenant(who.tenant, (tx) => tx.findMember(memberId));
  const old = await replacedElsewhere(call, replaces, found.day);
  const decisions = decisionWorld({ ...call, members: member ? [member] : [] });
  return decideOnceOn<"recordWaitingCall", CallAnswer>(call, found.day.serviceDate, {
    decide: (day, intakeStops) => decide({ ...decisions, intakeStops }, day, matter),
    outcomeOf: (answer, day) => outcomeOf(call, answer, sightOf(decisions, day)),
    async also(tx) {
      await noteCall(call, tx);
      return old && matter.kind === "confirm" ? cancelElsewhere(call, tx, old) : undefined;
    },
  });
};

async function noteCall(
  { who, now, body, params }: Call<"recordWaitingCall">,
  tx: TenantTransaction,
): Promise<void> {
  const waitingId = params.waitingId as WaitingId;
  const quoteId = body.quoteId as QuoteId;
  await tx.addWaitingCall({ waitingId, quoteId, outcome: body.outcome, at: now }, who.actor);
  await tx.publish({ topic: "waiting" });
}

function outcomeOf(
  { town, who }: Call<"recordWaitingCall">,
  answer: CallAnswer,
  sight: DaySight,
): Outcome<"recordWaitingCall"> {
  const { role } = who.account;
  switch (answer.kind) {
    case "released":
    case "left":
      return ok({ body: { booking: null } });
    case "booking":
      return ok({ body: { booking: presentBooking({ booking: answer.booking, sight, role }) } });
    case "not-found":
      return fail({ kind: "not-found" });
    case "intake-stopped":
      return fail(notPossible(presentRejection(answer, { write: writeIn(town.service.timeZone), role })));
    default:
      return fail(notPossible(answer));
  }
}
