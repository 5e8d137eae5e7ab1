import { readFile } from "node:fs/promises";
import { buildDemoTowns, type DemoAccount, type DemoTown } from "@noriai/demo";
import {
  type AccountId,
  type EpochSeconds,
  type MemberId,
  type NewId,
  type ServiceDate,
  serviceDateOf,
} from "@noriai/kernel";
import type { Account, Actor, Store, StoredMap } from "@noriai/store";
import { encodeRoadMap, importMap } from "@noriai/travel";
import { addDemoCrew } from "./demo-crew.ts";
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

interface Filling {
  readonly store: Store;
  readonly sources: Pick<Sources, "newId">;
  readonly town: DemoTown;
  readonly now: EpochSeconds;
}

/** Service, map, members and accounts of one town, all or nothing; of a town that is set up only what it lacks. */
export async function fillDemoTown({ store, sources, town, now }: Filling): Promise<void> {
  const { service, members, accounts } = town;
  const isFilled = await store.inTenant(town.tenant.id, async (tx) => (await tx.findService()) !== undefined);
  await store.inTenant(town.tenant.id, (tx) => tx.saveAddressPoints(town.points));
  if (isFilled) return addMissingAccounts({ store, sources, town, now });
  const map = await mapOf(town, now);
  await store.inTenant(town.tenant.id, async (tx) => {
    await tx.saveService(service, BY, now);
    if (map !== undefined) await tx.saveMap(map, BY);
    const memberIds = new Map<string, MemberId>();
    for (const member of members) {
      const { id: memberId } = await tx.addMember(member, BY, now);
      memberIds.set(member.memberNo, memberId);
      if (member.channel !== undefined)
        await tx.addChannel({ memberId, ...member.channel, language: "ja" }, { by: BY, now });
    }
    for (const account of accounts) {
      const member = account.memberNo === undefined ? undefined : memberIds.get(account.memberNo);
      await tx.addAccount(accountOf({ account, member, newId: sources.newId }), BY, now);
    }
    await addDemoCrew(tx, town, now);
  });
}

/** A demo that was set up by an older program gets the accounts that came later; who was erased comes not back. */
async function addMissingAccounts({ store, sources, town, now }: Filling): Promise<void> {
  await store.inTenant(town.tenant.id, async (tx) => {
    for (const account of town.accounts) {
      if ((await tx.findAccountByLogin(loginOf(account))) !== undefined) continue;
      const { memberNo } = account;
      const access = { by: BY, now, purpose: "registration" } as const;
      const found = memberNo === undefined ? [] : await tx.searchMembers(memberNo, 10, access);
      const member = found.find((record) => record.memberNo === memberNo)?.id;
      if (memberNo !== undefined && member === undefined) continue;
      await tx.addAccount(accountOf({ account, member, newId: sources.newId }), BY, now);
    }
    await addDemoCrew(tx, town, now);
  });
}

const loginOf = ({ role, memberNo, vehicleId }: DemoAccount): string =>
  `demo-${role}-${memberNo ?? vehicleId ?? "1"}`;

const accountOf = ({
  account,
  member,
  newId,
}: {
  readonly account: DemoAccount;
  readonly member: MemberId | undefined;
  readonly newId: NewId;
}): Account => ({
  id: newId() as AccountId,
  login: loginOf(account),
  passwordHash: NO_PASSWORD,
  role: account.role,
  displayName: account.displayName,
  ...(member && { member }),
  ...(account.vehicleId && { vehicle: account.vehicleId }),
});

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
