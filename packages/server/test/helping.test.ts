import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  at,
  book,
  type Client,
  NOBODY_ELSE,
  newKey,
  openHouse,
  type TestHouse,
  text,
  trip,
} from "./house.ts";
import { riderOf } from "./riders.ts";

/**
 * A mother lets her daughter book for her (家族の代理): invites, passes a code on, is booked for, sees who did it, and takes
 * it back.
 */
let house: TestHouse;
let mother: Client;
let daughter: Client;
let stranger: Client;
let motherId: string;

beforeAll(async () => {
  house = await openHouse();
  [mother, daughter, stranger] = await Promise.all([riderNo(0), riderNo(1), riderNo(2)]);
  motherId = (await mother.send("GET", "session")).json.memberId;
}, 30_000);
afterAll(() => house.close());

const riderNo = (n: number) => riderOf(house, house.towns[0]!.members[n]!.memberNo);

const invite = (changes: object = {}) =>
  mother.send("POST", "my/helpers", {
    body: { name: "娘のさくら", relation: "family", consents: true, ...changes },
    key: newKey(),
  });
const accept = (client: Client, code: string) =>
  client.send("POST", "my/invitations/accept", { body: { code, consents: true }, key: newKey() });
const helpers = async () => (await mother.send("GET", "my/helpers")).json.helpers;
const helping = async (client = daughter) => (await client.send("GET", "my/helping")).json.helping;
const forMother = (time: string) => trip({ memberId: motherId, time: { mode: "depart", at: text(time) } });
const ask = (client: Client, time = "10:00") =>
  client.send("POST", "quotes", { body: forMother(time), key: newKey() });

describe("[FIELD-14] a family helper with consent on both sides", () => {
  test("may do nothing before both have consented", async () => {
    expect((await ask(daughter)).json.fields[0].name).toBe("memberId");
    const invited = await invite();
    expect(invited.json).toMatchObject({
      code: expect.stringMatching(/^\d{12}$/),
      helper: { standing: "invited" },
    });
    expect((await ask(daughter)).status).toBe(400);
    expect((await accept(mother, invited.json.code)).json.rejections[0].kind).toBe("own");
    const read = await daughter.send("POST", "my/invitations/read", { body: { code: invited.json.code } });
    expect(read.json).toMatchObject({ memberName: expect.any(String), relation: "family" });
    const unwilling = { body: { code: invited.json.code, consents: false }, key: newKey() };
    expect((await daughter.send("POST", "my/invitations/accept", unwilling)).status).toBe(400);
    expect((await accept(daughter, invited.json.code)).json).toMatchObject({ memberId: motherId });
    expect(await helpers()).toMatchObject([
      { name: "娘のさくら", standing: "helping", consentedHow: "app", acceptedAt: expect.any(String) },
    ]);
    expect((await accept(stranger, invited.json.code)).status).toBe(404);
  });

  test("books, changes and calls off for the member; everybody sees who did it", async () => {
    const booked = await book(daughter, forMother("10:00"));
    expect((await book(mother, trip({ time: { mode: "depart", at: text("13:00") } }))).status).toBe(200);
    const [one] = await helping();
    const seen = (await daughter.send("GET", `my/helping/${one.id}/bookings`)).json;
    expect(seen.bookings.map(({ acts }: never) => (acts as object[])[0])).toMatchObject([
      { kind: "booked", by: "self", isReader: false },
      { kind: "booked", by: "helper", helper: null, isReader: true },
    ]);
    const own = (await mother.send("GET", "my/bookings")).json.bookings;
    expect(own.find(({ id }: { id: string }) => id === booked.json.id).acts).toMatchObject([
      { kind: "booked", by: "helper", helper: "娘のさくら", isReader: false },
    ]);
    const asked = await daughter.send("POST", "quotes", {
      body: { ...forMother("10:30"), replaces: booked.json.id },
      key: newKey(),
    });
    const changed = await daughter.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
    expect(changed.status, changed.text).toBe(200);
    const cancel = { body: { reason: "" }, key: newKey() };
    const cancelled = await daughter.send("POST", `bookings/${changed.json.id}/cancel`, cancel);
    expect(cancelled.json.state).toBe("cancelled_by_rider");
    const after = (await mother.send("GET", "my/bookings")).json.bookings;
    const acts = after.flatMap((booking: { acts: object[] }) => booking.acts);
    expect(acts.filter(({ by }: { by: string }) => by === "helper").length).toBeGreaterThan(2);
    const desk = await house.enter("call_operator");
    const listed = (await desk.send("GET", `members/${motherId}/bookings`)).json.bookings;
    expect(JSON.stringify(listed)).toContain("娘のさくら");
    const { entries } = (await desk.send("GET", `bookings/${changed.json.id}/history`)).json;
    expect(entries.find(({ kind }: { kind: string }) => kind === "booked").by).toEqual({
      ...{ role: "rider", name: null, onBehalf: true },
    });
    expect((await daughter.send("GET", "my/bookings")).json.bookings).toEqual([]);
  });

  test("keeps recurring rides and the waiting list in the member's name, never in their own", async () => {
    const terms = {
      ...{ weekdays: [3], first: "2026-11-25", last: "2026-12-23", from: "s01", to: "s02", wheelchairs: 0 },
      ...{ time: { mode: "arrive", at: "10:30" }, companions: NOBODY_ELSE },
    };
    const body = { ...terms, memberId: motherId };
    const refused = await stranger.send("POST", "recurring", { body, key: newKey() });
    expect([refused.status, refused.json.fields?.[0].name]).toEqual([400, "memberId"]);
    const { id } = (await daughter.send("POST", "recurring", { body, key: newKey() })).json;
    const wishes = async (client: Client, of = "") =>
      (await client.send("GET", `recurring${of}`)).json.wishes;
    expect(await wishes(mother)).toMatchObject([{ id }]);
    expect(await wishes(daughter, `?memberId=${motherId}`)).toMatchObject([{ id }]);
    expect(await wishes(daughter)).toEqual([]);
    expect((await daughter.send("GET", "my/bookings")).json.bookings).toEqual([]);
    const booked = (await mother.send("GET", "my/bookings")).json.bookings.find(
      ({ state }: { state: string }) => state === "confirmed",
    );
    expect(booked.acts).toMatchObject([{ kind: "booked", by: "helper", helper: "娘のさくら" }]);
    expect((await stranger.send("GET", `recurring?memberId=${motherId}`)).status).toBe(404);
    expect((await stranger.send("GET", `members/${motherId}/waiting`)).status).toBe(404);
    expect((await daughter.send("GET", `members/${motherId}/waiting`)).json).toEqual({ waiting: [] });
    const end = { body: { keepsBooked: false }, key: newKey() };
    expect((await stranger.send("POST", `recurring/${id}/end`, end)).status).toBe(404);
    expect((await daughter.send("POST", `recurring/${id}/end`, end)).status).toBe(204);
    expect((await wishes(mother))[0].ended).not.toBeNull();
  });

  test("leaves the member's way back open, takes it back, and has none of their own by it", async () => {
    const booked = await book(
      daughter,
      trip({ memberId: motherId, time: { mode: "depart", at: text("09:30") } }),
    );
    expect(booked.status, booked.text).toBe(200);
    const { id: bookingId } = booked.json;
    const returns = async (client: Client, of = "") => {
      const { returns: all } = (await client.send("GET", `my/open-returns${of}`)).json;
      return all?.filter((one: { bookingId: string }) => one.bookingId === bookingId);
    };
    const ofMother = `?memberId=${motherId}`;
    expect(await returns(daughter, ofMother)).toMatchObject([{ wished: false }]);
    expect(await returns(daughter)).toEqual([]);
    expect((await stranger.send("GET", `my/open-returns${ofMother}`)).status).toBe(404);
    const wish = (client: Client) => client.send("POST", "my/open-returns", { body: { bookingId } });
    expect([(await wish(stranger)).status, (await wish(daughter)).status]).toEqual([404, 204]);
    expect(await returns(mother), "she sees it herself").toMatchObject([{ wished: true }]);
    const drop = (client: Client) => client.send("DELETE", `my/open-returns/${bookingId}`);
    expect([(await drop(stranger)).status, (await drop(daughter)).status]).toEqual([404, 204]);
    expect(await returns(mother)).toMatchObject([{ wished: false }]);
    await daughter.send("POST", `bookings/${bookingId}/cancel`, { body: { reason: "" }, key: newKey() });
  });

  test("is told in the member's own log of who read the record", async () => {
    const { readings } = (await mother.send("GET", "my/readings")).json;
    expect(readings.find(({ helper }: { helper: string }) => helper === "娘のさくら")).toMatchObject({
      role: "rider",
      purpose: "booking",
    });
  });

  test("nobody else gets in: a stranger can neither see, nor book, nor call off", async () => {
    const { id } = (await book(mother, trip({ time: { mode: "depart", at: text("11:30") } }))).json;
    expect((await ask(stranger)).status).toBe(400);
    const cancel = { body: { reason: "" }, key: newKey() };
    expect((await stranger.send("POST", `bookings/${id}/cancel`, cancel)).status).toBe(404);
    const [one] = await helping();
    expect((await stranger.send("GET", `my/helping/${one.id}/bookings`)).status).toBe(404);
    expect((await stranger.send("DELETE", `my/helping/${one.id}`)).status).toBe(404);
    expect((await stranger.send("DELETE", `my/helpers/${one.id}`)).status).toBe(404);
    const offered = (await ask(daughter, "14:00")).json.quote.id;
    expect((await stranger.send("POST", `quotes/${offered}/confirm`, { key: newKey() })).status).toBe(404);
  });

  test("loses the right at once when the member takes the consent back, a held offer included", async () => {
    const asked = await ask(daughter, "10:00");
    expect(asked.json.kind, asked.text).toBe("quote");
    const offered = asked.json.quote.id;
    const [mine] = await helpers();
    expect((await mother.send("DELETE", `my/helpers/${mine.id}`)).status).toBe(204);
    expect((await daughter.send("POST", `quotes/${offered}/confirm`, { key: newKey() })).status).toBe(404);
    expect((await ask(daughter)).status).toBe(400);
    expect([await helpers(), await helping()]).toEqual([[], []]);
    const past = (await mother.send("GET", "my/bookings")).json.bookings;
    expect(JSON.stringify(past), "what was done before stays told").toContain("娘のさくら");
  });

  test("leaves by themselves", async () => {
    const { code } = (await invite()).json;
    await accept(daughter, code);
    const [one] = await helping();
    expect((await daughter.send("DELETE", `my/helping/${one.id}`)).status).toBe(204);
    expect((await ask(daughter)).status).toBe(400);
    expect(await helpers()).toEqual([]);
  });

  test("cannot be had by guessing: wrong codes are counted, and the right one waits too", async () => {
    const { code } = (await invite()).json;
    const guesses = [];
    for (let guess = 0; guess < 12; guess++)
      guesses.push((await accept(stranger, String(100_000_000_000 + guess))).status);
    expect(guesses.filter((status) => status === 404).length).toBeLessThanOrEqual(10);
    const blocked = await accept(stranger, code);
    expect([blocked.status, Number(blocked.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect((await accept(daughter, code)).status, "others are not kept out by it").toBe(200);
  });

  test("ends with the invitation's week, and ten helpers are enough", async () => {
    const { code } = (await invite({ name: "息子" })).json;
    house.clock.now = at("08:40", "2026-12-01" as never);
    expect((await accept(daughter, code)).status).toBe(404);
    for (let n = (await helpers()).length; n < 9; n++)
      expect((await invite({ name: `孫${n}` })).status).toBe(200);
    const atOnce = await Promise.all([1, 2, 3, 4].map((n) => invite({ name: `ひ孫${n}` })));
    expect(atOnce.map(({ status }) => status).sort(), "one place is given once").toEqual([
      200, 409, 409, 409,
    ]);
    expect((await invite()).json.rejections[0]).toMatchObject({ kind: "too-many-helpers", most: 10 });
  });
});
