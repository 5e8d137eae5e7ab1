export { targetOfAddress, targetOfNumber } from "./code-target.ts";
export { dayStepsOf, type GroundedStep, type KeptDay } from "./decision-log/day-steps.ts";
export { type Grounds, readGrounds } from "./decision-log/grounds.ts";
export { type Mismatch, type Replay, replayDay } from "./decision-log/replay-day.ts";
export type * from "./door.ts";
export { type Database, startDatabase } from "./embedded/start-database.ts";
export { openStore, type StoreOptions } from "./open-store.ts";
export { isMobile, normalisePhone } from "./phone-number.ts";
export { DriverNumberTaken } from "./repositories/driver-number-taken.ts";
export type { StartFault, StartFaultKind } from "./start-fault.ts";
export {
  AnswerAlreadyRemembered,
  type BusyReason,
  EventIdTaken,
  LogOutOfTurn,
  StoreBusy,
} from "./store-busy.ts";
export {
  CALL_OUTCOMES,
  type CallEnd,
  type CallOutcome,
  type CallRecord,
  CONSENT_WAYS,
  type Delegate,
  RELATIONS,
} from "./words/calls.ts";
export type * from "./words/crew.ts";
export {
  type ConflictRecord,
  type DeviceLogWords,
  type EntryKey,
  type EntryRecord,
  type KeptDeed,
  type KeptOutcome,
  type NewEntry,
  SETTLEMENTS,
  type Settlement,
} from "./words/device-logs.ts";
export type * from "./words/devices.ts";
export type * from "./words/driver-messages.ts";
export type * from "./words/helping.ts";
export {
  type ChangedMember,
  type Erasure,
  type KeptMember,
  MEMBER_FIELDS,
  MEMBER_LANGUAGES,
  MEMBER_NEEDS,
  type MemberChange,
  type MemberField,
  type MemberFilter,
  type MemberLanguage,
  type MemberNeed,
  type StoredNoShowNote,
} from "./words/member-care.ts";
export type * from "./words/notices.ts";
export type * from "./words/one-time-codes.ts";
export {
  type KeptFor,
  type OwnDataWords,
  type Reading,
  STORED,
  STORING_PURPOSES,
  type StoredKind,
  type StoredName,
  type StoringPurpose,
} from "./words/own-data.ts";
export type * from "./words/passkeys.ts";
export type {
  NewRecurringRide,
  RecurringEvent,
  RecurringKey,
  RecurringRide,
  RecurringWords,
} from "./words/recurring.ts";
export {
  EVIDENCE_KINDS,
  type Evidence,
  type NewRegistration,
  type NotedEvidence,
  REGISTRATION_WAYS,
  type Registration,
  type RegistrationWay,
  type SourceCount,
} from "./words/registrations.ts";
export type * from "./words/sessions.ts";
export type * from "./words/stops.ts";
export type { TerminalState, TerminalStateWords } from "./words/terminal-states.ts";
export type { AskedQuote, LeftSearch, UnmetWords } from "./words/unmet.ts";
export {
  type VainWaiting,
  WAITING_CALL_OUTCOMES,
  type WaitingCall,
  type WaitingCallOutcome,
  type WaitingDate,
} from "./words/waiting.ts";
