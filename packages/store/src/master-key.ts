import type pg from "pg";
import { SealBroken } from "./cipher.ts";
import { unwrapKeys } from "./keys.ts";
import { type StartFault, startFault } from "./start-fault.ts";

/** Does this master key open every tenant's keys? Asked before anything is changed with its help. */
export async function masterKeyFault(
  owner: pg.Client,
  masterKey: Uint8Array,
): Promise<StartFault | undefined> {
  if (masterKey.length !== 32)
    return startFault(
      "master-key-malformed",
      "The master key is not 32 bytes long; restore the key file of this installation.",
    );
  const tenants = await owner.query<{ id: string }>("SELECT id FROM noriai.list_tenants()");
  for (const { id } of tenants.rows) {
    try {
      unwrapKeys(masterKey, id, await readWrappedKeys(owner, id));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return startFault(
        "master-key-wrong",
        "The master key is not the one that this database was written with; restore the key file of this installation.",
      );
    }
  }
  return undefined;
}

async function readWrappedKeys(owner: pg.Client, tenant: string) {
  await owner.query("SELECT set_config('noriai.tenant_id', $1, false)", [tenant]);
  const { rows } = await owner.query(
    "SELECT purpose, key_version AS version, wrapped_key AS wrapped FROM noriai.data_keys WHERE tenant_id = $1",
    [tenant],
  );
  return rows;
}
