import type {
  Booking,
  BookingState,
  DelayCall,
  Duty,
  IntakeScope,
  Matter,
  NoShowDeed,
  NoShowExcuse,
  NoticeContent,
  NoticeKind,
  Offer,
  Refusal,
  Service,
  StopClosure,
  TaskEvent,
  TripRequest,
  Undoable,
} from "@noriai/booking";
import type { Plan } from "@noriai/dispatch";
import type { Role } from "@noriai/identity";
import type {
  AccountId,
  BookingId,
  ChannelId,
  DeviceId,
  DriverId,
  DriverMessageId,
  DutyId,
  EpochSeconds,
  EventId,
  IntakeStopId,
  MemberId,
  NoticeId,
  QuoteId,
  RefusalId,
  Seconds,
  ServiceDate,
  ServiceId,
  SessionId,
  TenantId,
  VehicleId,
} from "@noriai/kernel";
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { KeptChange } from "./decision-log/kept-changes.ts";
import type { Access, AuditEvent } from "./door.ts";
import type { KeyPurpose } from "./keys.ts";
import type { CrewTables } from "./schema-crew.ts";
import type { DeviceLogTables } from "./schema-device-logs.ts";
import type { SignInTables } from "./schema-sign-in.ts";
import type { StopTables } from "./schema-stops.ts";
import type { WaitingTables } from "./schema-waiting.ts";
import type { CallOutcome, Delegate } from "./words/calls.ts";
import type { MemberField } from "./words/member-care.ts";
import type { ChannelMeans, Delivery, NoticeLanguage } from "./words/notices.ts";
import type { RecurringTables } from "./words/recurring.ts";
import type { RegistrationTables } from "./words/registrations.ts";
import type { SignInMeans } from "./words/sessions.ts";
import type { UnmetTables } from "./words/unmet.ts";

/** The tables of schema `noriai`, as the migrations leave them. */
export interface Tables
  extends SignInTables,
    RecurringTables,
    RegistrationTables,
    UnmetTables,
    CrewTables,
    DeviceLogTables,
    WaitingTables,
    StopTables {
  tenants: { tenant_id: TenantId; name: string };
  data_keys: { tenant_id: TenantId; purpose: KeyPurpose; key_version: number; wrapped_key: Uint8Array };
  counters: { tenant_id: TenantId; counter: "member-no" | "outbox"; value: number };
  services: {
    tenant_id: TenantId;
    service_id: ServiceId;
    version: number;
    definition: Json<Service>;
    saved_at: EpochSeconds;
  };
  maps: {
    tenant_id: TenantId;
    source: string;
    sha256: string;
    imported_at: EpochSeconds;
    attribution: string;
    roads: Uint8Array;
  };
  members: MemberRow;
  accounts: {
    tenant_id: TenantId;
    account_id: AccountId;
    login: Uint8Array;
    login_index: Uint8Array;
    password_hash: string;
    role: Role;
    display_name: Uint8Array;
    member_id: MemberId | null;
    vehicle_id: VehicleId | null;
    added_at: EpochSeconds;
    recorded: GeneratedAlways<number>;
  };
  sessions: {
    tenant_id: TenantId;
    token_hash: string;
    account_id: AccountId;
    opened_at: EpochSeconds;
    expires_at: EpochSeconds;
    device_id: DeviceId | null;
    driver_id: DriverId | null;
    session_id: SessionId;
    means: SignInMeans | null;
    system: string | null;
    browser: string | null;
    last_seen_at: EpochSeconds | null;
  };
  /** The plan carries beside it the one that a dispatcher may still go back to, and the stops closed within the day. */
  plans: DayKey & {
    version: number;
    duties: Json<readonly Duty[]>;
    plan: Json<Plan & { readonly undoable?: Undoable; readonly closures?: readonly StopClosure[] }>;
  };
  bookings: BookingRow;
  quotes: DayKey & {
    quote_id: QuoteId;
    request: Json<TripRequest>;
    offer: Json<Offer>;
    held: boolean;
    expires_at: EpochSeconds;
    closed_because: "confirmed" | "released" | "expired" | "stopped" | null;
    recorded: GeneratedAlways<number>;
  };
  task_events: DayKey & {
    event_id: EventId;
    kind: TaskEvent["kind"];
    happened_at: EpochSeconds;
    booking_id: BookingId | null;
    undoes: EventId | null;
    event: Json<TaskEvent>;
    recorded: GeneratedAlways<number>;
  };
  promises: {
    tenant_id: TenantId;
    promise_id: GeneratedAlways<number>;
    booking_id: BookingId | QuoteId;
    service_date: ServiceDate;
    occasion: "quoted" | "confirmed" | "changed";
    told_at: EpochSeconds;
    pickup_from: EpochSeconds;
    pickup_to: EpochSeconds;
    arrive_by: EpochSeconds;
    ride_max: Seconds;
  };
  refusals: {
    tenant_id: TenantId;
    refusal_id: RefusalId;
    service_date: ServiceDate;
    refused_at: EpochSeconds;
    request: Json<TripRequest>;
    rejections: Json<Refusal["rejections"]>;
    alternatives: Json<Refusal["alternatives"]>;
    recorded: GeneratedAlways<number>;
  };
  audit_events: {
    tenant_id: TenantId;
    audit_id: GeneratedAlways<number>;
    at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
    event: AuditEvent;
    subject: string;
    purpose: string | null;
    detail: Json<object> | null;
  };
  access_log: {
    tenant_id: TenantId;
    access_id: GeneratedAlways<number>;
    at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
    purpose: Access["purpose"];
    member_id: MemberId;
  };
  intake_stops: {
    tenant_id: TenantId;
    intake_stop_id: IntakeStopId;
    service_id: ServiceId;
    scope: Json<IntakeScope>;
    reason: Uint8Array;
    notice: string;
    planned_end: EpochSeconds | null;
    stopped_at: EpochSeconds;
    stopped_by: AccountId | null;
    stopped_role: Role | "system";
    resumed_at: Generated<EpochSeconds | null>;
    resumed_by: Generated<AccountId | null>;
    resumed_role: Generated<Role | "system" | null>;
    recorded: GeneratedAlways<number>;
  };
  decision_grounds: { tenant_id: TenantId; grounds_sha256: string; service: string; travel: Uint8Array };
  decisions: DayKey & {
    decision_no: number;
    kind: Matter["kind"];
    decided_at: EpochSeconds;
    given: string;
    grounds_sha256: string;
    engine: string;
    version: number;
    plan_sha256: string;
    changes_sha256: string;
    chain_sha256: string;
    changes: Json<readonly KeptChange[]> | null;
    actor_account: AccountId | null;
    role: Role | "system" | null;
  };
  position_trail: {
    tenant_id: TenantId;
    service_date: ServiceDate;
    vehicle_id: VehicleId;
    at: EpochSeconds;
    lat: number;
    lng: number;
  };
  delay_calls: {
    tenant_id: TenantId;
    call_id: GeneratedAlways<number>;
    service_date: ServiceDate;
    booking_id: BookingId;
    outcome: DelayCall["outcome"];
    told: Json<NonNullable<DelayCall["told"]>> | null;
    called_at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
  };
  delay_list_closings: {
    tenant_id: TenantId;
    closing_id: GeneratedAlways<number>;
    service_date: ServiceDate;
    worked_off: number;
    closed_at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
  };
  calls: {
    tenant_id: TenantId;
    call_id: string;
    began_at: EpochSeconds;
    number: Uint8Array | null;
    taken_at: EpochSeconds | null;
    taken_by: AccountId | null;
    taken_role: Role | "system" | null;
    ended_at: EpochSeconds | null;
    outcome: CallOutcome | null;
    member_id: MemberId | null;
    delegate_id: string | null;
    booking_ids: ColumnType<BookingId[], BookingId[] | undefined, BookingId[]>;
    doubts: ColumnType<string[], string[] | undefined, string[]>;
    recorded: GeneratedAlways<number>;
  };
  delegates: {
    tenant_id: TenantId;
    delegate_id: string;
    member_id: MemberId;
    name: Uint8Array;
    relation: Delegate["relation"];
    consented_on: ServiceDate;
    consented_how: Delegate["consentedHow"];
    recorded_at: EpochSeconds;
    recorded_by: AccountId | null;
    recorded_role: Role | "system";
    revoked_at: Generated<EpochSeconds | null>;
    revoked_by: Generated<AccountId | null>;
    revoked_role: Generated<Role | "system" | null>;
    invitation_index: Generated<Uint8Array | null>;
    invited_until: Generated<EpochSeconds | null>;
    helper_member_id: Generated<MemberId | null>;
    accepted_at: Generated<EpochSeconds | null>;
    told: Generated<boolean>;
    recorded: GeneratedAlways<number>;
  };
  supervisor_entries: {
    tenant_id: TenantId;
    entry_id: GeneratedAlways<number>;
    quote_id: QuoteId;
    supervisor: Uint8Array;
    reason: Uint8Array;
    entered_at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
  };
  member_channels: {
    tenant_id: TenantId;
    channel_id: ChannelId;
    member_id: MemberId;
    means: ChannelMeans;
    address: Uint8Array;
    address_index: Uint8Array;
    language: NoticeLanguage;
    added_at: EpochSeconds;
  };
  notices: {
    tenant_id: TenantId;
    notice_id: NoticeId;
    once: string;
    member_id: MemberId;
    service_date: ServiceDate;
    booking_id: BookingId | null;
    kind: NoticeKind;
    content: Json<NoticeContent>;
    good_until: EpochSeconds;
    written_at: EpochSeconds;
    recorded: GeneratedAlways<number>;
  };
  notice_deliveries: {
    tenant_id: TenantId;
    notice_id: NoticeId;
    channel_id: ChannelId;
    means: Delivery["means"];
    state: Generated<Delivery["state"]>;
    attempts: Generated<number>;
    due_at: Generated<EpochSeconds>;
    settled_at: Generated<EpochSeconds | null>;
    settled_by: Generated<AccountId | null>;
    fault: Generated<string | null>;
    words: Generated<Uint8Array | null>;
    delegate_id: string | null;
  };
  driver_messages: {
    tenant_id: TenantId;
    message_id: DriverMessageId;
    service_date: ServiceDate;
    duty_id: DutyId;
    addressee: "driver" | "office";
    priority: "normal" | "urgent";
    saying: string | null;
    words: Uint8Array | null;
    sent_at: EpochSeconds;
    sent_by: AccountId | null;
    sent_role: Role | "system";
    recorded: GeneratedAlways<number>;
  };
  driver_message_receipts: {
    tenant_id: TenantId;
    message_id: DriverMessageId;
    receipt: "shown" | "read";
    at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
  };
  member_changes: {
    tenant_id: TenantId;
    change_id: string;
    member_id: MemberId;
    at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
    field: MemberField;
    before: Uint8Array | null;
    after: Uint8Array | null;
    recorded: GeneratedAlways<number>;
  };
  no_show_notes: {
    tenant_id: TenantId;
    note_id: string;
    booking_id: BookingId;
    kind: NoShowDeed["kind"];
    excuse: NoShowExcuse | null;
    words: Uint8Array | null;
    at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
    recorded: GeneratedAlways<number>;
  };
  positions: { tenant_id: TenantId; vehicle_id: VehicleId; lat: number; lng: number; at: EpochSeconds };
  terminal_states: {
    tenant_id: TenantId;
    vehicle_id: VehicleId;
    at: EpochSeconds;
    battery: number | null;
    is_charging: boolean | null;
    storage_free: number | null;
    signal: "good" | "weak" | null;
    unsent: number;
    position: "sending" | "waiting" | "denied";
    is_kept_awake: boolean;
  };
  acknowledgements: {
    tenant_id: TenantId;
    service_date: ServiceDate;
    duty_id: DutyId;
    version: number;
    actor_account: AccountId | null;
    at: EpochSeconds;
  };
  outbox: {
    tenant_id: TenantId;
    outbox_id: number;
    event: Json<object>;
    written_at: ColumnType<Date, never, never>;
  };
  remembered_answers: {
    tenant_id: TenantId;
    account_id: AccountId;
    command_key: string;
    fingerprint: string;
    status: number;
    body: Uint8Array;
    remembered_at: EpochSeconds;
  };
}

/** Read as a value; written as JSON text, because the driver would make a PostgreSQL array of a JavaScript one. */
export type Json<T> = ColumnType<T, string, string>;

export interface DayKey {
  tenant_id: TenantId;
  service_id: ServiceId;
  service_date: ServiceDate;
}

export interface MemberRow {
  tenant_id: TenantId;
  member_id: MemberId;
  member_no: string;
  name: Uint8Array;
  kana: Uint8Array;
  phone: Uint8Array;
  town: Uint8Array;
  birth_date: Uint8Array;
  disability: Uint8Array | null;
  contact: Uint8Array | null;
  needs: Uint8Array | null;
  language: Uint8Array | null;
  version: Generated<number>;
  /** The birth date is the member's own word. */
  age_unseen: Generated<boolean>;
  /** Since when the phone number is the member's own word only. */
  phone_claimed_at: Generated<EpochSeconds | null>;
  /** Of an erased member nothing else is there. Whoever reads rows leaves the erased out: see `keptMembers`. */
  erased_at: Generated<EpochSeconds | null>;
  phone_index: Uint8Array;
  kana_index: Uint8Array[];
  town_index: Uint8Array[] | null;
  registered_at: EpochSeconds;
}

export interface BookingRow extends DayKey {
  booking_id: BookingId;
  member_id: MemberId;
  state: BookingState;
  request: Json<TripRequest>;
  promise: Json<Booking["promise"]>;
  fare: Json<Booking["fare"]>;
  boarding_code: string;
  booked_at: EpochSeconds;
  changed_at: EpochSeconds | null;
  cancelled_at: EpochSeconds | null;
  cancellation_reason: Uint8Array | null;
  freed: Json<NonNullable<Booking["freed"]>> | null;
  recorded: GeneratedAlways<number>;
}
