import { DIGITS_BYTES, newOneTimeCode } from "@noriai/identity";
import { type CodeId, type EpochSeconds, fail, ok, type Result } from "@noriai/kernel";
import {
  type CodeAddress,
  type CodePurpose,
  type NoticeLanguage,
  type OpenedCode,
  targetOfAddress,
} from "@noriai/store";
import type { Call } from "../call.ts";
import type { Trouble } from "../trouble.ts";
import { sendCode } from "./send-code.ts";

/** What issuing and redeeming need to know of a request. */
export type CodeCall = Pick<
  Call<"signIn">,
  "world" | "town" | "request" | "address" | "language" | "now" | "signInLimit"
>;

/** A code that is wanted for an address. */
export interface CodeOrder {
  readonly purpose: CodePurpose;
  readonly address: CodeAddress;
  /** Whose code it is, as an id; `redeemCode` gives it back. */
  readonly subject?: string;
  /** In which the message is worded; absent: the language of the request. */
  readonly language?: NoticeLanguage;
}

export interface IssuedCode {
  readonly codeId: CodeId;
  /** By the time on the wall, also in the demo. */
  readonly endsAt: EpochSeconds;
}

/**
 * Issues a one-time code (確認コード) and sends it to an address, after the answer is on its way. Whoever asks too often,
 * for one address, for one person or from one place, has to wait; the trouble says how long. The subject is the asker or
 * nobody yet, so nothing is told of others.
 */
export async function issueCode(call: CodeCall, order: CodeOrder): Promise<Result<IssuedCode, Trouble>> {
  const { world, town, address: asker } = call;
  const { purpose, address, subject, language = call.language } = order;
  const code = newOneTimeCode(world.randomBytes(DIGITS_BYTES));
  const now = world.wallNow();
  const opened = await world.store.inTenant(town.tenant.id, async (tx): Promise<OpenedCode> => {
    const opened = await tx.openCode({ purpose, code, target: targetOfAddress(address), asker }, now);
    if (opened.kind === "wait") return opened;
    const given = await tx.giveCode(opened.codeId, { address, subject }, now);
    return given.kind === "wait" ? given : opened;
  });
  const issued = issuedOf(opened);
  if (issued.ok) void sendCode(call, { codeId: issued.value.codeId, code, address, language });
  return issued;
}

/** The code as its asker may know it, or how long to wait. */
export const issuedOf = (opened: OpenedCode): Result<IssuedCode, Trouble> =>
  opened.kind === "wait"
    ? fail({ kind: "too-many-attempts", headers: { "Retry-After": String(opened.seconds) } })
    : ok({ codeId: opened.codeId, endsAt: opened.endsAt });
