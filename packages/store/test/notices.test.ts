import { aboutBooking, type Notice, rideOf } from "@noriai/booking";
import type { EpochSeconds, MemberId, TenantId } from "@noriai/kernel";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Access } from "../src/door.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import type { ChannelMeans } from "../src/words/notices.ts";
import { HANAKO, HANAKOS_MAIL } from "./support/fill.ts";
import { at, bookingOf, change, DESK, MONDAY, SERVICE, T0 } from "./support/town.ts";

const TOWN = "town" as TenantId;
const READING: Access = { by: { role: "system" }, now: T0, purpose: "operation" };
let it: TestStore;
let reached: MemberId;
let unreached: MemberId;

beforeAll(async () => {
  it = await openTestStore();
  await it.store.createTenant({ id: TOWN, name: TOWN });
  await it.store.inTenant(TOWN, async (tx) => {
    await tx.saveService(SERVICE, DESK, T0);
    reached = (await tx.addMember(HANAKO, DESK, T0)).id;
    unreached = (await tx.addMember({ ...HANAKO, phone: "0836-55-9999" }, DESK, T0)).id;
  });
  await addChannel("email", HANAKOS_MAIL);
});
afterAll(() => it.close());

const addChannel = (means: ChannelMeans, address: string) =>
  it.store.inTenant(TOWN, (tx) =>
    tx.addChannel({ memberId: reached, means, address, language: "ja" }, { by: DESK, now: T0 }),
  );
const channels = () => it.store.inTenant(TOWN, (tx) => tx.listChannels(reached, READING));
const claim = (now: number, leaseEnds: number) =>
  it.store.inTenant(TOWN, (tx) =>
    tx.claimDeliveries({
      ...{ wallNow: now as EpochSeconds, leaseEnds: leaseEnds as EpochSeconds, limit: 10 },
      access: READING,
    }),
  );
const listed = () => it.store.inTenant(TOWN, (tx) => tx.listNotices(MONDAY));
const cancelledFor = (id: string, memberId: MemberId): Notice => {
  const booking = bookingOf(id, memberId);
  return aboutBooking(booking, { kind: "booking-cancelled", ride: rideOf(booking) });
};

describe("channels of a member", () => {
  test("one address and one number each, any number of browsers; sealed at rest, also with a new key", async () => {
    await addChannel("sms", "090-1111-2222");
    await addChannel("sms", "090-3333-4444");
    await addChannel("push", '{"endpoint":"https://push.example/1"}');
    await addChannel("push", '{"endpoint":"https://push.example/2"}');
    await addChannel("push", '{"endpoint":"https://push.example/2"}');
    await it.store.rotateDataKey(TOWN, DESK, at(1));
    const open = (await channels()).map(({ means, address }) => `${means} ${address}`).sort();
    expect(open).toEqual([
      `email ${HANAKOS_MAIL}`,
      'push {"endpoint":"https://push.example/1"}',
      'push {"endpoint":"https://push.example/2"}',
      "sms 090-3333-4444",
    ]);
    const owner = new pg.Client(it.ownerUrl);
    await owner.connect();
    await owner.query("SELECT set_config('noriai.tenant_id', $1, false)", [TOWN]);
    const { rows } = await owner.query("SELECT member_channels::text AS row FROM noriai.member_channels");
    await owner.end();
    const dump = JSON.stringify(rows);
    expect(rows.length).toBe(4);
    expect(dump).not.toContain(Buffer.from(HANAKOS_MAIL).toString("hex"));
    expect(dump).not.toContain(HANAKOS_MAIL);
  });

  test("a channel that is taken away is gone, once; another member's cannot be named", async () => {
    const push = (await channels()).filter(({ means }) => means !== "email");
    for (const { id } of push) {
      const remove = (memberId: MemberId) =>
        it.store.inTenant(TOWN, (tx) => tx.removeChannel({ memberId, id }, { by: DESK, now: T0 }));
      expect(await remove(unreached)).toBe(false);
      expect(await remove(reached)).toBe(true);
      expect(await remove(reached)).toBe(false);
    }
    expect((await channels()).map(({ means }) => means)).toEqual(["email"]);
  });
});

describe("the outbox of notices", () => {
  test("a booking and its notice are written together, or neither", async () => {
    const book = (id: string, fails: boolean) =>
      it.store.decideOnDay(
        change(TOWN, () => [{ kind: "booking-confirmed", booking: bookingOf(id, reached) }], {
          after: async () => {
            if (fails) throw new Error("the answer could not be remembered");
          },
        }),
      );
    await expect(book("B1", true)).rejects.toThrow("remembered");
    expect(await listed()).toEqual([]);
    await book("B2", false);
    expect(await listed()).toMatchObject([
      {
        bookingId: "B2",
        memberId: reached,
        content: { kind: "booking-confirmed" },
        deliveries: [{ means: "email", state: "waiting", attempts: 0 }],
      },
    ]);
  });

  test("a sending is taken on by one server at a time, and again when the lease of a dead one has ended", async () => {
    const [one, other] = await Promise.all([claim(100, 160), claim(100, 160)]);
    expect(one.length + other.length).toBe(1);
    expect(await claim(159, 220)).toEqual([]);
    const [again, ...more] = await claim(160, 220);
    expect(more).toEqual([]);
    expect(again).toMatchObject({ attempts: 2, channel: { means: "email", address: HANAKOS_MAIL } });
    const { noticeId, channelId } = again!;
    await it.store.inTenant(TOWN, (tx) =>
      tx.postponeDelivery({ noticeId, channelId }, { dueAt: 500 as EpochSeconds, fault: "refused" }),
    );
    expect(await claim(499, 600)).toEqual([]);
    const settle = (state: "sent" | "given-up", words: string) =>
      it.store.inTenant(TOWN, (tx) =>
        tx.settleDelivery({ noticeId, channelId }, { state, now: at(9), words }),
      );
    await settle("sent", "ご予約を承りました");
    await settle("given-up", "too late");
    expect((await listed())[0]!.deliveries).toEqual([
      {
        ...{
          means: "email",
          toHelper: false,
          state: "sent",
          attempts: 2,
          settledAt: at(9),
          settledBy: undefined,
        },
        ...{ fault: undefined, words: "ご予約を承りました" },
      },
    ]);
    expect(await claim(10_000, 10_060)).toEqual([]);
  });

  test("one cause is told once; who has no channel is told by the staff what must not be missed", async () => {
    const add = (...notices: readonly Notice[]) =>
      it.store.inTenant(TOWN, (tx) => tx.addNotices(notices, at(2)));
    const before = (await listed()).length;
    await add({ ...cancelledFor("B2", reached), once: "storm B2" });
    await add({ ...cancelledFor("B2", reached), once: "storm B2" });
    expect(await listed()).toHaveLength(before + 1);

    const booking = bookingOf("B3", unreached);
    const confirmed = aboutBooking(booking, {
      ...{ kind: "booking-confirmed", ride: rideOf(booking), boardingCode: "1234" },
    });
    await add(confirmed, cancelledFor("B3", unreached));
    const [desk, ...rest] = (await listed()).filter(({ memberId }) => memberId === unreached);
    expect(rest).toEqual([]);
    expect(desk).toMatchObject({ deliveries: [{ means: "desk", state: "waiting" }] });
    expect((await claim(20_000, 20_060)).map(({ memberId }) => memberId)).not.toContain(unreached);
    const tell = () => it.store.inTenant(TOWN, (tx) => tx.settleByDesk(desk!.id, { by: DESK, now: at(3) }));
    expect([await tell(), await tell()]).toEqual([true, false]);
  });
});
