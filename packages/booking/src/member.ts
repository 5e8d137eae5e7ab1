import type { MemberId, ServiceDate } from "@noriai/kernel";

/** What the decisions need to know of a member (会員): nothing that identifies the person. */
export interface Member {
  readonly id: MemberId;
  readonly birthDate: ServiceDate | undefined;
  /** Holder of a disability handbook (障がい者手帳保有者), as seen by staff; `until` when it must be shown again. */
  readonly disability: { readonly seenOn: ServiceDate; readonly until?: ServiceDate } | undefined;
  /** The birth date is the member's own word: nobody of the staff has seen a paper for it yet. */
  readonly ageUnseen?: true;
}
