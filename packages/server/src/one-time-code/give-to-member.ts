import type { CodeId } from "@noriai/kernel";
import {
  type Access,
  type Actor,
  type CodeAddress,
  isMobile,
  type MemberChannel,
  type MemberRecord,
  type NoticeLanguage,
  normalisePhone,
} from "@noriai/store";
import { describeError } from "../log.ts";
import type { CodeCall } from "./issue-code.ts";
import { isOffered, sendCode } from "./send-code.ts";

const SYSTEM: Actor = { role: "system" };

/** A code that was opened for whoever has this member number or phone number. */
interface OpenOrder {
  readonly codeId: CodeId;
  readonly code: string;
  readonly typed: string;
  readonly language: NoticeLanguage;
}

/**
 * Finds out for whom a code is, and sends it. Done after the answer has left: it took the same time whether anybody has
 * that number or not. Where nobody has it, or several do, or nothing reaches them, the code is nobody's.
 */
export async function giveToMember(call: CodeCall, order: OpenOrder): Promise<void> {
  const { world, town } = call;
  try {
    const address = await findAddress(call, order);
    if (address !== undefined) await sendCode(call, { ...order, address });
  } catch (error) {
    world.log.warn({ ...describeError(error), tenant: town.tenant.id }, "code not sent");
  }
}

async function findAddress(
  { world, town, now }: CodeCall,
  { codeId, typed }: OpenOrder,
): Promise<CodeAddress | undefined> {
  const access: Access = { by: SYSTEM, now, purpose: "sign-in" };
  return world.store.inTenant(town.tenant.id, async (tx) => {
    const [member, ...others] = await tx.findSignInMembers(typed, access);
    if (member === undefined || others.length > 0) return undefined;
    const address = addressFor(member, {
      typed,
      channels: await tx.listChannels(member.id, access),
      kinds: (["sms", "email"] as const).filter((kind) => isOffered(world, kind)),
    });
    if (address === undefined) return undefined;
    const given = await tx.giveCode(codeId, { address, subject: member.id }, world.wallNow());
    return given.kind === "given" ? address : undefined;
  });
}

/**
 * The telephone that was named; else where the member wants to be told; else a telephone that takes messages. Only by ways
 * that are set up, and never to a number that a member has merely claimed.
 */
function addressFor(
  { phone, phoneClaimedAt }: MemberRecord,
  {
    typed,
    channels,
    kinds,
  }: {
    readonly typed: string;
    readonly channels: readonly MemberChannel[];
    readonly kinds: readonly CodeAddress["kind"][];
  },
): CodeAddress | undefined {
  const takesCodes = isMobile(phone) && phoneClaimedAt === undefined && kinds.includes("sms");
  const bySms: CodeAddress | undefined = takesCodes ? { kind: "sms", value: phone } : undefined;
  if (normalisePhone(typed) === normalisePhone(phone) && bySms !== undefined) return bySms;
  for (const kind of kinds) {
    const channel = channels.find(({ means }) => means === kind);
    if (channel !== undefined) return { kind, value: channel.address };
  }
  return bySms;
}
