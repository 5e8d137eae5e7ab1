import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Answered,
  book,
  type Client,
  clientOf,
  newKey,
  openHouse,
  SMALL_TOWN,
  type TestHouse,
  text,
  trip,
} from "./house.ts";
import { addConfirmed } from "./riders.ts";

let house: TestHouse;
let desk: Client;
beforeAll(async () => {
  house = await openHouse();
  desk = await house.enter("call_operator");
}, 30_000);
afterAll(() => house.close());

let newcomers = 0;
/** Somebody new, 78 years old, with a phone and a mailbox of their own. */
function newcomer(changes: object = {}) {
  const n = String(++newcomers).padStart(4, "0");
  return {
    ...{ name: `新人 ${n}`, kana: "しんじん", phone: `0836-31-${n}`, birthDate: "1948-05-03", town: "船木" },
    ...changes,
  };
}

/** Has a code sent and reads it where the demo keeps it. */
async function codeFor(address: object): Promise<{ codeId: string; code: string }> {
  house.clock.wall = (house.clock.wall + 150) as typeof house.clock.wall; // nobody has to wait here
  const asked = await house.nobody().send("POST", "joining/code", { body: address });
  expect(asked.status, asked.text).toBe(200);
  const { codeId } = asked.json;
  for (let look = 0; look < 100; look++) {
    const { codes } = (await house.nobody().send("GET", "demo-codes")).json;
    const kept = codes.find((one: { codeId: string }) => one.codeId === codeId);
    if (kept !== undefined) return { codeId, code: /\d{6}/.exec(kept.words)![0] };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("no code was kept");
}
const mailOf = ({ phone }: { phone: string }) => ({ means: "email", address: `${phone}@example.jp` });
const join = (body: object): Promise<Answered> => house.nobody().send("POST", "joining", { body });
const signedIn = (answer: Answered): Client =>
  clientOf(house.server, SMALL_TOWN, answer.headers.get("set-cookie")!.split(";")[0]!);

describe("[SAP-3.1-7] [FIELD-13] registering on the web", () => {
  test("ends signed in with a number, and who is a member now can book", async () => {
    const person = newcomer();
    const code = await codeFor(mailOf(person));
    const joined = await join({ ...person, ...code, attempt: crypto.randomUUID(), source: "clinic-flyer" });
    expect(joined.status, joined.text).toBe(200);
    expect(joined.json).toMatchObject({ role: "rider", displayName: person.name, isPaperAwaited: true });
    expect(joined.json.memberNo).toMatch(/^\d+$/);
    const rider = signedIn(joined);
    const booked = await book(rider, trip({ time: { mode: "depart", at: text("11:00") } }));
    expect(booked.json.fare.total).toBe(350); // 74 by the own word only
    const channels = (await rider.send("GET", "my/channels")).json.channels;
    expect(channels).toMatchObject([{ means: "email", address: `${person.phone}@example.jp` }]);
  });

  test("who is no member can book on no channel", async () => {
    const asked = await house.nobody().send("POST", "quotes", { body: trip(), key: newKey() });
    expect(asked.status).toBe(401);
    const body = trip({ memberId: "nobody" });
    const byPhone = await desk.send("POST", "quotes", { body, key: newKey() });
    expect(byPhone.status).toBe(400);
    expect(byPhone.json.fields[0].name).toBe("memberId");
  });

  test("a wrong code registers nobody, and what was typed is looked at before a code is used up", async () => {
    const person = newcomer();
    const { codeId, code } = await codeFor(mailOf(person));
    const attempt = crypto.randomUUID();
    const wrong = code === "000000" ? "000001" : "000000";
    expect((await join({ ...person, codeId, code: wrong, attempt })).json.kind).toBe("wrong-code");
    const early = await join({ ...person, birthDate: "2999-01-01", codeId, code, attempt });
    expect([early.status, early.json.fields[0].name]).toEqual([400, "birthDate"]);
    expect((await join({ ...person, codeId, code, attempt })).status).toBe(200);
  });

  test("a code of one purpose opens no other door, and is good once", async () => {
    const person = newcomer();
    const code = await codeFor(mailOf(person));
    const asSignIn = await house.nobody().send("POST", "code-session", { body: code });
    expect(asSignIn.status).toBeGreaterThanOrEqual(400);
    expect((await join({ ...person, ...code, attempt: crypto.randomUUID() })).status).toBe(200);
    const again = await join({ ...newcomer(), ...code, attempt: crypto.randomUUID() });
    expect(again.json.kind).toBe("wrong-code");
  });

  test("a lost answer's repeat signs the same member in, and registers nobody twice", async () => {
    const person = newcomer();
    const code = await codeFor(mailOf(person));
    const body = { ...person, ...code, attempt: crypto.randomUUID() };
    const [first, again] = [await join(body), await join(body)];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json.memberNo).toBe(first.json.memberNo);
    const found = await desk.send("GET", `members?q=${encodeURIComponent(person.phone)}`);
    expect(found.json.members).toHaveLength(1);
    house.clock.wall = (house.clock.wall + 601) as typeof house.clock.wall;
    expect((await join(body)).json.kind).toBe("wrong-code");
  });

  test("an attempt whose answer was lost finds its member by a new code as well, soon and late", async () => {
    const person = newcomer();
    const attempt = crypto.randomUUID();
    const first = await join({ ...person, ...(await codeFor(mailOf(person))), attempt });
    for (const wait of [0, 601]) {
      house.clock.wall = (house.clock.wall + wait) as typeof house.clock.wall;
      const again = await join({ ...person, ...(await codeFor(mailOf(person))), attempt });
      expect([again.status, again.json.memberNo]).toEqual([200, first.json.memberNo]);
    }
    // Whoever sits down at the same page next is somebody else.
    const next = newcomer();
    const other = await join({ ...next, ...(await codeFor(mailOf(next))), attempt });
    expect([other.status, other.json.displayName]).toEqual([200, next.name]);
  });

  test("sent five times at one moment it registers once, and all are answered", async () => {
    const person = newcomer();
    const body = { ...person, ...(await codeFor(mailOf(person))), attempt: crypto.randomUUID() };
    const all = await Promise.all(Array.from({ length: 5 }, () => join(body)));
    expect(all.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(new Set(all.map(({ json }) => json.memberNo)).size).toBe(1);
  });

  test("leaves nothing of the address once the member has left, and is listed as what opened the session", async () => {
    const person = newcomer();
    const { codeId, code } = await codeFor(mailOf(person));
    const joined = await join({ ...person, codeId, code, attempt: crypto.randomUUID() });
    const member = signedIn(joined);
    const { sessions } = (await member.send("GET", "my/sessions")).json;
    expect(sessions).toMatchObject([{ isThis: true, means: "registration" }]);
    const body = { memberNo: joined.json.memberNo, ahead: "refuse" };
    expect((await member.send("POST", "my/leave", { body })).status).toBe(200);
    const { codes } = (await house.nobody().send("GET", "demo-codes")).json;
    expect(codes.map((kept: { codeId: string }) => kept.codeId)).not.toContain(codeId);
  });

  test("a child is registered by a guardian, and nobody grown keeps one", async () => {
    const child = newcomer({ birthDate: "2018-06-01" });
    const code = await codeFor(mailOf(child));
    const attempt = crypto.randomUUID();
    const alone = await join({ ...child, ...code, attempt });
    expect([alone.status, alone.json.fields[0].name]).toEqual([400, "guardian"]);
    const guardian = { name: "新人 親", phone: "0836-31-9000", relation: "parent" };
    const joined = await join({ ...child, ...code, attempt, guardian });
    expect(joined.json).toMatchObject({ fareClass: "child", isPaperAwaited: false });
    expect((await registrationOf(joined.json.memberId)).guardian).toEqual(guardian);
    const grown = newcomer();
    const other = { ...(await codeFor(mailOf(grown))), attempt: crypto.randomUUID(), guardian };
    const { memberId } = (await join({ ...grown, ...other })).json;
    expect((await registrationOf(memberId)).guardian).toBeNull();
  });
});

const registrationOf = async (memberId: string) =>
  (await desk.send("GET", `members/${memberId}/registration`)).json;

describe("somebody who is a member already", () => {
  test("is not revealed to a stranger: the same answers, and the desk is told", async () => {
    const known = newcomer();
    await desk.send("POST", "members", { body: known, key: newKey() });
    const mail = { means: "email", address: "stranger@example.jp" };
    const joined = await join({ ...known, ...(await codeFor(mail)), attempt: crypto.randomUUID() });
    const fresh = newcomer();
    const other = await join({ ...fresh, ...(await codeFor(mail)), attempt: crypto.randomUUID() });
    expect(joined.status).toBe(other.status);
    expect(Object.keys(joined.json).sort()).toEqual(Object.keys(other.json).sort());
    const found = (await desk.send("GET", `members?q=${encodeURIComponent(known.phone)}`)).json.members;
    expect(found).toHaveLength(2);
    expect(joined.json.memberNo).not.toBe(found[0].memberNo);
    // The stranger sees nothing of the record of the other.
    expect((await signedIn(joined).send("GET", "my/bookings")).json.bookings ?? []).toEqual([]);
    const { registrations } = (await desk.send("GET", "registrations")).json;
    const line = registrations.find(
      ({ member }: { member: { id: string } }) => member.id === joined.json.memberId,
    );
    expect(line.twins.map(({ memberNo }: { memberNo: string }) => memberNo)).toEqual([found[0].memberNo]);
  });

  test("and holds the very phone of the record is signed in as that member", async () => {
    const phone = "090-3100-0001";
    const known = newcomer({ phone });
    const { id } = (await desk.send("POST", "members", { body: known, key: newKey() })).json;
    const mine = await codeFor({ means: "sms", address: phone });
    const body = { ...known, kana: "シンジン", ...mine, attempt: crypto.randomUUID() };
    const joined = await join(body);
    expect((await join(body)).json.memberId).toBe(id); // the first answer was lost
    expect(joined.json.memberId).toBe(id);
    // A twin with another name at the same phone is somebody else.
    const twin = { ...known, kana: "ふたご", ...(await codeFor({ means: "sms", address: phone })) };
    const other = await join({ ...twin, attempt: crypto.randomUUID() });
    expect(other.json.memberId).not.toBe(id);
  });

  test("and whose phone number somebody else types is shown to the desk beside the newcomer", async () => {
    const known = newcomer({ phone: "090-3100-0002" });
    const { id, memberNo } = (await desk.send("POST", "members", { body: known, key: newKey() })).json;
    const stranger = newcomer({ phone: known.phone, birthDate: "1950-01-02" });
    const code = await codeFor({ means: "email", address: "claims@example.jp" });
    const joined = await join({ ...stranger, ...code, attempt: crypto.randomUUID() });
    const claimed = { twins: [], samePhone: [{ id, memberNo }] };
    expect(await registrationOf(joined.json.memberId)).toMatchObject(claimed);
    expect((await desk.send("GET", "registrations")).json.registrations[0]).toMatchObject(claimed);
    // A short message to the number shows that it is theirs as well; nothing is in doubt any more.
    const rider = signedIn(joined);
    await addConfirmed(rider, { means: "sms", address: known.phone });
    expect(await registrationOf(joined.json.memberId)).toMatchObject({ samePhone: [] });
  });

  test("is told to the desk by number; a different person can be registered all the same", async () => {
    const known = newcomer();
    const first = await desk.send("POST", "members", { body: known, key: newKey() });
    const again = await desk.send("POST", "members", {
      body: { ...known, name: "別の書き方" },
      key: newKey(),
    });
    expect(again.status).toBe(409);
    const { memberNo, id } = first.json;
    expect(again.json.rejections).toEqual([{ kind: "member-known", members: [{ id, memberNo }] }]);
    const twin = { ...known, name: "双子の妹", kana: "ふたご", evenIfKnown: true };
    expect((await desk.send("POST", "members", { body: twin, key: newKey() })).status).toBe(200);
  });
});

describe("[SAP-3.1-7] registering at the desk from the paper form", () => {
  test("a phone-only person without e-mail is registered and books by phone", async () => {
    const form = {
      ...newcomer(),
      way: "paper",
      ageSeenOn: "2026-11-20",
      seenBy: "窓口 太郎",
      source: "city-hall",
    };
    const { id, fareClass } = (await desk.send("POST", "members", { body: form, key: newKey() })).json;
    expect(fareClass).toBe("senior");
    expect((await desk.send("GET", `members/${id}/channels`)).json.channels).toEqual([]);
    expect(await registrationOf(id)).toMatchObject({
      ...{ way: "paper", source: "city-hall", isPaperAwaited: false },
      evidence: [
        { kind: "age", seenOn: "2026-11-20", until: null, seenBy: "窓口 太郎", role: "call_operator" },
      ],
    });
    const time = { mode: "depart", at: text("12:00") };
    const booked = await book(desk, trip({ memberId: id, time }));
    expect(booked.json.fare.total).toBe(150);
  });

  test("a paper that is seen later changes the fare from then on, and says who saw it until when", async () => {
    const { id, fareClass } = (await desk.send("POST", "members", { body: newcomer(), key: newKey() })).json;
    expect(fareClass).toBe("general");
    const body = { kind: "disability", seenOn: "2026-11-24", until: "2028-03-31" };
    const noted = await desk.send("POST", `members/${id}/evidence`, { body, key: newKey() });
    expect(noted.json.evidence[0]).toMatchObject({
      ...body,
      seenBy: expect.any(String),
      by: expect.any(String),
    });
    const age = { kind: "age", seenOn: "2026-11-24" };
    await desk.send("POST", `members/${id}/evidence`, { body: age, key: newKey() });
    expect(await registrationOf(id)).toMatchObject({ isPaperAwaited: false });
    expect((await desk.send("GET", `members/${id}`)).json.fareClass).toBe("senior");
  });

  test("a registration stays on the desk's list until somebody has looked at it, and tags are counted", async () => {
    const form = { ...newcomer(), way: "counter", source: "library" };
    const { id } = (await desk.send("POST", "members", { body: form, key: newKey() })).json;
    expect((await desk.send("POST", `members/${id}/registration/settled`)).status).toBeLessThan(300);
    const { registrations, sources } = (await desk.send("GET", "registrations")).json;
    const line = registrations.find(({ member }: { member: { id: string } }) => member.id === id);
    expect(line).toMatchObject({ way: "counter", source: "library", settledAt: expect.any(String) });
    expect(sources).toContainEqual({ source: "library", way: "counter", count: 1 });
  });
});

describe("bad input names the field and says how to mend it", () => {
  const CASES: readonly (readonly [string, object, string, RegExp, RegExp])[] = [
    ["a reading in kanji", { kana: "新人" }, "kana", /ひらがなかカタカナ/, /hiragana or katakana/],
    ["a phone number too short", { phone: "0836-31" }, "phone", /10 桁か 11 桁/, /10 or 11 digits/],
    ["a My Number as a name", { name: "123456789018" }, "name", /マイナンバー/, /My Number/],
    ["a My Number in the address", { town: "船木 1234 5678 9018" }, "town", /マイナンバー/, /My Number/],
    ["no such day", { birthDate: "1948-02-30" }, "birthDate", /日付/, /date/],
    ["nothing at all", { name: " " }, "name", /入力/, /./],
  ];
  test.each(CASES)("[POL-ID-1] %s", async (_, changes, field, ja, en) => {
    const body = {
      ...newcomer(),
      ...changes,
      codeId: "no-code",
      code: "000000",
      attempt: crypto.randomUUID(),
    };
    for (const [language, words] of [
      ["ja", ja],
      ["en", en],
    ] as const) {
      const headers = { "accept-language": language };
      const answer = await house.nobody().send("POST", "joining", { body, headers });
      expect(answer.status, answer.text).toBe(400);
      expect(answer.json.fields).toMatchObject([{ name: field, message: expect.stringMatching(words) }]);
    }
  });

  test.each([
    ["seen tomorrow", { kind: "age", seenOn: "2026-11-25" }, "seenOn"],
    [
      "good until before it was seen",
      { kind: "disability", seenOn: "2026-11-20", until: "2026-11-19" },
      "until",
    ],
  ])("a paper %s", async (_, body, field) => {
    const { id } = (await desk.send("POST", "members", { body: newcomer(), key: newKey() })).json;
    const answer = await desk.send("POST", `members/${id}/evidence`, { body, key: newKey() });
    expect([answer.status, answer.json.fields[0].name]).toEqual([400, field]);
  });
});

test("[POL-RET-2] nothing of the interface takes a picture or a number of a paper", async () => {
  const body = { kind: "age", seenOn: "2026-11-24", image: "data:image/png;base64,AAAA", number: "12345" };
  const { id } = (await desk.send("POST", "members", { body: newcomer(), key: newKey() })).json;
  const noted = await desk.send("POST", `members/${id}/evidence`, { body, key: newKey() });
  expect(noted.text).not.toMatch(/image|12345/);
  expect(Object.keys(noted.json.evidence[0]).sort()).toEqual(
    ["at", "by", "kind", "role", "seenBy", "seenOn", "until"].sort(),
  );
});
