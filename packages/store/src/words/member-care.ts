import type { NoShowDeed, NoShowNote } from "@noriai/booking";
import type { AccountId, BookingId, EpochSeconds, MemberId, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor, Contact, MemberRecord } from "../door.ts";
import type { MemberField, MemberLanguage, MemberNeed } from "../member-fields.ts";
import { findLastAct } from "../repositories/audit.ts";
import { type ChangedMember, changeMember } from "../repositories/change-member.ts";
import { type Erasing, type Erasure, eraseMember, wasErased } from "../repositories/erase-member.ts";
import { listMembers, type MemberPage, readMember } from "../repositories/list-members.ts";
import { listMemberChanges } from "../repositories/member-changes.ts";
import { addNoShowNote, listNoShowNotes, membersWithNoShows } from "../repositories/no-show-notes.ts";

export {
  MEMBER_FIELDS,
  MEMBER_LANGUAGES,
  MEMBER_NEEDS,
  type MemberField,
  type MemberLanguage,
  type MemberNeed,
} from "../member-fields.ts";
export type { ChangedMember } from "../repositories/change-member.ts";
export type { Erasure } from "../repositories/erase-member.ts";

/** A record with what belongs to its keeping. */
export interface KeptMember {
  readonly record: MemberRecord;
  readonly registeredAt: EpochSeconds;
  /** Grows by one with every change of the record. */
  readonly version: number;
}

/** Whom to list. Every part that is given has to be true; `words` are parts of name, kana, town, phone or member number. */
export interface MemberFilter {
  readonly words?: string | undefined;
  readonly contact?: Contact | undefined;
  readonly language?: MemberLanguage | undefined;
  readonly need?: MemberNeed | undefined;
  /** Only these. */
  readonly among?: ReadonlySet<MemberId> | undefined;
}

/** One field of a record as it was changed. Values are JSON, `null` for nothing; both are nothing once erased. */
export interface MemberChange {
  readonly at: EpochSeconds;
  readonly by: Actor;
  readonly field: MemberField;
  readonly before: unknown;
  readonly after: unknown;
}

/** A note about a ride that nobody came for, with what was typed and who did it. */
export type StoredNoShowNote = NoShowNote & { readonly words: string; readonly by: AccountId | null };

export interface NewNoShowNote {
  readonly bookingId: BookingId;
  readonly deed: NoShowDeed;
  readonly words: string;
}

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** Care of the members' records. Who is shown counts as read: the access log is written in the same transaction. */
export interface MemberCareWords {
  /** In the order of member numbers. Those who are looked through and not shown are not logged. */
  listMembers(
    filter: MemberFilter,
    page: { readonly skip: number; readonly limit: number },
    access: Access,
  ): Promise<MemberPage>;
  readMember(id: MemberId, access: Access): Promise<KeptMember | undefined>;
  /**
   * Changes a record that is still of the version that was seen, and keeps what each field was before. Otherwise it
   * gives the record as somebody else has left it, and changes nothing.
   */
  changeMember(
    id: MemberId,
    change: { readonly record: Omit<MemberRecord, "id" | "memberNo">; readonly seen: number },
    acting: Acting,
  ): Promise<ChangedMember>;
  /** Latest first. */
  listMemberChanges(id: MemberId, access: Access): Promise<readonly MemberChange[]>;
  /**
   * Erases the person (個人情報の消去): everything that names, finds or describes them, plain or sealed. Rides stay
   * with an id that belongs to nobody. Refused while a ride is ahead.
   */
  eraseMember(id: MemberId, acting: Erasing): Promise<Erasure>;
  /** Was this id a member's, and is nobody's now? */
  wasErased(id: MemberId): Promise<boolean>;

  addNoShowNote(note: NewNoShowNote, acting: Acting): Promise<void>;
  /** In the order in which they were made. */
  listNoShowNotes(bookings: readonly BookingId[]): Promise<readonly StoredNoShowNote[]>;
  /** Who wrote last about a booking or a member, and when. */
  findLastAct(subject: string): Promise<{ readonly at: EpochSeconds; readonly by: Actor } | undefined>;
  /** Members with a ride missed on or after a date, and how many. */
  membersWithNoShows(since: ServiceDate): Promise<ReadonlyMap<MemberId, number>>;
}

export const memberCareWords = (context: Context): MemberCareWords => ({
  listMembers: (filter, page, access) => listMembers(context, { filter, ...page }, access),
  readMember: (id, access) => readMember(context, id, access),
  changeMember: (id, change, acting) => changeMember(context, { id, ...change }, acting),
  listMemberChanges: (id, access) => listMemberChanges(context, id, access),
  eraseMember: (id, acting) => eraseMember(context, id, acting),
  wasErased: (id) => wasErased(context, id),
  addNoShowNote: (note, acting) => addNoShowNote(context, note, acting),
  listNoShowNotes: (bookings) => listNoShowNotes(context, bookings),
  findLastAct: (subject) => findLastAct(context, subject),
  membersWithNoShows: (since) => membersWithNoShows(context, since),
});
