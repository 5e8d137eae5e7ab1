import type { Context } from "./context.ts";
import { decideUnderLock } from "./decide-under-lock.ts";
import type { TenantTransaction } from "./door.ts";
import { acknowledge, listAcknowledgements } from "./repositories/acknowledgements.ts";
import { findBooking, listBookingsOf } from "./repositories/bookings.ts";
import { loadDay, loadDays } from "./repositories/days.ts";
import { loadDecisions } from "./repositories/decisions.ts";
import {
  addDelayCall,
  closeDelayList,
  findDelayListClosing,
  listDelayCalls,
} from "./repositories/delay-calls.ts";
import {
  findIntakeStop,
  listIntakeStops,
  resumeIntake,
  standingIntakeStops,
  stopIntake,
} from "./repositories/intake-stops.ts";
import { findMap, saveMap } from "./repositories/maps.ts";
import { addMember, findMember, readMembers, searchMembers, setContact } from "./repositories/members.ts";
import { listPositions, savePosition } from "./repositories/positions.ts";
import { loadPromisedAndDone } from "./repositories/promised-and-done.ts";
import { findQuoteDate } from "./repositories/quotes.ts";
import { listRefusals } from "./repositories/refusals.ts";
import { findService, saveService } from "./repositories/services.ts";
import { findTaskEvent } from "./repositories/task-events.ts";
import { getTenant } from "./repositories/tenants.ts";
import { accountWords } from "./words/accounts.ts";
import { callWords } from "./words/calls.ts";
import { crewWords } from "./words/crew.ts";
import { deviceLogWords } from "./words/device-logs.ts";
import { deviceWords } from "./words/devices.ts";
import { driverMessageWords } from "./words/driver-messages.ts";
import { dutyWords } from "./words/duties.ts";
import { helperWords } from "./words/helping.ts";
import { journalWords } from "./words/journal.ts";
import { memberCareWords } from "./words/member-care.ts";
import { noticeWords } from "./words/notices.ts";
import { codeWords } from "./words/one-time-codes.ts";
import { ownDataWords } from "./words/own-data.ts";
import { passkeyWords } from "./words/passkeys.ts";
import { pastWords } from "./words/past.ts";
import { recurringWords } from "./words/recurring.ts";
import { registrationWords } from "./words/registrations.ts";
import { sessionWords } from "./words/sessions.ts";
import { stopWords } from "./words/stops.ts";
import { terminalStateWords } from "./words/terminal-states.ts";
import { unmetWords } from "./words/unmet.ts";
import { waitingWords } from "./words/waiting.ts";

type IntakeWord =
  | "stopIntake"
  | "resumeIntake"
  | "findIntakeStop"
  | "listIntakeStops"
  | "standingIntakeStops";

const intakeWords = (context: Context): Pick<TenantTransaction, IntakeWord> => ({
  stopIntake: (service, stop, by, now) => stopIntake(context, { service, stop }, { by, now }),
  resumeIntake: (id, by, now) => resumeIntake(context, id, { by, now }),
  findIntakeStop: (id) => findIntakeStop(context, id),
  listIntakeStops: (service, limit) => listIntakeStops(context, service, limit),
  standingIntakeStops: (service) => standingIntakeStops(context, service),
});

/** What is kept of the people: who may act, who rides, who drives. */
const peopleWords = (context: Context) => ({
  ...accountWords(context),
  ...helperWords(context),
  ...ownDataWords(context),
  ...memberCareWords(context),
  ...crewWords(context),
  ...deviceWords(context),
  ...deviceLogWords(context),
  ...registrationWords(context),
  ...codeWords(context),
  ...passkeyWords(context),
  ...sessionWords(context),
  ...terminalStateWords(context),
});

/** The door's words, spoken to one open transaction. */
export const tenantTransaction = (context: Context): TenantTransaction => ({
  ...peopleWords(context),
  ...journalWords(context),
  ...tellingRiders(context),
  ...driverMessageWords(context),
  ...noticeWords(context),
  ...callWords(context),
  ...dutyWords(context),
  ...pastWords(context),
  ...waitingWords(context),
  ...recurringWords(context),
  ...stopWords(context),
  ...unmetWords(context),
  getTenant: () => getTenant(context),
  findService: () => findService(context),
  saveService: (service, by, now) => saveService(context, service, { by, now }),
  findMap: () => findMap(context),
  saveMap: (map, by) => saveMap(context, map, by),
  loadDay: (service, serviceDate) => loadDay(context, service, serviceDate),
  decideAlso: async (command) => (await decideUnderLock(context, command)).answer,
  ...intakeWords(context),
  loadDecisions: (service, serviceDate) => loadDecisions(context, service, serviceDate),
  findTaskEvent: (id) => findTaskEvent(context, id),
  findBooking: (id) => findBooking(context, id),
  findQuoteDate: (id) => findQuoteDate(context, id),
  listBookingsOf: (member) => listBookingsOf(context, member),
  listRefusals: (range) => listRefusals(context, range),
  loadDays: (service, range) => loadDays(context, service, range),
  loadPromisedAndDone: (service, range) => loadPromisedAndDone(context, service, range),

  findMember: (id) => findMember(context, id),
  addMember: (member, by, now) => addMember(context, member, { by, now }),
  searchMembers: (query, limit, access) => searchMembers(context, { query, limit }, access),

  savePosition: (vehicle, position) => savePosition(context, vehicle, position),
  listPositions: () => listPositions(context),
  acknowledge: (ack, by, now) => acknowledge(context, ack, { by, now }),
  listAcknowledgements: (serviceDate) => listAcknowledgements(context, serviceDate),
});

/** Whom to call when a vehicle is late, and what came of it. */
const tellingRiders = (
  context: Context,
): Pick<
  TenantTransaction,
  "readMembers" | "setContact" | "addDelayCall" | "listDelayCalls" | "closeDelayList" | "findDelayListClosing"
> => ({
  readMembers: (ids, access) => readMembers(context, ids, access),
  setContact: (id, contact, { by, now }) => setContact(context, { id, contact }, { by, now }),
  addDelayCall: (serviceDate, call, by) => addDelayCall(context, { serviceDate, call }, by),
  listDelayCalls: (serviceDate) => listDelayCalls(context, serviceDate),
  closeDelayList: (serviceDate, workedOff, { by, now }) =>
    closeDelayList(context, { serviceDate, workedOff }, { by, now }),
  findDelayListClosing: (serviceDate) => findDelayListClosing(context, serviceDate),
});
