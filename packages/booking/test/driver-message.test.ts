import type { DriverMessageId, DutyId, EpochSeconds } from "@noriai/kernel";
import { minutes } from "@noriai/kernel";
import { expect, test } from "vitest";
import { type DriverMessage, phoneFrom } from "../src/index.ts";
import { MONDAY } from "./a-world.ts";

const sent: DriverMessage = {
  id: "m" as DriverMessageId,
  serviceDate: MONDAY,
  dutyId: "d" as DutyId,
  to: "driver",
  priority: "normal",
  content: { kind: "saying", saying: "check-plan" },
  sentAt: 1000 as EpochSeconds,
  shownAt: undefined,
  readAt: undefined,
};

test("[SAP-5.3-2] an unread message is to be phoned about after the service's time, an urgent one after a third of it", () => {
  const standards = { driverAnswersWithin: minutes(6) };
  expect(phoneFrom(sent, standards)).toBe(1360);
  expect(phoneFrom({ ...sent, shownAt: 1010 as EpochSeconds }, standards), "shown is not read").toBe(1360);
  expect(phoneFrom({ ...sent, priority: "urgent" }, standards)).toBe(1120);
  expect(phoneFrom(sent, {}), "five minutes where the service says nothing").toBe(1300);
});

test("[SAP-5.3-2] nobody phones about a message that was read, or about one of the driver's own", () => {
  expect(phoneFrom({ ...sent, readAt: 1200 as EpochSeconds }, {})).toBeUndefined();
  expect(phoneFrom({ ...sent, to: "office" }, {})).toBeUndefined();
});
