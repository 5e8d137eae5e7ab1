import type { EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { SupervisorEntry } from "../words/calls.ts";
import { appendAudit } from "./audit.ts";

/** Keeps who allowed an offer outside the phone hours, and why. The audit log names the offer, which becomes the booking. */
export async function addSupervisorEntry(
  context: Context,
  { quoteId, supervisor, reason }: SupervisorEntry,
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  const cipher = await context.cipher();
  const seal = (column: string, plain: string) =>
    cipher.seal({ table: "supervisor_entries", column, row: quoteId }, plain);
  await context.db
    .insertInto("supervisor_entries")
    .values({
      tenant_id: context.tenant,
      quote_id: quoteId,
      supervisor: seal("supervisor", supervisor),
      reason: seal("reason", reason),
      entered_at: now,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
  await appendAudit(context, [{ event: "supervisor-entry-made", subject: quoteId }], { by, now });
}
