import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAccount, realSources } from "../src/index.ts";
import { type Client, clientOf, openHouse, SMALL_TOWN, type TestHouse } from "./house.ts";
import { softwarePasskey } from "./software-passkey.ts";

const PASSWORD = "正しい 馬の 電池と staple";
const HERE = { origin: "https://noriai.example.jp", rpId: "noriai.example.jp" };
let house: TestHouse;
let rider: Client;
let official: Client;

beforeAll(async () => {
  house = await openHouse({ mode: "production", publicOrigin: HERE.origin });
  const { memberNo } = house.towns[0]!.members[0]!;
  rider = await signedIn({ role: "rider", login: "rider1", memberNo });
  official = await signedIn({ role: "municipality", login: "kikaku" });
}, 60_000);
afterAll(() => house.close());

async function signedIn(account: { role: string; login: string; memberNo?: string }): Promise<Client> {
  const { login } = account;
  const to = { store: house.world.store, sources: realSources() };
  const added = { tenant: SMALL_TOWN, password: PASSWORD, displayName: "だれか", ...account };
  expect(await addAccount(to, added as never)).toMatchObject({ ok: true });
  const body = { login, password: PASSWORD };
  const entered = await house.nobody().send("POST", "session", { body });
  return clientOf(house.server, SMALL_TOWN, entered.headers.get("set-cookie")!.split(";")[0]!);
}

const challengeFor = async (owner: Client): Promise<string> =>
  (await owner.send("POST", "my/passkeys/challenge")).json.challenge;
const challengeAtDoor = async (): Promise<string> =>
  (await house.nobody().send("POST", "passkey-session/challenge")).json.challenge;
const add = (owner: Client, body: object) => owner.send("POST", "my/passkeys", { body });
const enter = (body: object) => house.nobody().send("POST", "passkey-session", { body });

async function addedPasskey(owner = rider) {
  const passkey = softwarePasskey();
  const added = await add(owner, passkey.make(await challengeFor(owner), HERE));
  expect(added.status, added.text).toBe(200);
  return { passkey, listed: added.json as { readonly id: string } };
}

describe("a passkey", () => {
  test("is asked for with finger, face or PIN, and to be found at the door without a name being typed", async () => {
    const { json } = await rider.send("POST", "my/passkeys/challenge");
    expect(json).toMatchObject({
      rp: { id: "noriai.example.jp" },
      user: { displayName: "だれか" },
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      attestation: "none",
    });
    expect(Buffer.from(json.user.id, "base64url").toString()).not.toContain("だれか");
  });

  test("once added lets its owner in, without a password or a number", async () => {
    const { passkey } = await addedPasskey();
    const entered = await enter(passkey.answer(await challengeAtDoor(), { ...HERE, counter: 1 }));
    expect(entered.status, entered.text).toBe(200);
    expect(entered.json).toMatchObject({ role: "rider" });
    const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
    const { sessions } = (await clientOf(house.server, SMALL_TOWN, cookie).send("GET", "my/sessions")).json;
    expect(sessions.find(({ isThis }: { isThis: boolean }) => isThis)).toMatchObject({ means: "passkey" });
  });

  test("is not lent: an answer is good once, for its own challenge, within five minutes", async () => {
    const { passkey } = await addedPasskey();
    const first = passkey.answer(await challengeAtDoor(), HERE);
    expect((await enter(first)).status).toBe(200);
    expect((await enter(first)).status).toBe(401);
    const late = passkey.answer(await challengeAtDoor(), HERE);
    house.clock.wall = (house.clock.wall + 301) as never;
    expect((await enter(late)).status).toBe(401);
    const forged = Buffer.from(await challengeAtDoor(), "base64url");
    forged[0] = (forged[0] ?? 0) ^ 1;
    expect((await enter(passkey.answer(forged.toString("base64url"), HERE))).status).toBe(401);
    expect((await enter(passkey.answer(await challengeFor(rider), HERE))).status).toBe(401);
  });

  test.each([
    ["made for another site", { ...HERE, origin: "https://noriai.example.com" }],
    ["of another name", { ...HERE, rpId: "example.jp" }],
    ["used without finger, face or PIN", { ...HERE, isVerified: false }],
    ["that names another account", { ...HERE, userHandle: Buffer.from("somebody").toString("base64url") }],
  ])("%s is refused", async (_, how) => {
    const { passkey } = await addedPasskey();
    expect((await enter(passkey.answer(await challengeAtDoor(), how))).json).toMatchObject({
      kind: "passkey-refused",
    });
  });

  test("whose counter has not moved on may be a copy, and is refused", async () => {
    const { passkey } = await addedPasskey();
    const with7 = { ...HERE, counter: 7 };
    expect((await enter(passkey.answer(await challengeAtDoor(), with7))).status).toBe(200);
    expect((await enter(passkey.answer(await challengeAtDoor(), with7))).status).toBe(401);
    expect((await enter(passkey.answer(await challengeAtDoor(), { ...HERE, counter: 8 }))).status).toBe(200);
  });

  test("is signed by its own key: another one with its name opens nothing", async () => {
    const { passkey } = await addedPasskey();
    const thief = softwarePasskey();
    const { id, rawId } = passkey.answer("x", HERE);
    const challenge = await challengeAtDoor();
    expect((await enter({ ...thief.answer(challenge, HERE), id, rawId })).status).toBe(401);
    expect((await enter(thief.answer(await challengeAtDoor(), HERE))).status).toBe(401);
  });

  test("made for one account cannot be added to another, nor twice, nor without being verified", async () => {
    const passkey = softwarePasskey();
    const mine = await challengeFor(rider);
    expect((await add(official, passkey.make(mine, HERE))).status).toBe(401);
    const unverified = passkey.make(await challengeFor(rider), { ...HERE, isVerified: false });
    expect((await add(rider, unverified)).status).toBe(401);
    expect((await add(rider, passkey.make(await challengeFor(rider), HERE))).status).toBe(200);
    expect((await add(official, passkey.make(await challengeFor(official), HERE))).status).toBe(401);
  });

  test("is one of ten at most, also when twelve are added at one moment", async () => {
    const owner = await signedIn({ role: "auditor", login: "kansa" });
    const challenges: string[] = [];
    for (let n = 0; n < 12; n++) challenges.push(await challengeFor(owner));
    const made = challenges.map((challenge) => softwarePasskey().make(challenge, HERE));
    const all = await Promise.all(made.map((passkey) => add(owner, passkey)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
    const refused = all.filter(({ status }) => status !== 200);
    expect(refused.map(({ json }) => json.rejections[0].kind)).toEqual(Array(2).fill("too-many-passkeys"));
    expect((await owner.send("GET", "my/passkeys")).json.passkeys).toHaveLength(10);
  });

  test("is seen and removed by its owner alone, and then opens nothing", async () => {
    const { passkey, listed } = await addedPasskey();
    expect((await official.send("GET", "my/passkeys")).json.passkeys).toEqual([]);
    expect((await official.send("DELETE", `my/passkeys/${listed.id}`)).status).toBe(404);
    expect((await rider.send("DELETE", `my/passkeys/${listed.id}`)).status).toBe(204);
    expect((await enter(passkey.answer(await challengeAtDoor(), HERE))).status).toBe(401);
  });

  test("stands in the audit log when it is added, used, refused and removed", async () => {
    const { passkey, listed } = await addedPasskey(official);
    await enter(passkey.answer(await challengeAtDoor(), HERE));
    await enter(passkey.answer(await challengeAtDoor(), { ...HERE, isVerified: false }));
    await official.send("DELETE", `my/passkeys/${listed.id}`);
    const { entries } = (await official.send("GET", "audit?limit=4")).json;
    expect(entries.map(({ event, purpose }: Record<string, unknown>) => [event, purpose])).toEqual([
      ["passkey-removed", null],
      ["session-refused", "passkey"],
      ["session-opened", "passkey"],
      ["passkey-added", null],
    ]);
    expect(new Set(entries.map(({ subject }: { subject: string }) => subject)).size).toBe(1);
  });
});

test("under a bare address there are no passkeys, and the page is told so", async () => {
  const demo = await openHouse();
  const guest = await demo.enter("rider");
  expect((await guest.send("GET", "my/passkeys")).json).toEqual({ passkeys: [], isPossible: false });
  expect((await guest.send("POST", "my/passkeys/challenge")).status).toBe(404);
  expect((await demo.nobody().send("POST", "passkey-session/challenge")).status).toBe(404);
  await demo.close();
}, 60_000);
