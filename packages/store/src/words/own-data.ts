import type { AccountId, EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import type { StoredName } from "../personal-data.ts";
import { countStored, listReadings } from "../repositories/own-data.ts";
import { type OwnRow, type OwnTable, takeOwnRows } from "../repositories/own-rows.ts";

export {
  type KeptFor,
  STORED,
  STORING_PURPOSES,
  type StoredKind,
  type StoredName,
  type StoringPurpose,
} from "../personal-data.ts";
export type { OwnRow, OwnTable } from "../repositories/own-rows.ts";

/** One reading of a member's record: who, in which role, for what. */
export interface Reading {
  readonly id: number;
  readonly at: EpochSeconds;
  readonly by: Actor;
  readonly purpose: Access["purpose"];
  /** The member whose account read; absent for the staff, the system, and whoever was erased. */
  readonly member: MemberId | undefined;
}

/** What is there of a member, for the member's own eyes. */
export interface OwnDataWords {
  /** How many entries of each kind there are of a member; one for a part of the record that is filled in. */
  countStored(memberId: MemberId): Promise<ReadonlyMap<StoredName, number>>;
  /**
   * What stands of a member in every table that has no other words for it: staff by role, no key, no hash. It opens what is
   * sealed; whoever asks has read the record.
   */
  takeOwnRows(memberId: MemberId): Promise<Readonly<Record<OwnTable, readonly OwnRow[]>>>;
  /** Latest first; those by the account itself are left out. */
  listReadings(
    memberId: MemberId,
    page: { readonly except: AccountId; readonly before?: number | undefined; readonly limit: number },
  ): Promise<readonly Reading[]>;
}

export const ownDataWords = (context: Context): OwnDataWords => ({
  countStored: (memberId) => countStored(context, memberId),
  takeOwnRows: (memberId) => takeOwnRows(context, memberId),
  listReadings: (memberId, page) => listReadings(context, { memberId, ...page }),
});
