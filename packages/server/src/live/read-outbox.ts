import { type LiveEvent, liveEvent } from "@noriai/api";
import type { TenantId } from "@noriai/kernel";
import type { Store } from "@noriai/store";

const PIECE_MAX = 500;

/** The next piece of a tenant's outbox: its live updates, and the number that was reached. */
export async function readOutbox(
  store: Store,
  tenant: TenantId,
  from: number,
): Promise<{
  readonly events: readonly { readonly id: number; readonly event: LiveEvent }[];
  readonly reached: number;
}> {
  // Numbered without gaps in the order of commits, so reading on from a number misses nothing.
  const entries = await store.inTenant(tenant, (tx) => tx.listOutboxSince(from, PIECE_MAX));
  const events = entries.flatMap(({ id, event }) => {
    const known = liveEvent.safeParse(event);
    return known.success ? [{ id, event: known.data }] : [];
  });
  return { events, reached: entries.at(-1)?.id ?? from };
}
