import type { Guardian } from "@noriai/booking";
import type { EpochSeconds } from "@noriai/kernel";
import type {
  Actor,
  ChannelMeans,
  Evidence,
  MemberRecord,
  NewMember,
  NewRegistration,
  TenantTransaction,
} from "@noriai/store";

/** Somebody who becomes a member, by whichever way. */
export interface NewcomerRegistration extends Omit<NewRegistration, "memberId"> {
  readonly member: Omit<NewMember, "memberNo" | "ageUnseen">;
  readonly guardian: Guardian | undefined;
  /** Papers that were seen; without one for the age the birth date is the member's own word. */
  readonly papers: readonly Evidence[];
  /** Where the member is told of changes from now on. */
  readonly channel?: { readonly means: Exclude<ChannelMeans, "push">; readonly address: string } | undefined;
}

/** Adds the member with everything that came with the registration, all in one transaction. 仕様書 3-(1)-⑦ */
export async function registerMember(
  tx: TenantTransaction,
  { member, papers, channel, ...registration }: NewcomerRegistration,
  acting: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<MemberRecord> {
  const isAgeSeen = papers.some(({ kind }) => kind === "age");
  const newcomer = { ...member, ...(!isAgeSeen && { ageUnseen: true as const }) };
  const record = await tx.addMember(newcomer, acting.by, acting.now);
  const { id: memberId } = record;
  await tx.addRegistration({ ...registration, memberId }, acting);
  for (const paper of papers) await tx.noteEvidence(memberId, paper, acting);
  if (channel !== undefined)
    await tx.addChannel({ memberId, ...channel, language: member.language ?? "ja" }, acting);
  return record;
}
