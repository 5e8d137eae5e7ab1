import { CODE_AGAIN_SECONDS, DIGITS_BYTES, newOneTimeCode, ONE_TIME_CODE_SECONDS } from "@noriai/identity";
import { fail, type MemberId, ok } from "@noriai/kernel";
import { targetOfNumber } from "@noriai/store";
import type { Handler } from "../call.ts";
import { giveToMember } from "../one-time-code/give-to-member.ts";
import { issuedOf } from "../one-time-code/issue-code.ts";
import { redeemCode } from "../one-time-code/redeem-code.ts";
import { writeIn } from "../present/trip.ts";
import { riderAccountOf } from "../rider-account.ts";
import { openSession } from "./session.ts";

/**
 * Asks for a code by member number or phone number. Until the answer nothing is looked up, so neither its words nor its
 * time tell whether anybody has that number.
 */
export const askSignInCode: Handler<"askSignInCode"> = async (call) => {
  const { world, town, address: asker, body } = call;
  const code = newOneTimeCode(world.randomBytes(DIGITS_BYTES));
  const target = targetOfNumber(body.number);
  const opened = await world.store.inTenant(town.tenant.id, (tx) =>
    tx.openCode({ purpose: "sign-in", code, target, asker }, world.wallNow()),
  );
  const issued = issuedOf(opened);
  if (!issued.ok) return issued;
  const { codeId } = issued.value;
  void giveToMember(call, { codeId, code, typed: body.number, language: body.language });
  return ok({
    body: { codeId, goodForSeconds: ONE_TIME_CODE_SECONDS, againAfterSeconds: CODE_AGAIN_SECONDS },
  });
};

export const signInWithCode: Handler<"signInWithCode"> = async (call) => {
  const { world, town, body, now, request } = call;
  const redeemed = await world.store.inTenant(town.tenant.id, (tx) =>
    redeemCode(call, tx, { ...body, purpose: "sign-in" }),
  );
  if (!redeemed.ok) return redeemed;
  const account = await riderAccountOf(call, redeemed.value.subject as MemberId);
  if (account === undefined) return fail({ kind: "wrong-code" });
  return ok(await openSession({ world, town, account, now, means: "code", request }));
};

const LISTED_MAX = 20;

/** What the demo would have sent, for whoever tries it out. Production knows no such address and keeps no such words. */
export const listDemoCodes: Handler<"listDemoCodes"> = async ({ world, town }) => {
  const write = writeIn(town.service.timeZone);
  const codes = await world.store.inTenant(town.tenant.id, (tx) => tx.listKeptCodes(LISTED_MAX));
  return ok({
    body: { codes: codes.map(({ issuedAt, ...code }) => ({ ...code, issuedAt: write(issuedAt) })) },
  });
};
