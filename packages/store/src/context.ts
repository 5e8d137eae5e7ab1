import { assert, type NewId, type TenantId } from "@noriai/kernel";
import { type Kysely, sql, type Transaction } from "kysely";
import { type FieldCipher, fieldCipher } from "./field-cipher.ts";
import { type RandomBytes, unwrapKeys } from "./keys.ts";
import { listWrappedKeys } from "./repositories/data-keys.ts";
import { flushOutbox } from "./repositories/outbox.ts";
import type { Tables } from "./schema.ts";
import { asStoreBusy } from "./store-busy.ts";

/** What a repository works with: one tenant's open transaction. Using it after its end throws. */
export interface Context {
  readonly tenant: TenantId;
  readonly db: Transaction<Tables>;
  readonly newId: NewId;
  /** Which engine decides, for the decision log. */
  readonly engine: string;
  /** Events to be written to the outbox, last of all, before the commit. */
  readonly outgoing: object[];
  cipher(): Promise<FieldCipher>;
}

export interface ContextSource {
  readonly db: Kysely<Tables>;
  readonly masterKey: Uint8Array;
  readonly randomBytes: RandomBytes;
  readonly newId: NewId;
  readonly engine: string;
}

/** The one way to open a transaction: it belongs to a tenant, and row-level security knows which. */
export async function inTenantContext<T>(
  source: ContextSource,
  tenant: TenantId,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  let isOpen = true;
  try {
    return await source.db.transaction().execute(async (db) => {
      await sql`SELECT set_config('noriai.tenant_id', ${tenant}, true)`.execute(db);
      const context = openContext(source, tenant, { db, isOpen: () => isOpen });
      const result = await work(context);
      await flushOutbox(context);
      isOpen = false;
      return result;
    });
  } catch (error) {
    throw asStoreBusy(error);
  } finally {
    isOpen = false;
  }
}

function openContext(
  source: ContextSource,
  tenant: TenantId,
  transaction: { readonly db: Transaction<Tables>; readonly isOpen: () => boolean },
): Context {
  const context: Context = {
    tenant,
    newId: source.newId,
    engine: source.engine,
    outgoing: [],
    get db() {
      // The connection may already serve another tenant.
      assert(transaction.isOpen(), "a query runs inside its tenant's open transaction");
      return transaction.db;
    },
    cipher: () => {
      cipher ??= openCipher(source, context);
      return cipher;
    },
  };
  let cipher: Promise<FieldCipher> | undefined;
  return context;
}

// Read in every transaction that needs them: another server may have added a key a moment ago.
async function openCipher({ masterKey, randomBytes }: ContextSource, context: Context): Promise<FieldCipher> {
  const keys = unwrapKeys(masterKey, context.tenant, await listWrappedKeys(context));
  return fieldCipher(context.tenant, keys, randomBytes);
}
