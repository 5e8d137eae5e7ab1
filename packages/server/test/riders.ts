import type { AccountId, TenantId } from "@noriai/kernel";
import { expect } from "vitest";
import { type Answered, type Client, clientOf, SMALL_TOWN, type TestHouse } from "./house.ts";

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

/** Has a code sent to an address, as the demo keeps it. */
export async function codeFor(
  rider: Client,
  address: { readonly means: "email" | "sms"; readonly address: string; readonly language?: string },
): Promise<{ readonly codeId: string; readonly code: string }> {
  const asked = await rider.send("POST", "my/address-codes", { body: address });
  expect(asked.status, asked.text).toBe(200);
  const { codeId } = asked.json;
  for (let look = 0; look < 50; look++) {
    const { codes } = (await rider.send("GET", "demo-codes")).json;
    const kept = codes.find((one: { codeId: string }) => one.codeId === codeId);
    if (kept !== undefined) return { codeId, code: /\d{6}/.exec(kept.words)![0] };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("no code was kept");
}

/** Adds an address that its code has shown to be the rider's own. */
export async function addConfirmed(
  rider: Client,
  address: { readonly means: "email" | "sms"; readonly address: string; readonly language?: string },
): Promise<Answered> {
  const { means, language } = address;
  const proof = await codeFor(rider, address);
  return rider.send("POST", "my/channels", { body: { means, language, ...proof } });
}
