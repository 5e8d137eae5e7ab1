import { readFile } from "node:fs/promises";
import { buildDemoTowns, type DemoTown } from "@noriai/demo";
import {
  type AccountId,
  type EpochSeconds,
  type MemberId,
  type ServiceDate,
  serviceDateOf,
} from "@noriai/kernel";
import type { Actor, Store, StoredMap } from "@noriai/store";
import { encodeRoadMap, importMap } from "@noriai/travel";
import type { Sources } from "./world.ts";

const BY: Actor = { role: "system" };
/** Nobody's hash: demo accounts have no password, one enters them by their role. */
const NO_PASSWORD = "none";
const DEMO_TIME_ZONE = "Asia/Tokyo";

/** Sets up the demo towns that are not there yet; what people did in them stays. */
export async function createDemoTowns({
  store,
  sources,
}: {
  readonly store: Store;
  readonly sources: Sources;
}): Promise<readonly DemoTown[]> {
  const now = sources.wallNow();
  const today: ServiceDate = serviceDateOf(now, DEMO_TIME_ZONE);
  const towns = buildDemoTowns({ today });
  const tenants = await store.listTenants();
  for (const town of towns) {
    if (tenants.every(({ id }) => id !== town.tenant.id)) await store.createTenant(town.tenant);
    await fillDemoTown({ store, sources, town, now });
  }
  return towns;
}

/** Service, map, members and accounts of one town, all or nothing; nothing when the town is set up already. */
export async function fillDemoTown({
  store,
  sources,
  town,
  now,
}: {
  readonly store: Store;
  readonly sources: Pick<Sources, "newId">;
  readonly town: DemoTown;
  readonly now: EpochSeconds;
}): Promise<void> {
  const { service, members, accounts } = town;
  const isFilled = await store.inTenant(town.tenant.id, async (tx) => (await tx.findService()) !== undefined);
  if (isFilled) return;
  const map = await mapOf(town, now);
  await store.inTenant(town.tenant.id, async (tx) => {
    await tx.saveService(service, BY, now);
    if (map !== undefined) await tx.saveMap(map, BY);
    const memberIds = new Map<string, MemberId>();
    for (const member of members) memberIds.set(member.memberNo, (await tx.addMember(member, BY, now)).id);
    for (const { role, displayName, memberNo, vehicleId } of accounts) {
      const member = memberNo === undefined ? undefined : memberIds.get(memberNo);
      await tx.addAccount(
        {
          id: sources.newId() as AccountId,
          login: `demo-${role}-${memberNo ?? vehicleId ?? "1"}`,
          passwordHash: NO_PASSWORD,
          role,
          displayName,
          ...(member && { member }),
          ...(vehicleId && { vehicle: vehicleId }),
        },
        BY,
        now,
      );
    }
  });
}

async function mapOf(town: DemoTown, now: EpochSeconds): Promise<StoredMap | undefined> {
  if (town.mapFile === undefined) return undefined;
  const map = importMap({ pbf: await readFile(town.mapFile) });
  if (!map.ok) throw new DamagedMapFile(town.mapFile, map.error.kind);
  return {
    source: town.mapSource ?? town.mapFile,
    sha256: map.value.report.source.sha256,
    importedAt: now,
    attribution: map.value.report.source.attribution,
    roads: encodeRoadMap(map.value),
  };
}

/** The demo's own map file cannot be read: the start stops with it. */
export class DamagedMapFile extends Error {
  readonly file: string;
  readonly fault: string;

  constructor(file: string, fault: string) {
    super(`damaged map file: ${fault}`);
    this.file = file;
    this.fault = fault;
  }
}
