import { parseOneTimeCode } from "@noriai/identity";
import { type CodeId, fail, ok, type Result } from "@noriai/kernel";
import type { CodePurpose, CodeReceiver, TenantTransaction } from "@noriai/store";
import type { Trouble } from "../trouble.ts";
import type { CodeCall } from "./issue-code.ts";

/**
 * Redeems a one-time code: once, within ten minutes, within five tries. A wrong code, a used one, an old one and one that
 * was never sent get the same answer for the same work. What the code is good for is done in the same transaction: either
 * both are done or neither. The transaction is to commit also after a wrong code, for the try counts.
 */
export async function redeemCode(
  call: CodeCall,
  tx: TenantTransaction,
  tried: { readonly codeId: string; readonly purpose: CodePurpose; readonly code: string },
): Promise<Result<CodeReceiver, Trouble>> {
  const { world, town, signInLimit, address } = call;
  const codeId = tried.codeId as CodeId;
  const attempt = { tenant: town.tenant.id, login: `one-time code ${codeId}`, address };
  const wait = signInLimit.waitFor(attempt);
  if (wait !== undefined)
    return fail({ kind: "too-many-attempts", headers: { "Retry-After": String(wait) } });
  const code = parseOneTimeCode(tried.code);
  if (code === undefined) return fail({ kind: "wrong-code" }); // a slip of the finger is no try
  const receiver = await tx.redeemCode({ ...tried, codeId, code }, world.wallNow());
  if (receiver !== undefined) return ok(receiver);
  signInLimit.failed(attempt);
  world.log.warn({ tenant: town.tenant.id, purpose: tried.purpose }, "code refused");
  return fail({ kind: "wrong-code" });
}
