import type { AccountId, MemberId } from "@noriai/kernel";
import type { TenantTransaction } from "../../src/door.ts";
import { DESK, T0 } from "./town.ts";

/** A code for a member, a passkey of an account, and a challenge that was answered. */
export async function fillSignIn(
  tx: TenantTransaction,
  of: { readonly account: AccountId; readonly member: MemberId; readonly mail: string },
): Promise<void> {
  const code = { purpose: "sign-in", code: "123456", target: of.mail, asker: "192.0.2.1" } as const;
  const opened = await tx.openCode(code, T0);
  if (opened.kind !== "opened") throw new Error("the first code of all is opened");
  await tx.giveCode(opened.codeId, { address: { kind: "email", value: of.mail }, subject: of.member }, T0);
  await tx.keepCodeWords(opened.codeId, of.mail);
  await tx.addPasskey(
    {
      ...{ account: of.account, credentialId: "AAAA", publicKey: Uint8Array.of(1, 2), counter: 0 },
      ...{ transports: ["internal"], synced: true, system: "iphone" },
    },
    1,
    { by: DESK, now: T0 },
  );
  await tx.useChallenge("BBBB", T0);
}
