import { type BookingId, type EpochSeconds, minutes, type QuoteId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, CallEnd } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { AT_THE_DESK, HANAKO, REASON } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { DESK, MONDAY, NORTH, SOUTH, T0 } from "./support/town.ts";

let it: TestStore;
beforeAll(async () => {
  it = await openTestStore();
  for (const id of [NORTH, SOUTH]) await it.store.createTenant({ id, name: id });
});
afterAll(() => it.close());

const NUMBER = "0836-55-9999";
const OTHER_DESK = { role: "call_operator", account: "desk-2" } as Actor;
const later = (seconds: number) => (T0 + seconds) as EpochSeconds;
const acting = (now = T0, by: Actor = DESK) => ({ by, now });
const end = (changes: Partial<CallEnd> = {}): CallEnd => ({
  outcome: "booked",
  bookingIds: [],
  doubts: [],
  ...changes,
});
const register = () => it.store.inTenant(NORTH, (tx) => tx.addMember(HANAKO, DESK, T0));

test("[SAP-5.1-2] of two desks that answer a ringing call, one gets the number, and then it is nowhere", async () => {
  const id = await it.store.inTenant(NORTH, (tx) => tx.ringCall(NUMBER, acting()));
  const take = (by: Actor) => it.store.inTenant(NORTH, (tx) => tx.takeCall(id, acting(later(5), by)));
  const numbers = await Promise.all([take(DESK), take(OTHER_DESK)]);
  expect(numbers.filter((number) => number !== undefined)).toEqual([NUMBER]);
  const { rows } = await asOwner(it.ownerUrl, (client) =>
    client.query("SELECT number FROM noriai.calls WHERE call_id = $1", [id]),
  );
  expect(rows).toEqual([{ number: null }]);
});

test("[POL-SEP-1] a ringing call is told to the desks without its number, and the neighbour cannot take it", async () => {
  const before = await it.store.inTenant(NORTH, (tx) => tx.lastOutboxId());
  const id = await it.store.inTenant(NORTH, (tx) => tx.ringCall(NUMBER, acting()));
  const told = await it.store.inTenant(NORTH, (tx) => tx.listOutboxSince(before, 10));
  expect(told.map(({ event }) => event)).toEqual([{ topic: "call", callId: id, state: "ringing" }]);
  expect(await it.store.inTenant(SOUTH, (tx) => tx.takeCall(id, acting()))).toBeUndefined();
  const stored = await asOwner(it.ownerUrl, (client) =>
    client.query("SELECT encode(number, 'escape') AS sealed FROM noriai.calls WHERE call_id = $1", [id]),
  );
  expect(stored.rows[0].sealed).not.toContain("0836");
});

test("a number that nobody asked for within a quarter of an hour is forgotten with the next call", async () => {
  const ring = (now: EpochSeconds) => it.store.inTenant(NORTH, (tx) => tx.ringCall(NUMBER, acting(now)));
  const [old, fresh] = [await ring(T0), await ring(later(minutes(15)))];
  await ring(later(minutes(16)));
  const take = (id: string) => it.store.inTenant(NORTH, (tx) => tx.takeCall(id, acting(later(minutes(16)))));
  expect(await take(old)).toBeUndefined();
  expect(await take(fresh)).toBe(NUMBER);
});

test("[SAP-5.5-1] a call is kept with begin, end, outcome, member, bookings and who took it; its outcome can be mended", async () => {
  const { id: memberId } = await register();
  const from = later(86_400);
  const bookingIds = ["b1" as BookingId, "b2" as BookingId];
  const id = await it.store.inTenant(NORTH, (tx) => tx.openCall(memberId, acting(from, OTHER_DESK)));
  const close = (now: number, ending: CallEnd) =>
    it.store.inTenant(NORTH, (tx) => tx.closeCall(id, ending, acting(later(now), OTHER_DESK)));
  expect(await close(86_400 + 90, end({ memberId, bookingIds, doubts: ["duplicate"] }))).toBe(true);
  expect(await close(86_400 + 300, end({ memberId, bookingIds, outcome: "changed" }))).toBe(true);
  const range = { from, to: later(86_400 * 2) };
  expect(await it.store.inTenant(NORTH, (tx) => tx.listCalls(range))).toEqual([
    {
      ...{ id, memberId, bookingIds, delegateId: undefined, outcome: "changed", takenBy: "desk-2" },
      ...{ beganAt: from, takenAt: from, endedAt: later(86_400 + 90) },
    },
  ]);
  expect(await it.store.inTenant(SOUTH, (tx) => tx.listCalls(range))).toEqual([]);
  expect(await it.store.inTenant(SOUTH, (tx) => tx.closeCall(id, end(), acting()))).toBe(false);
});

test("a call that nobody has taken cannot be closed", async () => {
  const id = await it.store.inTenant(NORTH, (tx) => tx.ringCall(NUMBER, acting()));
  expect(await it.store.inTenant(NORTH, (tx) => tx.closeCall(id, end(), acting()))).toBe(false);
});

test("[TEL-ELD-1] a consent to book for somebody is kept with who, relation, when and how, and can be taken back", async () => {
  const { id: memberId } = await register();
  const wish = {
    memberId,
    name: "小野田 次郎",
    relation: "family",
    consentedOn: MONDAY,
    consentedHow: "phone",
  } as const;
  const delegate = await it.store.inTenant(NORTH, (tx) => tx.addDelegate(wish, acting()));
  const list = () => it.store.inTenant(NORTH, (tx) => tx.listDelegates(memberId, AT_THE_DESK));
  expect(await list()).toEqual([delegate]);
  expect(await it.store.rotateDataKey(NORTH, DESK, T0)).toBeGreaterThan(1);
  expect(await list()).toEqual([delegate]);
  const revoke = (tenant = NORTH) =>
    it.store.inTenant(tenant, (tx) => tx.revokeDelegate(delegate.id, memberId, acting(later(9))));
  expect([await revoke(SOUTH), await revoke(), await revoke()]).toEqual([false, true, true]);
  expect(await list()).toEqual([]);
});

test("[SAP-3.2-2a] who allowed a booking out of hours and why is sealed, and the audit log names the offer", async () => {
  const entry = { quoteId: "q-late" as QuoteId, supervisor: "係長", reason: REASON };
  await it.store.inTenant(NORTH, (tx) => tx.addSupervisorEntry(entry, acting()));
  const { rows } = await asOwner(it.ownerUrl, (client) =>
    client.query("SELECT encode(reason, 'escape') AS sealed FROM noriai.supervisor_entries"),
  );
  expect(rows).toHaveLength(1);
  expect(Buffer.from(rows[0].sealed).toString()).not.toContain("小野田");
  const [last] = await it.store.inTenant(NORTH, (tx) => tx.listAudit(1));
  expect(last).toMatchObject({ event: "supervisor-entry-made", subject: "q-late" });
});
