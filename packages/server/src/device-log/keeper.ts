import {
  asRecorded,
  type CountedEntry,
  decide,
  type EntryOutcome,
  type LogKeeper,
  type ToldAnswer,
} from "@noriai/booking";
import {
  type DeviceLogId,
  type EventId,
  type ServiceDate,
  type StopId,
  seconds,
  serviceDateOf,
} from "@noriai/kernel";
import { type EntryRecord, EventIdTaken, type NewEntry, type TenantTransaction } from "@noriai/store";
import { decideOn, type StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { dutyNow } from "../duty-now.ts";
import { ownMessages } from "../handlers/driver-messages.ts";
import { dateOfOwnDuty } from "../handlers/duty.ts";
import { keptDeed, type LoggedDeed } from "./read-deed.ts";

type Entry = CountedEntry<LoggedDeed>;

/**
 * Keeps the entries of one log: each with what it changes in one transaction, so that a server that dies in between has
 * done both or neither.
 */
export function keeperOf(call: StaffCall, log: DeviceLogId): LogKeeper<LoggedDeed> {
  const { world, town, who, now } = call;
  const inTenant = <T>(work: (tx: TenantTransaction) => Promise<T>) => world.store.inTenant(who.tenant, work);
  const acting = { by: who.actor, now };
  const today = serviceDateOf(now, town.service.timeZone);
  return {
    keep: (entry) => keep(call, log, entry),
    keepMissing: (upTo, count) =>
      inTenant((tx) =>
        tx.keepEntry(
          log,
          { no: upTo, serviceDate: today, movedBy: seconds(0), outcome: { kind: "missing", count } },
          acting,
        ),
      ),
    eventIdAt: (no) => inTenant((tx) => tx.eventIdAt({ log, no })),
  };
}

async function keep(call: StaffCall, log: DeviceLogId, entry: Entry): Promise<EntryOutcome> {
  const { event: deed } = entry;
  switch (deed.what) {
    case "step":
      return keepStep(call, log, { ...entry, event: deed });
    case "stop":
      return keepAlone(call, { log, entry, outcome: { kind: "recorded" } }, (tx) =>
        reportStop(call, tx, deed),
      );
    case "office-told":
      return keepMessage(call, log, { ...entry, event: deed });
    case "message-read":
      return keepAlone(call, { log, entry, outcome: { kind: "recorded" } }, (tx) =>
        readMessage(call, tx, deed),
      );
    default:
      return keepAlone(call, { log, entry, outcome: { kind: "refused", rejection: { kind: "unreadable" } } });
  }
}

async function keepStep(
  call: StaffCall,
  log: DeviceLogId,
  entry: CountedEntry<Extract<LoggedDeed, { what: "step" }>>,
): Promise<EntryOutcome> {
  const { step, at } = entry.event;
  const event = { ...step, at };
  const serviceDate = await dateOfOwnDuty(call, event);
  if (serviceDate === undefined)
    return keepAlone(call, { log, entry, outcome: { kind: "refused", rejection: { kind: "unknown-duty" } } });
  const target = event.kind === "undone" ? await findTarget(call, log, event.eventId) : undefined;
  if (target !== undefined && neverCounted(target))
    return keepWithdrawal(call, { log, entry, serviceDate, target });
  const told = asRecorded(event, target?.outcome);
  const world = decisionWorld(call);
  try {
    return await decideOn<ToldAnswer>(call, serviceDate, {
      decide: (day, intakeStops) => decide({ ...world, intakeStops }, day, { kind: "told", event: told }),
      after: (tx, outcome) => keepEntry(call, tx, { log, entry, outcome, serviceDate }),
    });
  } catch (error) {
    if (!(error instanceof EventIdTaken)) throw error;
    const rejection = { kind: "event-id-conflict", eventId: event.id } as const;
    return keepAlone(call, { log, entry, outcome: { kind: "refused", rejection }, serviceDate });
  }
}

const findTarget = ({ world, who }: StaffCall, log: DeviceLogId, eventId: EventId) =>
  world.store.inTenant(who.tenant, (tx) => tx.findEntry(log, eventId));

/** It was refused, and nobody has said since that it happened all the same. */
const neverCounted = ({ outcome, settlement }: EntryRecord): boolean =>
  outcome.kind === "refused" && settlement !== "taken";

/**
 * The driver has taken back what was refused: nobody needs to be asked of either. Where somebody decides on it in this
 * very moment, the taking back is asked about.
 */
function keepWithdrawal(
  call: StaffCall,
  { log, entry, serviceDate, target }: Omit<Keeping, "outcome"> & { readonly target: EntryRecord },
): Promise<EntryOutcome> {
  const acting = { by: call.who.actor, now: call.now };
  const outcome = { kind: "refused", rejection: { kind: "nothing-to-undo" } } as const;
  return keepAlone(call, { log, entry, outcome, ...(serviceDate && { serviceDate }) }, async (tx) => {
    const isOver = target.settlement !== undefined || (await tx.settleConflict(target, "withdrawn", acting));
    if (isOver) await tx.settleConflict({ log, no: entry.no }, "withdrawn", acting);
  });
}

interface Keeping {
  readonly log: DeviceLogId;
  readonly entry: Entry;
  readonly outcome: EntryOutcome;
  /** On which the duty stands; the day of the deed when it has none. */
  readonly serviceDate?: ServiceDate;
}

/** Keeps an entry that changes no plan. */
async function keepAlone(
  call: StaffCall,
  keeping: Keeping,
  also: (tx: TenantTransaction) => Promise<unknown> = async () => undefined,
): Promise<EntryOutcome> {
  await call.world.store.inTenant(call.who.tenant, async (tx) => {
    await keepEntry(call, tx, keeping);
    await also(tx);
  });
  return keeping.outcome;
}

function keepEntry({ town, who, now }: StaffCall, tx: TenantTransaction, keeping: Keeping): Promise<void> {
  const { log, entry, outcome } = keeping;
  const { no, said, movedBy, event } = entry;
  const kept: NewEntry = {
    ...{ no, said, movedBy, outcome },
    serviceDate: keeping.serviceDate ?? serviceDateOf(event.at, town.service.timeZone),
    deed: keptDeed(event),
    device: who.session.terminal?.device,
  };
  return tx.keepEntry(log, kept, { by: who.actor, now });
}

/** A word to the control room, of the duty in which it was said; it counts as said when the driver pressed. */
async function keepMessage(
  call: StaffCall,
  log: DeviceLogId,
  entry: CountedEntry<Extract<LoggedDeed, { what: "office-told" }>>,
): Promise<EntryOutcome> {
  const { at, content } = entry.event;
  const { serviceDate, duty } = await call.world.store.inTenant(call.who.tenant, (tx) =>
    dutyNow({ ...call, now: at }, tx),
  );
  if (duty === undefined)
    return keepAlone(call, { log, entry, outcome: { kind: "refused", rejection: { kind: "unknown-duty" } } });
  const message = { serviceDate, dutyId: duty.id, to: "office", priority: "normal", content } as const;
  const sending = { by: call.who.actor, now: at };
  return keepAlone(call, { log, entry, outcome: { kind: "recorded" }, serviceDate }, (tx) =>
    tx.sendDriverMessage(message, sending),
  );
}

/** Only what was sent to this vehicle on that day; a message that is none of its own is nobody's care. */
async function readMessage(
  call: StaffCall,
  tx: TenantTransaction,
  { messageId, at }: Extract<LoggedDeed, { what: "message-read" }>,
): Promise<void> {
  const message = (await ownMessages({ ...call, now: at }, tx)).find(({ id }) => id === messageId);
  if (message?.to !== "driver") return;
  const readAt = Math.max(at, message.sentAt) as typeof at;
  await tx.receiveDriverMessage(message.id, "read", { by: call.who.actor, now: readAt });
}

/** From the vehicle of that moment. A stop that is gone from the service meanwhile needs nobody's care any more. */
async function reportStop(
  { town, who, now }: StaffCall,
  tx: TenantTransaction,
  { report, at }: Extract<LoggedDeed, { what: "stop" }>,
): Promise<void> {
  const isKnown = town.service.stops.some(({ id }) => id === (report.stopId as StopId));
  if (!isKnown) return;
  const { terminal } = who.session;
  const vehicle =
    terminal === undefined ? who.account.vehicle : await tx.findVehicleOf(town.service, terminal.driver, at);
  await tx.reportStop({ ...report, at, vehicle }, { by: who.actor, now });
}
