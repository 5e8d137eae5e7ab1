import type { AccountId, EpochSeconds, MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, NewMember, TenantTransaction } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { bookingOf, change, DESK, MONDAY, NORTH, SERVICE, SOUTH, T0 } from "./support/town.ts";

const CODE = "123456789012";
const DAUGHTER: NewMember = { ...HANAKO, name: "宇部 さくら", kana: "うべ さくら", phone: "090-1111-2222" };
const WEEK = 7 * 24 * 3600;

let it: TestStore;
let hanako: MemberId;
let sakura: MemberId;
let sakurasPage: Actor;
const inNorth = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
  it.store.inTenant(NORTH, work);
const later = (seconds: number) => (T0 + seconds) as EpochSeconds;
const own = (now = T0) => ({ by: { role: "rider" } as Actor, now });
const reading = { ...own(), purpose: "registration" } as const;

const HELPER = { name: "娘のさくら", relation: "family", most: 10 } as const;
const invite = (code = CODE, until = later(WEEK)) =>
  inNorth((tx) => tx.inviteHelper({ ...HELPER, memberId: hanako, consentedOn: MONDAY, code, until }, own()));
const accept = (helper = sakura, code = CODE, now = T0) =>
  inNorth((tx) => tx.acceptInvitation({ code, helper }, own(now)));
const helping = () => inNorth((tx) => tx.findHelping({ helper: sakura, member: hanako }));
const standings = async (now = T0) =>
  (await inNorth((tx) => tx.listHelpers(hanako, { ...reading, now }))).map(({ standing }) => standing);

beforeAll(async () => {
  it = await openTestStore();
  for (const id of [NORTH, SOUTH]) await it.store.createTenant({ id, name: id });
  await inNorth((tx) => tx.saveService(SERVICE, DESK, T0));
  hanako = (await inNorth((tx) => tx.addMember(HANAKO, DESK, T0))).id;
  sakura = (await inNorth((tx) => tx.addMember(DAUGHTER, DESK, T0))).id;
  const account = "sakuras-page" as AccountId;
  sakurasPage = { account, role: "rider" };
  const page = {
    id: account,
    login: "10002",
    passwordHash: "x",
    role: "rider",
    displayName: "宇部 さくら",
  } as const;
  await inNorth((tx) => tx.addAccount({ ...page, member: sakura }, DESK, T0));
});
afterAll(() => it.close());

describe("[FIELD-14] a family helper", () => {
  test("may act only after both have consented, and both consents are kept with their time", async () => {
    await invite();
    expect([await standings(), await helping()]).toEqual([["invited"], undefined]);
    expect(await inNorth((tx) => tx.listDelegates(hanako, reading)), "the desk sees consents only").toEqual(
      [],
    );
    const found = await inNorth((tx) => tx.findInvitation(CODE, later(60)));
    expect(found).toMatchObject({ memberId: hanako, relation: "family" });
    expect(await accept(sakura, CODE, later(60))).toMatchObject({ memberId: hanako, acceptedAt: later(60) });
    expect(await helping()).toMatchObject({ memberId: hanako });
    expect(await inNorth((tx) => tx.listDelegates(hanako, reading))).toMatchObject([
      { name: "娘のさくら", consentedOn: MONDAY, consentedHow: "app", recordedAt: T0 },
    ]);
    const events = (await inNorth((tx) => tx.listAudit(2))).map(({ event, subject }) => [event, subject]);
    expect(events).toEqual([
      ["helper-accepted", hanako],
      ["helper-invited", hanako],
    ]);
  });

  test("uses the code once, within its week, and not for themselves", async () => {
    expect(await accept()).toBe("not-found");
    await invite("222222222222");
    expect(await accept(hanako, "222222222222")).toBe("own");
    expect(await accept(sakura, "222222222222")).toBe("already-helps");
    expect(await accept(sakura, "222222222222", later(WEEK))).toBe("not-found");
    expect(await standings(later(WEEK))).toEqual(["helping", "expired"]);
    expect(await accept(sakura, "999999999999")).toBe("not-found");
  });

  test("the code stands nowhere in the database, and no neighbour's code opens anything", async () => {
    await invite("333333333333");
    const { rows } = await asOwner(it.ownerUrl, (client) =>
      client.query("SELECT invitation_index::text AS kept FROM noriai.delegates WHERE tenant_id = $1", [
        NORTH,
      ]),
    );
    for (const { kept } of rows)
      expect(Buffer.from(String(kept ?? "\\x").slice(2), "hex").toString("latin1")).not.toContain(
        "333333333333",
      );
    const next = await it.store.inTenant(SOUTH, (tx) => tx.findInvitation("333333333333", T0));
    expect(next).toBeUndefined();
  });

  test("is seen in what they did for the member", async () => {
    const booking = bookingOf("helped", hanako);
    await it.store.decideOnDay({
      ...change(NORTH, () => [{ kind: "booking-confirmed", booking }]),
      actor: sakurasPage,
    });
    const [act, ...others] = await inNorth((tx) => tx.listBookingActs([booking.id]));
    expect(act).toMatchObject({
      kind: "booked",
      member: sakura,
      by: { account: "sakuras-page", role: "rider" },
    });
    expect(others).toEqual([]);
    expect(await inNorth((tx) => tx.namesOfHelpers(hanako))).toEqual(new Map([[sakura, "娘のさくら"]]));
  });

  test("is none at once when either side takes the consent back, and can be invited again", async () => {
    const [first] = await inNorth((tx) => tx.listHelpers(hanako, reading));
    expect(await inNorth((tx) => tx.stopHelping({ id: first!.id, helper: hanako }, own()))).toBe(false);
    expect(await inNorth((tx) => tx.stopHelping({ id: first!.id, helper: sakura }, own()))).toBe(true);
    expect([await helping(), await inNorth((tx) => tx.listHelping(sakura))]).toEqual([undefined, []]);
    await invite("444444444444");
    expect(await accept(sakura, "444444444444")).toMatchObject({ memberId: hanako });
    const again = (await inNorth((tx) => tx.listHelping(sakura)))[0]!;
    expect(await inNorth((tx) => tx.revokeDelegate(again.id, hanako, own()))).toBe(true);
    expect(await helping()).toBeUndefined();
  });

  test("who takes a consent back waits for what is being written under it, and nothing is written after", async () => {
    await invite("555555555555");
    const { id } = (await accept(sakura, "555555555555")) as { readonly id: string };
    const order: string[] = [];
    let revoking: Promise<unknown> = Promise.resolve();
    await inNorth(async (tx) => {
      expect(await tx.findHelping({ helper: sakura, member: hanako })).toBeDefined();
      revoking = inNorth((other) => other.revokeDelegate(id, hanako, own())).then(() =>
        order.push("revoked"),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push("booked");
    });
    await revoking;
    expect(order).toEqual(["booked", "revoked"]);
    expect(await helping()).toBeUndefined();
  });

  test("two who are invited at one moment are counted one after the other", async () => {
    const most = (await standings()).length + 1;
    const helper = { ...HELPER, most, memberId: hanako, consentedOn: MONDAY, until: later(WEEK) };
    let second: ReturnType<TenantTransaction["inviteHelper"]> | undefined;
    await inNorth(async (tx) => {
      const first = await tx.inviteHelper({ ...helper, code: "777777777777" }, own());
      second = inNorth((other) => other.inviteHelper({ ...helper, code: "888888888888" }, own()));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(first).toMatchObject({ standing: "invited" });
    });
    expect(await second).toBe("too-many-helpers");
  });

  test("who leaves is named nowhere any more: not by whom they helped, either", async () => {
    await invite("666666666666");
    await accept(sakura, "666666666666");
    expect(await inNorth((tx) => tx.eraseMember(sakura, { by: DESK, now: T0, today: MONDAY }))).toBe(
      "erased",
    );
    expect(await inNorth((tx) => tx.namesOfHelpers(hanako))).toEqual(new Map());
    const { rows } = await asOwner(it.ownerUrl, (client) =>
      client.query("SELECT count(*)::int AS n FROM noriai.delegates WHERE helper_member_id = $1", [sakura]),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
