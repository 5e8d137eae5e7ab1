import type { DriverMessage } from "@noriai/api";
import { expect, test } from "vitest";
import { alertsIn, messageText, minutesSince, toBePhoned } from "../src/driver-messages/words.ts";
import { driverMessagesMessages } from "../src/messages/driver-messages/index.ts";
import { typedAddress } from "../src/notices/typed-address.ts";

const AT = "2026-11-24T09:00:00+09:00";
const NOON = Date.parse("2026-11-24T12:00:00+09:00") / 1000;
const sent: DriverMessage = {
  ...{ id: "m1", serviceDate: "2026-11-24", dutyId: "d1", to: "driver", priority: "normal" },
  content: { kind: "saying", saying: "wait-there" },
  ...{ sentAt: AT, sentBy: "受付", shownAt: null, readAt: null, readBy: null },
  phoneFrom: "2026-11-24T09:05:00+09:00",
};

test("a saying is read in the reader's own language, own words as they are", () => {
  const { ja, en } = driverMessagesMessages;
  expect(messageText(sent, ja)).toBe("その場で待ってください");
  expect(messageText(sent, en)).toBe("Please wait where you are");
  expect(messageText({ ...sent, content: { kind: "text", text: "南口へ" } }, en)).toBe("南口へ");
  const answer = { ...sent, to: "office", content: { kind: "saying", saying: "call-me" } } as const;
  expect(messageText(answer, ja)).toBe("電話をください");
});

test("[SAP-5.3-2] a driver is to be phoned from the moment that the message says, once for each duty", () => {
  const due = Date.parse(sent.phoneFrom!) / 1000;
  const second = { ...sent, id: "m2" };
  const elsewhere = { ...sent, id: "m3", dutyId: "d2" };
  const read = { ...sent, id: "m4", dutyId: "d3", phoneFrom: null };
  const all = [sent, second, elsewhere, read];
  expect(toBePhoned(all, due - 1)).toEqual([]);
  expect(toBePhoned(all, due).map(({ id }) => id)).toEqual(["m1", "m3"]);
  expect(minutesSince(AT, NOON)).toBe(180);
});

test("[SAP-5.3-2] whoever is not at the board is told how many drivers to phone and how many have written", () => {
  const due = Date.parse(sent.phoneFrom!) / 1000;
  const answer = { ...sent, id: "m2", to: "office", phoneFrom: null } as const;
  const answered = { ...answer, id: "m3", readAt: AT };
  expect(alertsIn([sent, answer, answered], due - 1)).toEqual({ toPhone: 0, fromDrivers: 1 });
  expect(alertsIn([sent, answer, answered], due)).toEqual({ toPhone: 1, fromDrivers: 1 });
  expect(alertsIn([answered], due)).toEqual({ toPhone: 0, fromDrivers: 0 });
});

test("an address or number is taken as people type it; what cannot be one is nothing", () => {
  expect(typedAddress("email", " hanako＠example.jp ")).toBe("hanako@example.jp");
  expect(typedAddress("sms", "０９０ー１２３４ー５６７８")).toBe("090-1234-5678");
  expect(typedAddress("sms", "09012345678")).toBe("090-1234-5678");
  for (const wrong of ["", "hanako", "hanako@", "a@b", "a@b@c.jp"])
    expect(typedAddress("email", wrong)).toBeUndefined();
  for (const wrong of ["0836-31-1234", "090-123", "190-1234-5678"])
    expect(typedAddress("sms", wrong)).toBeUndefined();
});
