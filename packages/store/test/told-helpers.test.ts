import { aboutBooking, type Notice, type NoticeKind, rideOf } from "@noriai/booking";
import type { EpochSeconds, MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Access, TenantTransaction } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import type { NewChannel } from "../src/words/notices.ts";
import { HANAKO } from "./support/fill.ts";
import { at, bookingOf, DESK, MONDAY, NORTH, SERVICE, SOUTH, T0 } from "./support/town.ts";

/** A mother who only phones, her daughter with mail and her son with short messages; and a stranger. */
let it: TestStore;
let mother: MemberId;
let daughter: MemberId;
let son: MemberId;
let stranger: MemberId;

const OWN = { by: { role: "rider" }, now: T0 } as const;
const READING: Access = { by: { role: "system" }, now: T0, purpose: "operation" };
const inNorth = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
  it.store.inTenant(NORTH, work);

beforeAll(async () => {
  it = await openTestStore();
  for (const id of [NORTH, SOUTH]) await it.store.createTenant({ id, name: id });
  await inNorth((tx) => tx.saveService(SERVICE, DESK, T0));
  const people = ["0836-55-1234", "090-1111-2222", "090-3333-4444", "090-5555-6666"];
  [mother, daughter, son, stranger] = (await Promise.all(
    people.map(async (phone) => (await inNorth((tx) => tx.addMember({ ...HANAKO, phone }, DESK, T0))).id),
  )) as [MemberId, MemberId, MemberId, MemberId];
  await addChannel(daughter, "email", "sakura@example.jp");
  await addChannel(son, "sms", "090-3333-4444");
  await addChannel(stranger, "email", "stranger@example.jp");
});
afterAll(() => it.close());

const addChannel = (memberId: MemberId, means: NewChannel["means"], address: string) =>
  inNorth((tx) => tx.addChannel({ memberId, means, address, language: "ja" }, { by: DESK, now: T0 }));

let codes = 100_000_000_000;
/** Both consents; nobody is told by them alone. */
async function help(helper: MemberId, member = mother): Promise<string> {
  const code = String(++codes);
  const invited = { memberId: member, name: "代理", relation: "family", consentedOn: MONDAY } as const;
  return inNorth(async (tx) => {
    await tx.inviteHelper({ ...invited, code, until: at(60), most: 10 }, OWN);
    const helping = await tx.acceptInvitation({ code, helper }, OWN);
    expect(helping).toMatchObject({ told: false });
    return (helping as { readonly id: string }).id;
  });
}
const tell = (id: string, helper: MemberId, told = true) =>
  inNorth((tx) => tx.setTold({ id, helper, told }, OWN));

let rides = 0;
type Told = Extract<NoticeKind, "booking-cancelled" | "cancelled-as-asked">;
/** Writes a notice about a new ride, and says by which ways it goes. */
async function write(kind: Told, member = mother) {
  const booking = bookingOf(`ride-${++rides}`, member);
  const notice: Notice = aboutBooking(booking, { kind, ride: rideOf(booking) });
  return inNorth(async (tx) => {
    await tx.addNotices([notice], T0);
    const known = (await tx.listNotices(MONDAY)).find(({ bookingId }) => bookingId === booking.id);
    const ways = known?.deliveries ?? [];
    return [
      ...ways.filter(({ toHelper }) => !toHelper).map(({ means }) => means),
      ...ways.flatMap(({ toHelper, means }) => (toHelper ? `${means} to a helper` : [])).toSorted(),
    ];
  });
}

let wall = 1000;
/** What is due now, each taken on once: whom it reaches, under which consent. */
async function claim() {
  wall += 1000;
  const times = { wallNow: wall as EpochSeconds, leaseEnds: (wall + 60) as EpochSeconds, limit: 50 };
  return inNorth(async (tx) => {
    const claimed = await tx.claimDeliveries({ ...times, access: READING });
    for (const key of claimed) await tx.settleDelivery(key, { state: "sent", now: T0 });
    return claimed.map(({ channel, delegateId }) => ({ to: channel?.memberId, under: delegateId }));
  });
}

describe("a helper who chose to be told of the member's rides", () => {
  let byDaughter: string;
  let bySon: string;

  test("is told nothing before choosing it, and the choice is hers alone", async () => {
    byDaughter = await help(daughter);
    bySon = await help(son);
    expect(await write("cancelled-as-asked")).toEqual([]);
    expect(await write("booking-cancelled")).toEqual(["desk"]);
    expect([...(await inNorth((tx) => tx.reachable([mother, daughter])))]).toEqual([daughter]);

    expect(await tell(byDaughter, stranger), "another member's consent").toBe(false);
    expect(await tell(byDaughter, mother), "the member cannot choose it for her").toBe(false);
    const next = { id: byDaughter, helper: daughter, told: true };
    expect(await it.store.inTenant(SOUTH, (tx) => tx.setTold(next, OWN)), "the neighbour").toBe(false);
    expect([await tell(byDaughter, daughter), await tell(byDaughter, daughter)]).toEqual([true, true]);
    const [newest, before] = await inNorth((tx) => tx.listAudit(2));
    expect(newest).toMatchObject({ event: "helper-notices-set", subject: mother });
    expect(before?.event, "noted once").toBe("helper-accepted");
    expect(await inNorth((tx) => tx.listHelping(daughter))).toMatchObject([{ id: byDaughter, told: true }]);
    const helpers = await inNorth((tx) => tx.listHelpers(mother, READING));
    expect(helpers.map(({ told }) => told)).toEqual([true, false]);
  });

  test("gets the member's notices by her own channels; the staff tells the member as before", async () => {
    expect(await write("cancelled-as-asked")).toEqual(["email to a helper"]);
    expect(await write("booking-cancelled")).toEqual(["desk", "email to a helper"]);
    expect(await claim()).toEqual([
      { to: daughter, under: byDaughter },
      { to: daughter, under: byDaughter },
    ]);
    expect([...(await inNorth((tx) => tx.reachable([mother])))]).toEqual([mother]);
    const readings = await inNorth((tx) => tx.listReadings(daughter, { except: "" as never, limit: 5 }));
    expect(readings[0], "her address was opened").toMatchObject({ purpose: "operation" });
    expect(await write("cancelled-as-asked", stranger), "others' notices").toEqual(["email"]);
    expect(await claim()).toEqual([{ to: stranger, under: undefined }]);
  });

  test("is told beside another helper, and beside the member's own channel", async () => {
    await tell(bySon, son);
    const { id } = await addChannel(mother, "push", '{"endpoint":"https://push.example/1"}');
    expect(await write("booking-cancelled")).toEqual(["push", "email to a helper", "sms to a helper"]);
    const claimed = await claim();
    expect(claimed).toHaveLength(3);
    expect(claimed).toEqual(
      expect.arrayContaining([
        { to: mother, under: undefined },
        { to: daughter, under: byDaughter },
        { to: son, under: bySon },
      ]),
    );
    await inNorth((tx) => tx.removeChannel({ memberId: mother, id }, { by: DESK, now: T0 }));
  });

  test("stands in what the member takes along, without how she is reached", async () => {
    const taken = await inNorth((tx) => tx.takeOwnRows(mother));
    expect(taken.delegates.map(({ told }) => told)).toEqual([true, true]);
    const own = taken.notice_deliveries.filter(({ toHelper }) => toHelper === false);
    expect(new Set(own.map(({ means }) => means))).toEqual(new Set(["desk", "push"]));
    const others = taken.notice_deliveries.filter(({ toHelper }) => toHelper === true);
    expect(others.length).toBeGreaterThan(2);
    expect(new Set(others.map(({ means }) => means))).toEqual(new Set([null]));
  });

  test("is told of nothing that was written before she chose otherwise, and may choose it again", async () => {
    expect(await write("cancelled-as-asked")).toEqual(["email to a helper", "sms to a helper"]);
    await tell(byDaughter, daughter, false);
    expect(await claim()).toEqual(
      expect.arrayContaining([
        { to: undefined, under: byDaughter },
        { to: son, under: bySon },
      ]),
    );
    expect(await write("cancelled-as-asked")).toEqual(["sms to a helper"]);
    await claim();
    await tell(byDaughter, daughter);
    expect(await write("cancelled-as-asked")).toEqual(["email to a helper", "sms to a helper"]);
    await claim();
  });

  test.each([
    ["the member or the desk took the consent back", (id: string) => revoke(id)],
    ["she stopped helping", (id: string) => stop(id)],
  ])("is told nothing once %s, between writing and sending too, nor by a new consent", async (_, end) => {
    await write("cancelled-as-asked");
    expect(await end(byDaughter)).toBe(true);
    const claimed = await claim();
    expect(claimed).toHaveLength(2);
    expect(claimed).toContainEqual({ to: undefined, under: byDaughter });
    expect(claimed).toContainEqual({ to: son, under: bySon });
    expect(await tell(byDaughter, daughter), "nothing to choose any more").toBe(false);
    expect(await write("cancelled-as-asked")).toEqual(["sms to a helper"]);
    await claim();
    byDaughter = await help(daughter);
    expect(await write("cancelled-as-asked")).toEqual(["sms to a helper"]);
    await claim();
    await tell(byDaughter, daughter);
  });
  const revoke = (id: string) => inNorth((tx) => tx.revokeDelegate(id, mother, { by: DESK, now: T0 }));
  const stop = (id: string) => inNorth((tx) => tx.stopHelping({ id, helper: daughter }, OWN));

  test("is told under the new key of the town, too", async () => {
    await write("cancelled-as-asked");
    await it.store.rotateDataKey(NORTH, DESK, at(1));
    expect(await claim()).toContainEqual({ to: daughter, under: byDaughter });
  });

  test("is told nothing once she, or the member, is erased; not what was written before, either", async () => {
    const erase = (id: MemberId) => inNorth((tx) => tx.eraseMember(id, { by: DESK, now: T0, today: MONDAY }));
    await write("cancelled-as-asked");
    expect(await erase(daughter)).toBe("erased");
    const claimed = await claim();
    expect(claimed).toHaveLength(2);
    expect(claimed).toContainEqual({ to: undefined, under: byDaughter });
    expect(await write("cancelled-as-asked")).toEqual(["sms to a helper"]);
    expect(await erase(mother)).toBe("erased");
    expect(await claim()).toEqual([{ to: undefined, under: bySon }]);
  });
});
