import type { Clock, EpochSeconds, TenantId } from "@noriai/kernel";
import type { Access, Actor, ClaimedDelivery, Store, TenantTransaction } from "@noriai/store";
import type { Log } from "../log.ts";
import type { Town } from "../town.ts";
import type { Posted, Ways } from "./way.ts";
import { type WordedNotice, wordNotice } from "./word-notice.ts";

/** What the sender works with. */
export interface Sending {
  readonly store: Store;
  /** The service's time, for what is told and when. */
  readonly now: Clock;
  /** The time on the wall, for retries: the demo clock may stand still. */
  readonly wallNow: Clock;
  readonly ways: Ways;
  readonly log: Log;
}

export const SYSTEM: Actor = { role: "system" };
const PIECE = 20;
/** Longer than the most patient way takes; a sending of a dead server is taken up again after it. */
const LEASE_SECONDS = 60;
const FIRST_WAIT = 30;
const ATTEMPTS_MAX = 8;

/**
 * Sends what is due of one tenant. Words it now, hands it over, and notes what came of it; what failed is tried again
 * after 30 s, 1 min, 2 min … and given up after the eighth time, or when nobody needs it any more.
 * @returns how many sendings were settled
 */
export async function sendDue(sending: Sending, town: Town): Promise<number> {
  const { store, now, wallNow } = sending;
  const tenant = town.tenant.id;
  const access: Access = { by: SYSTEM, now: now(), purpose: "operation" };
  let settled = 0;
  for (;;) {
    const claim = { wallNow: wallNow(), leaseEnds: after(wallNow(), LEASE_SECONDS), limit: PIECE, access };
    const claimed = await store.inTenant(tenant, (tx) => tx.claimDeliveries(claim));
    const outcomes = await Promise.all(claimed.map((delivery) => attempt(sending, town, delivery)));
    for (const [k, delivery] of claimed.entries())
      if (await note(sending, tenant, { delivery, ...outcomes[k]! })) settled++;
    if (claimed.length < PIECE) return settled;
  }
}

interface Attempt {
  readonly words: WordedNotice | undefined;
  readonly posted: Posted | { readonly kind: "kept" };
}

async function attempt(
  { ways, now }: Sending,
  { service, tenant }: Town,
  { noticeId, delegateId, channel, content, goodUntil }: ClaimedDelivery,
): Promise<Attempt> {
  const goodForSeconds = goodUntil - now();
  if (channel === undefined) return { words: undefined, posted: { kind: "refused", fault: "channel-gone" } };
  if (goodForSeconds <= 0) return { words: undefined, posted: { kind: "refused", fault: "too-late" } };
  const toHelper = delegateId !== undefined;
  const words = wordNotice({ content, language: channel.language, service, toHelper });
  if (ways.keepsAll) return { words, posted: { kind: "kept" } };
  const way = ways.by[channel.means];
  if (way === undefined) return { words, posted: { kind: "refused", fault: "not-set-up" } };
  const id = toHelper ? `${noticeId}.${delegateId}` : noticeId;
  const page = `/t/${tenant.id}/ride${toHelper ? `/for/${delegateId}` : ""}`;
  const letter = { id, words, address: channel.address, from: service.name, page };
  return { words, posted: await way.send({ ...letter, goodForSeconds }) };
}

/** Notes what came of an attempt, in one transaction with what follows from it. */
async function note(
  { store, now, wallNow, log }: Sending,
  tenant: TenantId,
  { delivery, words, posted }: Attempt & { readonly delivery: ClaimedDelivery },
): Promise<boolean> {
  const fault = "fault" in posted ? posted.fault : undefined;
  const isOver = posted.kind !== "failed" || delivery.attempts >= ATTEMPTS_MAX;
  if (fault !== undefined)
    log.warn({ tenant, notice: delivery.noticeId, fault, attempts: delivery.attempts, isOver }, "not sent");
  await store.inTenant(tenant, async (tx) => {
    if (!isOver) {
      const wait = FIRST_WAIT * 2 ** (delivery.attempts - 1);
      return tx.postponeDelivery(delivery, { dueAt: after(wallNow(), wait), fault: fault! });
    }
    const isTold = posted.kind === "sent" || posted.kind === "kept";
    const text = words && [words.title, ...words.lines].join("\n");
    await tx.settleDelivery(delivery, {
      state: posted.kind === "sent" || posted.kind === "kept" ? posted.kind : "given-up",
      now: now(),
      ...(isTold && text !== undefined && { words: text }),
      ...(fault !== undefined && { fault }),
    });
    if (posted.kind === "address-gone") await tx.removeChannel(delivery.channel!, { by: SYSTEM, now: now() });
    if (isTold) await strikeOff(tx, delivery, now());
  });
  return isOver;
}

/**
 * A rider who must not be phoned was told of the delay by this: the call list need not wait for a person to do it. A helper
 * who was told is not the rider.
 */
async function strikeOff(
  tx: TenantTransaction,
  { memberId, delegateId, bookingId, serviceDate, content }: ClaimedDelivery,
  now: EpochSeconds,
): Promise<void> {
  if (content.kind !== "delayed" || bookingId === undefined || delegateId !== undefined) return;
  const [member] = await tx.readMembers([memberId], { by: SYSTEM, now, purpose: "delay-call" });
  if (member?.contact !== "text") return;
  const { tell } = content;
  const calls = await tx.listDelayCalls(serviceDate);
  const isNoted = calls.some(
    ({ bookingId: id, told, by }) =>
      id === bookingId && by === null && told !== "stranded" && told?.pickupTo === tell.pickupTo,
  );
  if (isNoted) return; // by another of the rider's channels
  await tx.addDelayCall(serviceDate, { bookingId, outcome: "reached", at: now, told: tell }, SYSTEM);
  await tx.publish({ topic: "delay-list" });
}

const after = (instant: EpochSeconds, seconds: number): EpochSeconds => (instant + seconds) as EpochSeconds;
