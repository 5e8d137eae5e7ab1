import type { EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor, AuditEntry, AuditNote } from "../door.ts";
import { appendAudit, listAudit } from "../repositories/audit.ts";
import { lastOutboxId, listOutboxSince } from "../repositories/outbox.ts";

/** What happened: kept for the auditor, and told to the faces that look on. */
export interface JournalWords {
  appendAudit(note: AuditNote, by: Actor, now: EpochSeconds): Promise<void>;
  /** Newest first; the next page is `before` the id of this page's last entry. */
  listAudit(limit: number, before?: number): Promise<readonly AuditEntry[]>;
  /** Written to the outbox; told to listeners after commit. No personal data. */
  publish(event: object): Promise<void>;
  listOutboxSince(
    id: number,
    limit: number,
  ): Promise<readonly { readonly id: number; readonly event: object }[]>;
  lastOutboxId(): Promise<number>;
}

export const journalWords = (context: Context): JournalWords => ({
  appendAudit: (note, by, now) => appendAudit(context, [note], { by, now }),
  listAudit: (limit, before) => listAudit(context, limit, before),
  publish: async (event) => {
    context.outgoing.push(event);
  },
  listOutboxSince: (id, limit) => listOutboxSince(context, id, limit),
  lastOutboxId: () => lastOutboxId(context),
});
