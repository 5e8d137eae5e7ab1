import type { DutyId, TenantId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { REASON } from "./support/fill.ts";
import { at, DESK, MONDAY, T0 } from "./support/town.ts";

const TOWN = "town" as TenantId;
const D1 = "D1" as DutyId;
let it: TestStore;

beforeAll(async () => {
  it = await openTestStore();
  await it.store.createTenant({ id: TOWN, name: TOWN });
});
afterAll(() => it.close());

test("[SAP-5.3-2] a message is read as it was written, with the first showing and the first reading", async () => {
  const content = { kind: "text", text: REASON } as const;
  const message = { serviceDate: MONDAY, dutyId: D1, to: "driver", priority: "urgent", content } as const;
  const sent = await it.store.inTenant(TOWN, (tx) => tx.sendDriverMessage(message, { by: DESK, now: T0 }));
  const receive = (receipt: "shown" | "read", minute: number) =>
    it.store.inTenant(TOWN, (tx) =>
      tx.receiveDriverMessage(sent.id, receipt, { by: { role: "driver" }, now: at(minute) }),
    );
  await receive("shown", 1);
  await receive("shown", 2);
  await receive("read", 3);
  await receive("read", 4);
  await it.store.rotateDataKey(TOWN, DESK, at(5));
  const all = await it.store.inTenant(TOWN, (tx) => tx.listDriverMessages(MONDAY));
  expect(all).toEqual([
    {
      ...message,
      id: sent.id,
      sentAt: T0,
      sentBy: undefined,
      readBy: undefined,
      shownAt: at(1),
      readAt: at(3),
    },
  ]);
  expect(await it.store.inTenant(TOWN, (tx) => tx.listDriverMessages(MONDAY, "D2" as DutyId))).toEqual([]);
  const audit = await it.store.inTenant(TOWN, (tx) => tx.listAudit(10));
  expect(audit.map(({ event }) => event)).toEqual([
    "data-key-rotated",
    "driver-message-read",
    "driver-message-sent",
  ]);
  expect(JSON.stringify(audit)).not.toContain("小野田");
});
