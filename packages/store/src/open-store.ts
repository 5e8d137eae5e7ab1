import { type EpochSeconds, fail, type NewId, ok, type Random, type Result } from "@noriai/kernel";
import { prepareAppRole } from "./app-role.ts";
import { type ContextSource, inTenantContext } from "./context.ts";
import { parseDatabaseUrl } from "./database-url.ts";
import { decideOnDay } from "./decide-on-day.ts";
import type { Store, Tidied } from "./door.ts";
import { findLeaks, type Leak } from "./isolation.ts";
import { derivedSecret, type RandomBytes } from "./keys.ts";
import { listenToOutbox } from "./listen.ts";
import { masterKeyFault } from "./master-key.ts";
import { migrateToLatest } from "./migrate.ts";
import { connectOwner } from "./owner-session.ts";
import { APP_LIMITS, kyselyOn, type LogLine, openPool } from "./pool.ts";
import { lastOutboxId } from "./repositories/outbox.ts";
import { addTenant, listTenants } from "./repositories/tenants.ts";
import { withRetries } from "./retry.ts";
import { rotateDataKey } from "./rotate-data-key.ts";
import { type StartFault, startFault } from "./start-fault.ts";
import { tenantTransaction } from "./tenant-transaction.ts";
import { tidy } from "./tidy.ts";
import { makeTurns } from "./turns.ts";

export interface StoreOptions {
  /** `postgres://user:password@host:port/database`; the user owns the database and may create roles. */
  readonly ownerUrl: string;
  /** 32 bytes that wrap every tenant's keys; the same on every server, kept outside the database. */
  readonly masterKey: Uint8Array;
  readonly newId: NewId;
  /** Cryptographic randomness. */
  readonly randomBytes: RandomBytes;
  /** For jitter. */
  readonly random: Random;
  readonly log?: LogLine;
  /** Which engine decides, as the decision log tells it: a hash of its source. */
  readonly engine?: string;
  /** Connections of this process, besides the one that listens. */
  readonly poolSize?: number;
  /** The role of the application; by default the database's name and `_app`, so that databases do not share it. */
  readonly appRole?: string;
}

/** Opens the database: brings it to the newest form as its owner, then works as a role that owns nothing. */
export async function openStore(options: StoreOptions): Promise<Result<Store, StartFault>> {
  const { log = () => undefined } = options;
  const prepared = await prepare(options, log);
  return prepared.ok ? ok(storeOn(prepared.value, options, log)) : prepared;
}

async function prepare(options: StoreOptions, log: LogLine): Promise<Result<string, StartFault>> {
  const { ownerUrl, masterKey } = options;
  const url = parseDatabaseUrl(ownerUrl);
  if (!url.ok) return url;
  const owner = await connectOwner(url.value, log);
  if (!owner.ok) return owner;
  try {
    // Servers that start at once prepare one after the other.
    await owner.value.query("SELECT pg_advisory_lock(hashtext('noriai prepare'))");
    const migrated = await migrateToLatest(url.value, log);
    if (!migrated.ok) return migrated;
    const fault = await masterKeyFault(owner.value, masterKey);
    if (fault !== undefined) return fail(fault);
    const role = options.appRole ?? `${url.value.database.slice(0, 59)}_app`;
    const password = derivedSecret(masterKey, `password of role ${role}`);
    const appUrl = await prepareAppRole({ owner: owner.value, url: url.value, role, password });
    const leaks = appUrl.ok ? await findLeaks(owner.value, role) : [];
    const ours = leaks.filter(({ table }) => table.startsWith("noriai."));
    return ours.length === 0 ? appUrl : fail(isolationBroken(ours));
  } finally {
    await owner.value.end();
  }
}

function storeOn(appUrl: string, options: StoreOptions, log: LogLine): Store {
  const { masterKey, randomBytes, newId, random, poolSize = 10, engine = "unknown" } = options;
  const db = kyselyOn(openPool({ url: appUrl, size: poolSize, log, limits: APP_LIMITS }));
  const source = { db, newId, masterKey, randomBytes, engine };
  const turns = makeTurns();
  const listeners = new Set<() => Promise<void>>();
  return {
    listTenants: () => listTenants(db),
    inTenant: (tenant, work) =>
      inTenantContext(source, tenant, (context) => work(tenantTransaction(context))),
    decideOnDay: (command) =>
      turns.take(`${command.tenant} ${command.service.id} ${command.serviceDate}`, () =>
        withRetries(() => decideOnDay(source, command), random),
      ),
    async listen(onEvent) {
      const stop = await listenToOutbox({ url: appUrl, onEvent, missed: () => lastEvents(source), log });
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    createTenant: (tenant) =>
      inTenantContext(source, tenant.id, (context) => addTenant(context, tenant, { masterKey, randomBytes })),
    rotateDataKey: (tenant, by, now) => rotateDataKey(source, { tenant, by, now }),
    tidy: (now) => tidyAll(source, now),
    async close() {
      await Promise.all([...listeners].map((stop) => stop()));
      await db.destroy();
    },
  };
}

/** The newest event of every tenant. */
async function lastEvents(source: ContextSource) {
  const tenants = await listTenants(source.db);
  return await Promise.all(
    tenants.map(async ({ id: tenant }) => ({
      tenant,
      id: await inTenantContext(source, tenant, lastOutboxId),
    })),
  );
}

async function tidyAll(source: ContextSource, now: EpochSeconds): Promise<Tidied> {
  const tidied = { answers: 0, events: 0 };
  for (const { id } of await listTenants(source.db)) {
    const { answers, events } = await inTenantContext(source, id, (context) => tidy(context, now));
    tidied.answers += answers;
    tidied.events += events;
  }
  return tidied;
}

const isolationBroken = (leaks: readonly Leak[]): StartFault =>
  startFault(
    "database-isolation-broken",
    `The database no longer keeps the municipalities apart (${leaks.map(({ table, because }) => `${table}: ${because}`).join(", ")}); restore its rules from a backup before starting.`,
  );
