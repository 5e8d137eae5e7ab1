import { timingSafeEqual } from "node:crypto";
import type { EpochSeconds } from "@noriai/kernel";
import type { Call } from "../call.ts";

/** How long a person may take to find the finger or the PIN. */
export const CHALLENGE_SECONDS = 300;
const TIME_BYTES = 6;
const CHANCE_BYTES = 18;
const HEAD_BYTES = TIME_BYTES + CHANCE_BYTES;

type Challenging = Pick<Call<"signIn">, "world" | "town">;

/**
 * A challenge for a passkey: its end, chance, and what shows that it is ours. Nothing is kept of it until it is answered,
 * so nobody can fill the database by asking for challenges.
 * @param purpose  what it is good for; it is good for nothing else
 * @returns base64url
 */
export async function newChallenge({ world, town }: Challenging, purpose: string): Promise<string> {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUIntBE(world.wallNow() + CHALLENGE_SECONDS, 0, TIME_BYTES);
  head.set(world.randomBytes(CHANCE_BYTES), TIME_BYTES);
  const sign = await world.store.inTenant(town.tenant.id, (tx) => tx.signChallenge(textOf(purpose, head)));
  return Buffer.concat([head, sign]).toString("base64url");
}

/** Whether a challenge is ours, for this, not too old and never answered before. It is used up by asking. */
export async function redeemChallenge(
  { world, town }: Challenging,
  { purpose, challenge }: { readonly purpose: string; readonly challenge: string },
): Promise<boolean> {
  const bytes = Buffer.from(challenge, "base64url");
  if (bytes.length <= HEAD_BYTES) return false;
  const [head, sign] = [bytes.subarray(0, HEAD_BYTES), bytes.subarray(HEAD_BYTES)];
  const endsAt = head.readUIntBE(0, TIME_BYTES) as EpochSeconds;
  return world.store.inTenant(town.tenant.id, async (tx) => {
    const own = await tx.signChallenge(textOf(purpose, head));
    const isOwn = own.length === sign.length && timingSafeEqual(own, sign);
    return isOwn && endsAt > world.wallNow() && (await tx.useChallenge(challenge, endsAt));
  });
}

const textOf = (purpose: string, head: Buffer): string => `${purpose} ${head.toString("base64url")}`;
