import type { MemberId } from "@noriai/kernel";
import type { DayCommand, Store } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, type Client, newKey, openHouse, SMALL_TOWN, type TestHouse, text, trip } from "./house.ts";
import { riderOf } from "./riders.ts";

/**
 * A mother takes her daughter's consent back while the daughter's wish is being decided: after it was looked up, before it
 * is written. Nothing may come of the wish.
 */
let house: TestHouse;
let mother: Client;
let daughter: Client;
let motherId: MemberId;

beforeAll(async () => {
  house = await openHouse();
  const [first, second] = house.towns[0]!.members;
  mother = await riderOf(house, first!.memberNo);
  daughter = await riderOf(house, second!.memberNo);
  motherId = (await mother.send("GET", "session")).json.memberId;
  await fill("10:00");
}, 60_000);
afterAll(() => house.close());

const wish = (time: string) => {
  const companions = { general: 3, senior: 0, disabled: 0, child: 0, infant: 0 };
  return trip({
    ...{ memberId: motherId, from: "s01", to: "s05", companions },
    time: { mode: "depart", at: text(time) },
  });
};

/** Books every vehicle full at that time. */
async function fill(time: string): Promise<void> {
  const desk = await house.enter("call_operator");
  const { store } = house.world;
  for (let k = 0; k < 9; k++) {
    const person = { name: `満員 ${k}`, kana: "まんいん", phone: "0836-01-0001", town: "船木" };
    const { id: memberId } = await store.inTenant(SMALL_TOWN as never, (tx) =>
      tx.addMember(
        { ...person, birthDate: "1950-01-01" as never, disability: undefined },
        { role: "system" },
        at("08:00"),
      ),
    );
    const body = { ...wish(time), memberId };
    const asked = await desk.send("POST", "quotes", { body, key: newKey() });
    if (asked.json.kind === "refusal") return;
    await desk.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
  }
}

async function consent(): Promise<void> {
  const body = { name: "娘", relation: "family", consents: true };
  const { code } = (await mother.send("POST", "my/helpers", { body, key: newKey() })).json;
  const accepted = { body: { code, consents: true }, key: newKey() };
  expect((await daughter.send("POST", "my/invitations/accept", accepted)).status).toBe(200);
}

/** Takes every consent back at the moment at which the next decision begins. */
function takeBackAtTheNextDecision(): void {
  const store = house.world.store as { decideOnDay: Store["decideOnDay"] };
  const decideOnDay = store.decideOnDay.bind(store);
  store.decideOnDay = async <A>(command: DayCommand<A>): Promise<A> => {
    store.decideOnDay = decideOnDay;
    const { helpers } = (await mother.send("GET", "my/helpers")).json;
    for (const { id } of helpers) await mother.send("DELETE", `my/helpers/${id}`);
    return decideOnDay(command);
  };
}

const send = (method: string, path: string, body?: object) =>
  daughter.send(method, path, { ...(body && { body }), key: newKey() });
const offer = async (by: Client = daughter): Promise<string> => {
  const asked = await by.send("POST", "quotes", { body: wish("14:00"), key: newKey() });
  expect(asked.json.kind, asked.text).toBe("quote");
  return asked.json.quote.id;
};
const waiting = async () => (await mother.send("GET", "my/waiting")).json.waiting;

describe("[FIELD-14] a consent that is taken back between the look and the writing", () => {
  test.each<[string, () => Promise<() => ReturnType<Client["send"]>>]>([
    ["asking for an offer", async () => () => send("POST", "quotes", wish("14:00"))],
    [
      "saying yes to one",
      async () => {
        const id = await offer();
        return () => send("POST", `quotes/${id}/confirm`);
      },
    ],
    [
      "giving one back",
      async () => {
        const id = await offer();
        return () => send("DELETE", `quotes/${id}`);
      },
    ],
    ["waiting for room", async () => () => send("POST", "waiting", wish("10:00"))],
    [
      "waiting no longer",
      async () => {
        const joined = await send("POST", "waiting", wish("10:00"));
        expect(joined.status, joined.text).toBe(200);
        return () => send("DELETE", `waiting/${joined.json.id}`);
      },
    ],
  ])("is none for %s", async (_, prepare) => {
    await consent();
    const act = await prepare();
    const before = await waiting();
    takeBackAtTheNextDecision();
    expect((await act()).status).toBe(404);
    expect(await waiting()).toEqual(before);
    expect((await mother.send("GET", "my/bookings")).json.bookings).toEqual([]);
  });
});
