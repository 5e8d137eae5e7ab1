import { bookingHistory, type Day, dutiesOf, type Service } from "@noriai/booking";
import {
  type AccountId,
  addDays,
  type BookingId,
  type EpochSeconds,
  fail,
  instantOf,
  type MemberId,
  ok,
  parseInstant,
  parseServiceDate,
  type ServiceDate,
  serviceDateOf,
  timeOfDay,
} from "@noriai/kernel";
import type { GroundedStep, TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { type KnownDay, knownDayOf, standingOf } from "../past/known-days.ts";
import { presentBoard } from "../present/board.ts";
import {
  type PastReader,
  presentEntry,
  presentMoment,
  presentPastCall,
  presentPastMessage,
  presentPastRefusal,
  presentPhoneCall,
  presentTrail,
} from "../present/past.ts";
import { writeIn } from "../present/trip.ts";

/** How long before the first and after the last duty a day is shown. */
const MARGIN = 3600;

const MIDNIGHT = timeOfDay("00:00");

/** Everything that was decided, done and told about a booking (予約の履歴). 仕様書 5-(4)-③ */
export const getBookingHistory: Handler<"getBookingHistory"> = async (call) => {
  const { world, who, params } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const booking = await tx.findBooking(params.bookingId as BookingId);
    if (booking === undefined) return fail({ kind: "not-found" } as const);
    const { serviceDate } = booking.request;
    const { steps } = await readSteps(call, tx, serviceDate);
    const calls = (await tx.listDelayCalls(serviceDate)).map(({ by, ...made }) => ({
      ...made,
      caller: { ...(by !== null && { account: by }), role: "call_operator" },
    }));
    const entries = bookingHistory({ bookingId: booking.id, steps: steps ?? [], calls });
    const accounts = entries.map(({ by }) => by.account);
    const reader = {
      ...(await readerFor(call, tx, accounts)),
      isHelper: await helpersAmong(tx, accounts, booking.memberId),
    };
    return ok({
      body: {
        bookingId: booking.id,
        serviceDate,
        boardingCode: booking.boardingCode,
        state: booking.state,
        complete: steps !== undefined,
        entries: entries.map((entry) => presentEntry(entry, reader)),
      },
    });
  });
};

/** A day until now as it was (過去の日): its decisions, calls, refusals, and where its vehicles were. 仕様書 5-(4)-⑤ */
export const getPastDay: Handler<"getPastDay"> = async (call) => {
  const { world, town, who, params, now } = call;
  const { service } = town;
  const serviceDate = parseServiceDate(params.serviceDate)!;
  if (!isOver(call, serviceDate)) return fail({ kind: "not-found" });
  return world.store.inTenant(who.tenant, async (tx) => {
    await tx.notePastDayRead(serviceDate, who.actor, now);
    const { steps } = await readSteps(call, tx, serviceDate);
    const day = await tx.loadDay(service, serviceDate);
    const calls = await tx.listDelayCalls(serviceDate);
    const asked = [...(steps ?? []).map(({ by }) => by.account), ...calls.map(({ by }) => by ?? undefined)];
    const reader = await readerFor(call, tx, asked);
    const { write } = reader;
    const refusals = await tx.listRefusals({ from: serviceDate, to: serviceDate });
    const messages = await tx.listDriverMessages(serviceDate);
    const phoneCalls = await tx.listCalls({
      from: instantOf(serviceDate, MIDNIGHT, service.timeZone),
      to: instantOf(addDays(serviceDate, 1), MIDNIGHT, service.timeZone),
    });
    const trails = [...(await tx.listTrails(serviceDate))];
    const span = spanOf({ service, day, steps: steps ?? [], now });
    return ok({
      body: {
        serviceDate,
        complete: steps !== undefined,
        from: write(span.from),
        until: write(span.until),
        moments: (steps ?? []).map((step) => presentMoment(step, reader)),
        calls: calls.map((made) => presentPastCall(made, { day, reader })),
        messages: messages.map((message) =>
          presentPastMessage(message, { write, day, role: who.account.role }),
        ),
        phoneCalls: phoneCalls.map((made) => presentPhoneCall(made, write)),
        refusals: refusals.map((refusal) => presentPastRefusal(refusal, write)),
        trails: trails.map((trail) => presentTrail(trail, write)),
      },
    });
  });
};

/** The board of a day as it was known at a moment; of a day that was not kept whole, as it ended. */
export const getPastBoard: Handler<"getPastBoard"> = async (call) => {
  const { world, town, who, params, query, now } = call;
  const serviceDate = parseServiceDate(params.serviceDate)!;
  if (!isOver(call, serviceDate)) return fail({ kind: "not-found" });
  const at = Math.min(parseInstant(query.at)!, now) as EpochSeconds;
  return world.store.inTenant(who.tenant, async (tx) => {
    await tx.notePastDayRead(serviceDate, who.actor, now);
    const known = await readSteps(call, tx, serviceDate);
    const moment = known.steps?.findLast((step) => step.at <= at);
    const standing = moment && standingOf(known, moment);
    const day = moment?.after ?? known.steps?.[0]?.before ?? (await tx.loadDay(town.service, serviceDate));
    const then = standing === undefined ? town : { ...town, ...standing };
    const board = presentBoard({
      decisions: decisionWorld({ world, town: then, now: at }),
      day,
      role: who.account.role,
      acknowledged: await tx.listAcknowledgements(serviceDate),
      names: new Map(),
    });
    const { write } = await readerFor(call, tx, []);
    return ok({ body: { at: write(at), board } });
  });
};

/** What lies ahead has no past; today has one until now. */
const isOver = ({ town, now }: StaffCall, serviceDate: ServiceDate): boolean =>
  serviceDate <= serviceDateOf(now, town.service.timeZone);

const readSteps = (
  { world, town, who }: StaffCall,
  tx: TenantTransaction,
  serviceDate: ServiceDate,
): Promise<KnownDay> =>
  knownDayOf({ store: world.store, tx, tenant: who.tenant, service: town.service, serviceDate });

/** Riders' accounts that are not the member's own. Nobody is named for it. */
async function helpersAmong(
  tx: TenantTransaction,
  accounts: readonly (AccountId | undefined)[],
  memberId: MemberId,
): Promise<(id: AccountId) => boolean> {
  const helpers = new Set<AccountId>();
  for (const id of new Set(accounts)) {
    const account = id === undefined ? undefined : await tx.findAccount(id);
    if (account?.role === "rider" && account.member !== memberId) helpers.add(account.id);
  }
  return (id) => helpers.has(id);
}

/** Staff are named, riders never: not even those who asked for a ride themselves. */
async function readerFor(
  { town }: StaffCall,
  tx: TenantTransaction,
  accounts: readonly (AccountId | undefined)[],
): Promise<PastReader> {
  const names = new Map<AccountId, string>();
  for (const id of new Set(accounts)) {
    const account = id === undefined ? undefined : await tx.findAccount(id);
    if (account !== undefined && account.role !== "rider") names.set(account.id, account.displayName);
  }
  return { write: writeIn(town.service.timeZone), nameOf: (id) => names.get(id) };
}

function spanOf({
  service,
  day,
  steps,
  now,
}: {
  readonly service: Service;
  readonly day: Day;
  readonly steps: readonly GroundedStep[];
  readonly now: EpochSeconds;
}): { readonly from: EpochSeconds; readonly until: EpochSeconds } {
  const duties = day.duties.length > 0 ? day.duties : dutiesOf(service, day.serviceDate);
  const starts = duties.map(({ startsAt }) => startsAt);
  const ends = duties.map(({ endsAt }) => endsAt);
  const last = steps.at(-1)?.at ?? 0;
  const from = Math.min(...starts, now) - MARGIN;
  const until = Math.min(Math.max(...ends, last, from) + MARGIN, now);
  return { from: Math.min(from, until) as EpochSeconds, until: until as EpochSeconds };
}
