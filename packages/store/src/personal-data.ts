/** Why something of a member is stored. A closed list: what has no purpose here is not stored. POL-PUR-1 */
export const STORING_PURPOSES = [
  /** To know who books and rides, and to call them by name. */
  "identify",
  /** To reach the member about a ride. */
  "reach",
  /** To ask the right fare. */
  "fare",
  /** To carry the member safely and speak their language. */
  "care",
  /** To carry out a ride and to account for it to the municipality. */
  "ride",
  /** To let nobody else into the member's page. */
  "sign-in",
  /** To show who did what, also to the member. */
  "evidence",
] as const;
export type StoringPurpose = (typeof STORING_PURPOSES)[number];

/**
 * How long. `membership`: erased when the member leaves. `anonymous`: stays counted, with nobody's name. `short`: removed
 * by itself after days at most. `evidence`: stays as it is, because a log that can be erased proves nothing; it names
 * no member once the record is erased.
 */
export type KeptFor = "membership" | "anonymous" | "short" | "evidence";

export interface StoredKind {
  readonly kind: string;
  readonly purpose: StoringPurpose;
  readonly kept: KeptFor;
  /** Tables, or single columns of the record, in which it stands. */
  readonly where: readonly string[];
  /** Says the member so themselves, and may leave it out. */
  readonly isOptional?: true;
}

/**
 * Everything that is stored of a member: what, why, for how long, and where. The member reads it on their own page. A
 * table or column that begins to hold something of a member gets its line here; a test compares it with the catalogue.
 * SAP-PI-1
 */
export const STORED = [
  {
    kind: "identity",
    purpose: "identify",
    kept: "membership",
    where: ["members.member_no", "members.name", "members.kana", "members.birth_date"],
  },
  {
    kind: "address",
    purpose: "reach",
    kept: "membership",
    where: ["members.phone", "members.phone_claimed_at", "members.town", "members.contact"],
  },
  {
    kind: "evidence",
    purpose: "fare",
    kept: "membership",
    where: ["members.disability", "members.age_unseen", "member_evidence"],
    isOptional: true,
  },
  { kind: "joining", purpose: "identify", kept: "anonymous", where: ["registrations"] },
  {
    kind: "needs",
    purpose: "care",
    kept: "membership",
    where: ["members.needs", "members.language"],
    isOptional: true,
  },
  { kind: "changes", purpose: "evidence", kept: "membership", where: ["member_changes"] },
  { kind: "channels", purpose: "reach", kept: "membership", where: ["member_channels"], isOptional: true },
  { kind: "helpers", purpose: "ride", kept: "membership", where: ["delegates"], isOptional: true },
  {
    kind: "sign-in",
    purpose: "sign-in",
    kept: "membership",
    where: ["accounts", "sessions", "passkeys", "one_time_codes"],
  },
  {
    kind: "rides",
    purpose: "ride",
    kept: "anonymous",
    where: ["bookings", "promises", "task_events", "decisions", "open_returns"],
  },
  {
    kind: "wishes",
    purpose: "ride",
    kept: "anonymous",
    where: ["quotes", "refusals", "waitings", "waiting_calls", "recurring_wishes", "recurring_rides"],
  },
  { kind: "missed", purpose: "ride", kept: "membership", where: ["no_show_notes"] },
  {
    kind: "notices",
    purpose: "reach",
    kept: "anonymous",
    where: ["notices", "notice_deliveries", "delay_calls"],
  },
  { kind: "calls", purpose: "ride", kept: "anonymous", where: ["calls"] },
  { kind: "answers", purpose: "evidence", kept: "short", where: ["remembered_answers"] },
  { kind: "readings", purpose: "evidence", kept: "evidence", where: ["access_log", "audit_events"] },
] as const satisfies readonly StoredKind[];
export type StoredName = (typeof STORED)[number]["kind"];
