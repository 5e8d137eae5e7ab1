import type { AccountId, WaitingId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { WaitingCall } from "../words/waiting.ts";
import { appendAudit } from "./audit.ts";

/** Keeps a call to a rider who waits; the audit log names the entry, not the rider. */
export async function addWaitingCall(
  context: Context,
  { waitingId, quoteId, outcome, at }: WaitingCall,
  by: Actor,
): Promise<void> {
  await context.db
    .insertInto("waiting_calls")
    .values({
      tenant_id: context.tenant,
      waiting_id: waitingId,
      quote_id: quoteId,
      outcome,
      called_at: at,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
  const note = { event: "waiting-call-made", subject: waitingId, detail: { quoteId, outcome } } as const;
  await appendAudit(context, [note], { by, now: at });
}

/** In the order in which they were made. */
export async function listWaitingCalls(
  { tenant, db }: Context,
  ids: readonly WaitingId[],
): Promise<readonly (WaitingCall & { readonly by: AccountId | null })[]> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom("waiting_calls")
    .select([
      "waiting_id as waitingId",
      "quote_id as quoteId",
      "outcome",
      "called_at as at",
      "actor_account as by",
    ])
    .where("tenant_id", "=", tenant)
    .where("waiting_id", "in", [...ids])
    .orderBy("call_id")
    .execute();
}
