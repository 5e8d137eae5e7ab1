import { type Store, StoreBusy } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "../src/index.ts";
import {
  at,
  book,
  type Client,
  clientOf,
  NOBODY_ELSE,
  newKey,
  openHouse,
  type TestHouse,
  TODAY,
  text,
  trip,
} from "./house.ts";

let house: TestHouse;
let rider: Client;
let desk: Client;

beforeAll(async () => {
  house = await openHouse();
  rider = await house.enter("rider");
  desk = await house.enter("call_operator");
}, 30_000);
afterAll(() => house.close());

/** Books for one member after the other until there is no more room; returns the refusal of the last one. */
async function untilRefused(memberIds: readonly string[], requestOf: (memberId: string) => object) {
  for (const memberId of memberIds) {
    const asked = await desk.send("POST", "quotes", { body: requestOf(memberId), key: newKey() });
    if (asked.json.kind === "refusal") return asked;
    await desk.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
  }
  throw new Error("there was room for everybody");
}

const findMember = async (q: string): Promise<string> => {
  const found = await desk.send("GET", `members?q=${encodeURIComponent(q)}`);
  return found.json.members[0].id;
};

describe("a booking over HTTP", () => {
  test("[SAP-5.1-1] a rider asks arrive-by, confirms, changes and cancels", async () => {
    const asked = await rider.send("POST", "quotes", { body: trip(), key: newKey() });
    expect(asked.status).toBe(200);
    const { quote } = asked.json;
    expect(quote.promise.arriveBy).toBe(text("10:30"));
    expect(quote.trip.party).toEqual({ ...NOBODY_ELSE, senior: 1 });
    expect(quote.fare.total).toBe(150);

    const key = newKey();
    const confirmed = await rider.send("POST", `quotes/${quote.id}/confirm`, { key });
    expect(confirmed.json).toMatchObject({ id: quote.id, state: "confirmed", actions: ["change", "cancel"] });
    const again = await rider.send("POST", `quotes/${quote.id}/confirm`, { key });
    expect(again.text).toBe(confirmed.text);

    const other = trip({ time: { mode: "arrive", at: text("11:30") }, replaces: quote.id });
    const changed = await book(rider, other);
    expect(changed.json).toMatchObject({ id: quote.id, boardingCode: confirmed.json.boardingCode });
    expect(changed.json.promise.arriveBy).toBe(text("11:30"));

    const list = await rider.send("GET", "my/bookings");
    expect(list.json.bookings.map(({ id }: { id: string }) => id)).toEqual([quote.id]);

    const cancelled = await rider.send("POST", `bookings/${quote.id}/cancel`, {
      body: { reason: "用事" },
      key: newKey(),
    });
    expect(cancelled.json).toMatchObject({ state: "cancelled_by_rider", actions: [] });
    expect(cancelled.json.pickupAt).toBeUndefined();
    const twice = await rider.send("POST", `bookings/${quote.id}/cancel`, {
      body: { reason: "用事" },
      key: newKey(),
    });
    expect(twice.status).toBe(409);
    expect(twice.json.rejections).toEqual([{ kind: "wrong-state", state: "cancelled_by_rider" }]);
  });

  test("[SAP-5.1-2] the desk finds a caller by phone number and books for her", async () => {
    const member = house.towns[0]!.members[1]!;
    const found = await desk.send("GET", `members?q=${encodeURIComponent(member.phone)}`);
    expect(found.json.members).toHaveLength(1);
    expect(found.json.members[0]).toMatchObject({ name: member.name, memberNo: member.memberNo });
    const memberId = found.json.members[0].id;
    const booked = await book(desk, trip({ memberId, time: { mode: "depart", at: text("12:00") } }));
    expect(booked.json.channel).toBe("phone");
    const list = await desk.send("GET", `members/${memberId}/bookings`);
    expect(list.json.bookings[0].id).toBe(booked.json.id);
    const cancelled = await desk.send("POST", `bookings/${booked.json.id}/cancel`, {
      body: { reason: "電話" },
      key: newKey(),
    });
    expect(cancelled.json.state).toBe("cancelled_by_rider");
  });

  test("a change to another day gives the seat of the old day back", async () => {
    const first = await book(rider, trip({ time: { mode: "arrive", at: text("13:00") } }));
    const moved = trip({
      time: { mode: "arrive", at: text("13:00", "2026-11-25") },
      replaces: first.json.id,
    });
    const second = await book(rider, moved);
    expect(second.json.trip.serviceDate).toBe("2026-11-25");
    const list = await rider.send("GET", "my/bookings");
    const states = Object.fromEntries(
      list.json.bookings.map(({ id, state }: { id: string; state: string }) => [id, state]),
    );
    expect(states[first.json.id]).toBe("cancelled_by_rider");
    expect(states[second.json.id]).toBe("confirmed");
    await rider.send("POST", `bookings/${second.json.id}/cancel`, { body: { reason: "" }, key: newKey() });
  });

  test("a change to another day is refused whole when the vehicle is already on its way for the old ride", async () => {
    const [date, nextDate] = ["2026-11-26", "2026-11-27"];
    const before = house.clock.now;
    house.clock.now = at("08:40", date as never);
    const old = await book(rider, trip({ time: { mode: "depart", at: text("10:00", date) } }));
    house.clock.now = at("09:58", date as never);
    const body = trip({ time: { mode: "depart", at: text("10:00", nextDate) }, replaces: old.json.id });
    const asked = await rider.send("POST", "quotes", { body, key: newKey() });
    const driver = await house.enter("driver");
    const events = [
      { id: "there", dutyId: `${date}.v1.1`, at: text("09:58", date), kind: "arrived", stopId: "s01" },
    ];
    const arrived = await driver.send("POST", "duty/events", { body: { events } });
    expect(arrived.json.results[0].outcome, arrived.text).toBe("recorded");
    const path = `quotes/${asked.json.quote.id}/confirm`;
    for (const key of [newKey(), newKey()]) {
      const refused = await rider.send("POST", path, { key });
      expect(refused.status).toBe(409);
      expect(refused.json.rejections).toEqual([{ kind: "not-changeable" }]);
    }
    const list = await rider.send("GET", "my/bookings");
    const open = list.json.bookings.filter(({ state }: { state: string }) => !/cancelled/.test(state));
    expect(open.map(({ id }: { id: string }) => id)).toEqual([old.json.id]);
    await desk.send("POST", `bookings/${old.json.id}/cancel`, { body: { reason: "" }, key: newKey() });
    house.clock.now = before;
  });

  test("a change to another day that breaks off in the middle leaves the old booking alone", async () => {
    const old = await book(rider, trip({ time: { mode: "depart", at: text("13:30") } }));
    const time = { mode: "depart", at: text("13:30", "2026-11-25") };
    const body = trip({ time, replaces: old.json.id });
    const asked = await rider.send("POST", "quotes", { body, key: newKey() });
    const { store } = house.world;
    const lost = () => Promise.reject(new StoreBusy("timeout"));
    // The connection is lost when the old ride's day is to be decided on.
    const breaking: Store["decideOnDay"] = (command) =>
      command.serviceDate === TODAY
        ? lost()
        : store.decideOnDay({
            ...command,
            after: async (tx, ...rest) => command.after?.({ ...tx, decideAlso: lost }, ...rest),
          });
    const server = await createServer({ ...house.world, store: { ...store, decideOnDay: breaking } });
    const path = `quotes/${asked.json.quote.id}/confirm`;
    const broken = await clientOf(server, rider.tenant, rider.cookie).send("POST", path, { key: newKey() });
    await server.close();
    expect(broken.status).toBe(503);
    const statesOf = async () =>
      Object.fromEntries(
        (await rider.send("GET", "my/bookings")).json.bookings.map(
          ({ id, state }: { id: string; state: string }) => [id, state],
        ),
      );
    expect((await statesOf())[old.json.id]).toBe("confirmed");
    expect(await statesOf()).not.toHaveProperty(asked.json.quote.id);
    expect((await rider.send("POST", path, { key: newKey() })).status).toBe(200);
    expect(await statesOf()).toMatchObject({
      [old.json.id]: "cancelled_by_rider",
      [asked.json.quote.id]: "confirmed",
    });
    await rider.send("POST", `bookings/${asked.json.quote.id}/cancel`, {
      body: { reason: "" },
      key: newKey(),
    });
  });

  test("a change names a booking of one's own, or the field is named", async () => {
    const memberId = await findMember(house.towns[0]!.members[3]!.memberNo);
    const other = await book(desk, trip({ memberId, time: { mode: "depart", at: text("14:30") } }));
    for (const replaces of ["no-such-booking", other.json.id]) {
      const asked = await rider.send("POST", "quotes", { body: trip({ replaces }), key: newKey() });
      expect(asked.status).toBe(400);
      expect(asked.json).toMatchObject({ kind: "invalid-input", fields: [{ name: "replaces" }] });
    }
    await desk.send("POST", `bookings/${other.json.id}/cancel`, { body: { reason: "" }, key: newKey() });
  });

  test("an offer given back is gone, and its seat is free", async () => {
    const asked = await rider.send("POST", "quotes", { body: trip(), key: newKey() });
    const { id } = asked.json.quote;
    expect((await rider.send("DELETE", `quotes/${id}`)).status).toBe(204);
    expect((await rider.send("DELETE", `quotes/${id}`)).status).toBe(404);
    expect((await rider.send("POST", `quotes/${id}/confirm`, { key: newKey() })).status).toBe(404);
  });

  test("[SAP-5.5-3] [FIELD-17] who is refused hears why and gets alternatives that can each be booked", async () => {
    // Four seats: whole parties at one hour, until the vehicle has no more time.
    const full = { ...NOBODY_ELSE, general: 3 };
    const far = (changes: object) => trip({ to: "s05", ...changes });
    const time = { mode: "depart", at: text("10:00") };
    const memberIds = await Promise.all(
      house.towns[0]!.members.slice(1).map(({ memberNo }) => findMember(memberNo)),
    );
    const asked = await untilRefused(memberIds, (memberId) => far({ memberId, companions: full, time }));
    const memberId = memberIds.at(-1)!;
    const { rejections, alternatives } = asked.json.refusal;
    expect(rejections[0].kind).toBe("no-vehicle");
    expect(rejections[0].duties[0].reason.kind).toBeTruthy();
    expect(alternatives.length).toBe(3);
    for (const { time } of alternatives) {
      const booked = await book(desk, far({ memberId, companions: full, time }));
      expect(booked.json.state).toBe("confirmed");
      await desk.send("POST", `bookings/${booked.json.id}/cancel`, { body: { reason: "" }, key: newKey() });
    }
    const nine = await desk.send("POST", "quotes", {
      body: trip({ memberId, companions: { ...NOBODY_ELSE, general: 8 } }),
      key: newKey(),
    });
    expect(nine.json.refusal.rejections[0]).toMatchObject({ kind: "party-too-large", seats: 4 });
  });

  test("instants inside a refusal are RFC 3339", async () => {
    const late = await rider.send("POST", "quotes", {
      body: trip({ time: { mode: "depart", at: text("09:00") } }),
      key: newKey(),
    });
    expect(late.json.refusal.rejections).toContainEqual({
      kind: "past-cutoff",
      closedAt: text("08:30"),
      minutes: 30,
    });
  });
});

describe("the same command twice", () => {
  test("a command without Idempotency-Key is refused and the header named", async () => {
    const asked = await rider.send("POST", "quotes", { body: trip() });
    expect(asked.status).toBe(400);
    expect(asked.json).toMatchObject({
      kind: "missing-idempotency-key",
      fields: [{ name: "Idempotency-Key" }],
    });
  });

  test("ten repeats at once all get the first answer, and one offer is held", async () => {
    const key = newKey();
    const repeats = Array.from({ length: 10 }, () => rider.send("POST", "quotes", { body: trip(), key }));
    const answers = await Promise.all(repeats);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const board = await desk.send("GET", "board");
    expect(board.json.held).toHaveLength(1);
    expect(board.json.held[0].quoteId).toBe(answers[0]!.json.quote.id);
  });

  test("the order of names in the content does not matter, its values do", async () => {
    const key = newKey();
    const first = await rider.send("POST", "quotes", { body: trip(), key });
    const turned = Object.fromEntries(Object.entries(trip()).reverse());
    expect((await rider.send("POST", "quotes", { body: turned, key })).text).toBe(first.text);
    const other = await rider.send("POST", "quotes", { body: trip({ to: "s03" }), key });
    expect(other.status).toBe(409);
    expect(other.json.kind).toBe("idempotency-key-reused");
  });

  test("a refused command is remembered too", async () => {
    const key = newKey();
    const first = await rider.send("POST", "bookings/nobody-s/cancel", { body: { reason: "" }, key });
    const again = await rider.send("POST", "bookings/nobody-s/cancel", { body: { reason: "" }, key });
    expect([first.status, again.status]).toEqual([404, 404]);
  });

  test("a member registered twice with one key is one member", async () => {
    const member = {
      name: "試験 太郎",
      kana: "しけん たろう",
      phone: "0836-00-9999",
      birthDate: "1950-01-01",
      town: "船木",
    };
    const key = newKey();
    const [first, again] = await Promise.all(
      [1, 2].map(() => desk.send("POST", "members", { body: member, key })),
    );
    expect(first!.json.memberNo).toBe(again!.json.memberNo);
    expect(first!.json.fareClass).toBe("general"); // nobody has seen a paper with the birth date yet
    const found = await desk.send("GET", `members?q=${encodeURIComponent("0836009999")}`);
    expect(found.json.members).toHaveLength(1);
  });
});

describe("what belongs to others", () => {
  test("a rider finds neither another member's offer nor booking", async () => {
    const memberId = await findMember(house.towns[0]!.members[2]!.memberNo);
    const booked = await book(desk, trip({ memberId, time: { mode: "depart", at: text("14:00") } }));
    const asked = await desk.send("POST", "quotes", {
      body: trip({ memberId, time: { mode: "arrive", at: text("12:00", "2026-11-25") } }),
      key: newKey(),
    });
    const { id } = asked.json.quote;
    const cancel = { body: { reason: "" }, key: newKey() };
    expect((await rider.send("POST", `bookings/${booked.json.id}/cancel`, cancel)).status).toBe(404);
    expect((await rider.send("DELETE", `quotes/${id}`)).status).toBe(404);
    expect((await rider.send("POST", `quotes/${id}/confirm`, { key: newKey() })).status).toBe(404);
    expect((await rider.send("POST", `quotes/${booked.json.id}/confirm`, { key: newKey() })).status).toBe(
      404,
    );
    const forOther = await rider.send("POST", "quotes", { body: trip({ memberId }), key: newKey() });
    expect(forOther.json.fields[0].name).toBe("memberId");
  });

  test.each([
    ["the same day", "2026-11-26", 3],
    ["another day", "2026-11-27", 4],
  ])(
    "a rider cannot change another member's booking by naming it, for a ride on %s",
    async (_when, date, n) => {
      const memberId = await findMember(house.towns[0]!.members[n]!.memberNo);
      const time = { mode: "depart", at: text(`1${n - 2}:00`, "2026-11-26") };
      const booked = await book(desk, trip({ memberId, time }));
      const body = trip({ time: { mode: "depart", at: text("11:00", date) }, replaces: booked.json.id });
      const asked = await rider.send("POST", "quotes", { body, key: newKey() });
      if (asked.json.kind === "quote")
        await rider.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
      const list = await desk.send("GET", `members/${memberId}/bookings`);
      expect(list.json.bookings[0]).toMatchObject({ id: booked.json.id, state: "confirmed" });
    },
  );
});
