import { CODE_AGAIN_SECONDS, ONE_TIME_CODE_SECONDS } from "@noriai/identity";
import { fail, ok, type Result } from "@noriai/kernel";
import type { CodeAddress, TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { type CodeCall, issueCode } from "../one-time-code/issue-code.ts";
import { redeemCode } from "../one-time-code/redeem-code.ts";
import type { Trouble } from "../trouble.ts";

const PURPOSE = "confirm-address";

/** Sends a code to the address that a member has typed, in the member's name. */
export const askAddressCode: Handler<"askAddressCode"> = async (call) => {
  const { who, body } = call;
  const { member: subject } = who.account;
  if (subject === undefined) return fail({ kind: "not-found" });
  const address = { kind: body.means, value: body.address };
  const issued = await issueCode(call, { purpose: PURPOSE, address, subject, language: body.language });
  if (!issued.ok) return issued;
  const { codeId } = issued.value;
  return ok({
    body: { codeId, goodForSeconds: ONE_TIME_CODE_SECONDS, againAfterSeconds: CODE_AGAIN_SECONDS },
  });
};

/** The address that a code was sent to, for this member and by these means; anything else is a wrong code. */
export async function ownAddress(
  call: CodeCall & Pick<StaffCall, "who">,
  tx: TenantTransaction,
  {
    proof: { codeId, code },
    means,
  }: {
    readonly proof: { readonly codeId: string; readonly code: string };
    readonly means: CodeAddress["kind"];
  },
): Promise<Result<string, Trouble>> {
  const redeemed = await redeemCode(call, tx, { codeId, code, purpose: PURPOSE });
  if (!redeemed.ok) return redeemed;
  const { address, subject } = redeemed.value;
  const isOwn = subject === call.who.account.member && address.kind === means;
  return isOwn ? ok(address.value) : fail({ kind: "wrong-code" });
}
