import type {
  Booking,
  Change,
  Day,
  DelayCall,
  IntakeStop,
  Member,
  PromisedAndDone,
  Refusal,
  Service,
  Taken,
  TaskEvent,
} from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type {
  AccountId,
  BookingId,
  DutyId,
  EpochSeconds,
  EventId,
  IntakeStopId,
  MemberId,
  ServiceDate,
  TenantId,
  VehicleId,
} from "@noriai/kernel";
import type { DecisionLog } from "./repositories/decisions.ts";
import type { AccountWords } from "./words/accounts.ts";
import type { CallWords } from "./words/calls.ts";
import type { CrewAuditEvent, CrewWords } from "./words/crew.ts";
import type { DeviceLogAuditEvent, DeviceLogWords } from "./words/device-logs.ts";
import type { DeviceWords, TerminalSession } from "./words/devices.ts";
import type { DriverMessageWords } from "./words/driver-messages.ts";
import type { DutyWords } from "./words/duties.ts";
import type { HelperWords } from "./words/helping.ts";
import type { JournalWords } from "./words/journal.ts";
import type { MemberCareWords, MemberLanguage, MemberNeed } from "./words/member-care.ts";
import type { NoticeWords } from "./words/notices.ts";
import type { CodeWords } from "./words/one-time-codes.ts";
import type { OwnDataWords } from "./words/own-data.ts";
import type { PasskeyWords } from "./words/passkeys.ts";
import type { PastWords } from "./words/past.ts";
import type { RecurringEvent, RecurringWords } from "./words/recurring.ts";
import type { RegistrationWords } from "./words/registrations.ts";
import type { SeenAs, SessionWords, SignInMeans } from "./words/sessions.ts";
import type { StopAuditEvent, StopWords } from "./words/stops.ts";
import type { TerminalStateWords } from "./words/terminal-states.ts";
import type { UnmetWords } from "./words/unmet.ts";
import type { WaitingWords } from "./words/waiting.ts";

/**
 * The one door to PostgreSQL. Everything a tenant owns is reached through `inTenant`; there is no other way in.
 * Row-level security stands behind it: even a forgotten condition shows nobody's data but the tenant's own.
 */
export interface Store {
  /** Names for the start page; no tenant is needed and nothing else is shown. */
  listTenants(): Promise<readonly Tenant[]>;
  /** Opens the tenant's transaction, commits when `work` returns and rolls back when it throws. */
  inTenant<T>(tenant: TenantId, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /**
   * Decides on a service date with a single writer: decides on a snapshot, locks the plan, decides again when the plan
   * has moved meanwhile, and writes changes, promises, audit entry and outbox in one transaction.
   * Deadlocks are tried again a few times, `after` included.
   * Throws StoreBusy when the database cannot answer in time (also `inTenant`): 503, to be repeated with the same key.
   * Throws EventIdTaken when a task event's id was used meanwhile, on this service date or another.
   */
  decideOnDay<A>(command: DayCommand<A>): Promise<A>;
  /** Calls back after each commit that wrote to the outbox, for every server on this database. */
  listen(
    onEvent: (event: { readonly tenant: TenantId; readonly id: number }) => void,
  ): Promise<() => Promise<void>>;
  /** Creates a tenant with its own data key. */
  createTenant(tenant: Tenant): Promise<void>;
  /** Gives the tenant a new data key and seals its personal fields with it; returns the key's version. */
  rotateDataKey(tenant: TenantId, by: Actor, now: EpochSeconds): Promise<number>;
  /**
   * Upkeep of every tenant, to be called hourly: removes sessions that ended by `now`, codes of the day before, remembered answers older than
   * 48 hours then, outbox rows older than 3 days, but never a tenant's newest 1,000, and trails of vehicles older than the
   * service keeps them.
   */
  tidy(now: EpochSeconds): Promise<Tidied>;
  close(): Promise<void>;
}

export interface Tenant {
  readonly id: TenantId;
  readonly name: string;
}

/** Who acts, for audit and access log. `account` is absent for the system itself. */
export interface Actor {
  readonly account?: AccountId;
  readonly role: Role | "system";
}

/** Numbers of remembered answers and of outbox rows removed. */
export interface Tidied {
  readonly answers: number;
  readonly events: number;
}

/** What is to be decided on one service date. */
export interface OneDayCommand<A> {
  readonly service: Service;
  readonly serviceDate: ServiceDate;
  readonly actor: Actor;
  readonly now: EpochSeconds;
  /**
   * Pure: may be called twice. May take its time in another thread.
   * @param intakeStops  the stops of intake that stand; those under which anything is written stand at the commit too
   */
  readonly decide: (day: Day, intakeStops: readonly IntakeStop[]) => Taken<A> | Promise<Taken<A>>;
}

export interface DayCommand<A> extends OneDayCommand<A> {
  readonly tenant: TenantId;
  /** Runs in the same transaction after the changes are written, for instance to remember the answer. May run again after a rollback. */
  readonly after?: (tx: TenantTransaction, answer: A, day: Day) => Promise<void>;
}

export interface TenantTransaction
  extends AccountWords,
    JournalWords,
    CallWords,
    CrewWords,
    DeviceWords,
    DeviceLogWords,
    DutyWords,
    PastWords,
    WaitingWords,
    HelperWords,
    OwnDataWords,
    MemberCareWords,
    DriverMessageWords,
    NoticeWords,
    RecurringWords,
    RegistrationWords,
    TerminalStateWords,
    CodeWords,
    PasskeyWords,
    SessionWords,
    StopWords,
    UnmetWords {
  getTenant(): Promise<Tenant | undefined>;

  findService(): Promise<Service | undefined>;
  saveService(service: Service, by: Actor, now: EpochSeconds): Promise<void>;
  findMap(): Promise<StoredMap | undefined>;
  saveMap(map: StoredMap, by: Actor): Promise<void>;

  /** The day as committed; an untouched date is an empty day of version 0. */
  loadDay(service: Service, serviceDate: ServiceDate): Promise<Day>;
  /**
   * Decides on a further service date in this transaction, under the lock of its plan, and writes what `decideOnDay`
   * would write: both dates change or neither. Meant for `after` of a DayCommand; a deadlock with a command that takes
   * the two dates in the other order ends in the retry of `decideOnDay`.
   */
  decideAlso<A>(command: OneDayCommand<A>): Promise<A>;
  /**
   * Stops intake (新規予約受付停止) as of this commit: it waits until nobody writes a decision, and every decision that is
   * written later, on whichever server, was made under it. Tells every open page, and notes it in the audit log.
   */
  stopIntake(service: Service, stop: NewIntakeStop, by: Actor, now: EpochSeconds): Promise<IntakeStopRecord>;
  /** One that was resumed before is given as it is; nothing where there is none. */
  resumeIntake(id: IntakeStopId, by: Actor, now: EpochSeconds): Promise<IntakeStopRecord | undefined>;
  findIntakeStop(id: IntakeStopId): Promise<IntakeStopRecord | undefined>;
  /** Those that stand, then the others, each latest first. */
  listIntakeStops(service: Service, limit: number): Promise<readonly IntakeStopRecord[]>;
  /** Those that stand, as everybody may know them. */
  standingIntakeStops(service: Service): Promise<readonly IntakeStop[]>;
  /** Everything that was decided on a date, in order, for `replayDay`. */
  loadDecisions(service: Service, serviceDate: ServiceDate): Promise<DecisionLog>;
  /** Where a task event's id stands in the tenant, on whichever service date. */
  findTaskEvent(id: EventId): Promise<RecordedTaskEvent | undefined>;
  findBooking(id: BookingId): Promise<Booking | undefined>;
  /** The service date that holds a quote still open. */
  findQuoteDate(id: string): Promise<ServiceDate | undefined>;
  /** Latest ride first. */
  listBookingsOf(member: MemberId): Promise<readonly Booking[]>;
  listRefusals(range: { readonly from: ServiceDate; readonly to: ServiceDate }): Promise<readonly Refusal[]>;
  /** Days of the range on which anything stands, in order. */
  loadDays(
    service: Service,
    range: { readonly from: ServiceDate; readonly to: ServiceDate },
  ): Promise<readonly Day[]>;
  /** What was promised and done on the days of the range; neither names nor anything that is sealed. */
  loadPromisedAndDone(
    service: Service,
    range: { readonly from: ServiceDate; readonly to: ServiceDate },
  ): Promise<PromisedAndDone>;

  /** What decisions may know of a member: nothing that identifies. */
  findMember(id: MemberId): Promise<Member | undefined>;
  addMember(member: NewMember, by: Actor, now: EpochSeconds): Promise<MemberRecord>;
  /** Reads personal records; the access log is written in the same transaction. */
  readMembers(ids: readonly MemberId[], access: Access): Promise<readonly MemberRecord[]>;
  /** How the member is to be told of changes; false when there is no such member. */
  setContact(
    id: MemberId,
    contact: Contact,
    setting: { readonly by: Actor; readonly now: EpochSeconds },
  ): Promise<boolean>;
  /**
   * By phone number (any spelling), kana (from the start of family or given name), member number or town (町丁目), or by
   * several of these words together; at most `limit`.
   */
  searchMembers(query: string, limit: number, access: Access): Promise<readonly MemberRecord[]>;

  addDelayCall(serviceDate: ServiceDate, call: DelayCall, by: Actor): Promise<void>;
  /** In the order in which they were made. */
  listDelayCalls(serviceDate: ServiceDate): Promise<readonly StoredDelayCall[]>;
  closeDelayList(
    serviceDate: ServiceDate,
    workedOff: number,
    closing: { readonly by: Actor; readonly now: EpochSeconds },
  ): Promise<void>;
  /** When the call list of a date was last closed. */
  findDelayListClosing(serviceDate: ServiceDate): Promise<EpochSeconds | undefined>;

  savePosition(vehicle: VehicleId, position: StoredPosition): Promise<void>;
  /** The last known position of each vehicle. */
  listPositions(): Promise<ReadonlyMap<VehicleId, StoredPosition>>;
  acknowledge(
    ack: { readonly serviceDate: ServiceDate; readonly duty: DutyId; readonly version: number },
    by: Actor,
    now: EpochSeconds,
  ): Promise<void>;
  listAcknowledgements(serviceDate: ServiceDate): Promise<ReadonlyMap<DutyId, number>>;
}

/** A stop of intake as it is made; `reason` is for the staff, `notice` for everybody. */
export interface NewIntakeStop extends Omit<IntakeStop, "id"> {
  readonly reason: string;
}

export interface IntakeStopRecord extends IntakeStop, NewIntakeStop {
  readonly stoppedAt: EpochSeconds;
  readonly stoppedBy: Actor;
  /** Absent as long as it stands. */
  readonly resumed?: { readonly at: EpochSeconds; readonly by: Actor };
}

export interface StoredMap {
  readonly source: string;
  readonly sha256: string;
  readonly importedAt: EpochSeconds;
  readonly attribution: string;
  /** As `encodeRoadMap` made it. */
  readonly roads: Uint8Array;
}

export interface NewMember {
  readonly memberNo?: string;
  readonly name: string;
  readonly kana: string;
  readonly phone: string;
  readonly town: string;
  readonly birthDate: ServiceDate;
  readonly disability: Member["disability"];
  /** Nobody has seen a paper for the birth date. Absent: somebody has. */
  readonly ageUnseen?: true;
  /** Since when the phone number is the member's own word only. Absent: the desk entered it, or a code has shown it. */
  readonly phoneClaimedAt?: EpochSeconds | undefined;
  /** Absent: by phone. */
  readonly contact?: Contact | undefined;
  /** Absent: Japanese. */
  readonly language?: MemberLanguage | undefined;
  /** Absent: none. */
  readonly needs?: readonly MemberNeed[] | undefined;
}

/** How a member is to be told of changes (連絡方法). `text`: never called, for who does not hear or speak on the phone. */
export type Contact = "phone" | "text";

/** A member with what identifies the person; encrypted at rest. */
export interface MemberRecord extends NewMember {
  readonly id: MemberId;
  readonly memberNo: string;
}

/** Why a personal record is read: actor, purpose code and legal or contractual basis. */
export interface Access {
  readonly by: Actor;
  readonly now: EpochSeconds;
  readonly purpose: "booking" | "driving" | "operation" | "registration" | "delay-call" | "sign-in";
}

export interface Account {
  readonly id: AccountId;
  readonly login: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly displayName: string;
  readonly member?: MemberId;
  readonly vehicle?: VehicleId;
}

export interface Session {
  readonly tokenHash: string;
  readonly account: AccountId;
  readonly openedAt: EpochSeconds;
  readonly expiresAt: EpochSeconds;
  /** Opened at a terminal of the register, by a driver with a PIN. */
  readonly terminal?: TerminalSession;
  readonly means?: SignInMeans;
  readonly seenAs?: SeenAs;
}

export interface CommandKey {
  readonly account: AccountId;
  readonly key: string;
}

/** The first answer of a command, given again on a repeat. `fingerprint` tells a repeat from another command with the same key. */
export interface RememberedAnswer {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
}

/** A call because of lateness, and the account of whoever made it. */
export type StoredDelayCall = DelayCall & { readonly by: AccountId | null };

export interface StoredPosition {
  readonly lat: number;
  readonly lng: number;
  readonly at: EpochSeconds;
}

export interface RecordedTaskEvent {
  readonly serviceDate: ServiceDate;
  readonly event: TaskEvent;
}

/** Everything that the audit log can tell of. */
export type AuditEvent =
  | Change["kind"]
  | RecurringEvent
  | "service-saved"
  | "map-imported"
  | "intake-stopped"
  | "intake-resumed"
  | "member-registered"
  | "member-contact-set"
  | "member-changed"
  | "member-erased"
  | "evidence-noted"
  | "registration-settled"
  | "no-show-noted"
  | "delay-call-made"
  | "delay-list-closed"
  | "driver-message-sent"
  | "driver-message-read"
  | "member-channel-added"
  | "member-channel-removed"
  | "notice-told"
  | "call-taken"
  | "call-ended"
  | "delegate-added"
  | "delegate-revoked"
  | "helper-invited"
  | "helper-accepted"
  | "helper-left"
  | "helper-notices-set"
  | "own-data-exported"
  | "supervisor-entry-made"
  | "account-added"
  | "session-opened"
  | "session-refused"
  | "session-closed"
  | "session-revoked"
  | "code-issued"
  | "code-redeemed"
  | "code-refused"
  | "passkey-added"
  | "passkey-removed"
  | "data-key-rotated"
  | "past-day-read"
  | "waiting-call-made"
  | CrewAuditEvent
  | DeviceLogAuditEvent
  | StopAuditEvent
  | "report-exported";

/** What happened, to whom or what (an id), without personal data. */
export interface AuditNote {
  readonly event: AuditEvent;
  readonly subject: string;
  readonly purpose?: string;
  readonly detail?: object;
}

export interface AuditEntry {
  readonly id: number;
  readonly at: EpochSeconds;
  readonly actor: string;
  readonly role: string;
  readonly event: AuditEvent;
  readonly subject: string;
  readonly purpose: string | null;
}
