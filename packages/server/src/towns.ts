import type { TenantId } from "@noriai/kernel";
import type { Store } from "@noriai/store";
import { buildTown, type Town } from "./town.ts";

export interface Towns {
  /** The tenant's town, or nothing when there is no such tenant or it has no service yet. */
  find(tenant: TenantId): Promise<Town | undefined>;
}

/** How long a town is trusted before it is compared with the database again, which reads its whole map. */
const FRESH_MS = 10_000;

/**
 * Keeps towns in memory. A changed service or map is seen within ten seconds; the town is then built anew, once, however
 * many requests wait for it.
 *
 * @param elapsedMs  real milliseconds from any beginning
 */
export function createTowns({
  store,
  elapsedMs,
}: {
  readonly store: Store;
  readonly elapsedMs: () => number;
}): Towns {
  const kept = new Map<TenantId, { readonly town: Promise<Kept | undefined>; readonly checkedAt: number }>();

  return {
    async find(tenant) {
      const known = kept.get(tenant);
      if (known !== undefined && elapsedMs() - known.checkedAt < FRESH_MS) return (await known.town)?.town;
      const town = load({ store, tenant, before: known?.town });
      kept.set(tenant, { town, checkedAt: elapsedMs() });
      // Neither faults nor names that do not exist are kept: nobody fills the memory with them.
      const found = await town.finally(() => kept.delete(tenant));
      if (found !== undefined) kept.set(tenant, { town, checkedAt: elapsedMs() });
      return found?.town;
    },
  };
}

interface Kept {
  readonly version: string;
  readonly town: Town;
}

async function load({
  store,
  tenant: id,
  before,
}: {
  readonly store: Store;
  readonly tenant: TenantId;
  readonly before: Promise<Kept | undefined> | undefined;
}): Promise<Kept | undefined> {
  const old = await before?.catch(() => undefined);
  const { tenant, service, map } = await store.inTenant(id, async (tx) => ({
    tenant: await tx.getTenant(),
    service: await tx.findService(),
    map: await tx.findMap(),
  }));
  if (tenant === undefined || service === undefined) return undefined;
  const version = `${map?.sha256} ${map?.importedAt} ${JSON.stringify(service)}`;
  return old?.version === version ? old : { version, town: buildTown({ tenant, service, stored: map }) };
}
