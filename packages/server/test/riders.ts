import type { AccountId, TenantId } from "@noriai/kernel";
import { expect } from "vitest";
import { type Client, clientOf, SMALL_TOWN, type TestHouse } from "./house.ts";

const BY = { role: "system" } as const;

/** Gives a member of the small town a page of their own, and enters it. */
export async function riderOf(house: TestHouse, memberNo: string): Promise<Client> {
  const { store, now } = house.world;
  const login = `page-of-${memberNo}`;
  await store.inTenant(SMALL_TOWN as TenantId, async (tx) => {
    const access = { by: BY, now: now(), purpose: "registration" } as const;
    const [member] = await tx.searchMembers(memberNo, 1, access);
    const account = { id: login as AccountId, login, passwordHash: "none", role: "rider" } as const;
    await tx.addAccount({ ...account, displayName: member!.name, member: member!.id }, BY, now());
  });
  const entered = await house.nobody().send("POST", "demo-session", { body: { role: "rider", login } });
  expect(entered.status, entered.text).toBe(200);
  return clientOf(house.server, SMALL_TOWN, entered.headers.get("set-cookie")!.split(";")[0]!);
}
