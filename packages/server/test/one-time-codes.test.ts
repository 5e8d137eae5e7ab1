import type { EpochSeconds, MemberId } from "@noriai/kernel";
import type { NewMember } from "@noriai/store";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Listening, listen } from "../src/listen.ts";
import type { Ways } from "../src/notify/way.ts";
import { emailWay } from "../src/notify/ways/email.ts";
import { webhookWay } from "../src/notify/ways/webhook.ts";
import { issueCode } from "../src/one-time-code/issue-code.ts";
import { redeemCode } from "../src/one-time-code/redeem-code.ts";
import { type Answered, OTHER_TOWN, openHouse, SMALL_TOWN, type TestHouse } from "./house.ts";
import { httpServer, mailServer, readMail } from "./receivers.ts";

/**
 * One-time codes against whoever would misuse them: over HTTP, at a server with a port, as production runs it, with a mail
 * server and a program for short messages that really take what is sent.
 */
const PHONE = "090-5555-0001";
const MAIL = "haruko@example.jp";
const SHARED_PHONE = "080-5555-0009";
const UNKNOWN_PHONE = "090-9999-9999";
const SYSTEM = { role: "system" } as const;

let house: TestHouse;
let listening: Listening;
let mail: Awaited<ReturnType<typeof mailServer>>;
let sms: Awaited<ReturnType<typeof httpServer>>;
let email: ReturnType<typeof emailWay>;
/** What is set up in this town; a test takes away. */
let by: Ways["by"] & { sms?: Ways["by"]["sms"] };
/** Has a mobile phone; another reads mail at this number. */
let phoneOwner: { readonly id: MemberId; readonly memberNo: string };
let mailReader: { readonly id: MemberId; readonly memberNo: string };

beforeAll(async () => {
  [mail, sms] = await Promise.all([mailServer(), httpServer()]);
  email = emailWay({ url: mail.url, from: "ride@city.example.jp" });
  const webhook = webhookWay({ url: sms.url, secret: "0".repeat(32) }, () => 0 as EpochSeconds);
  by = { email, sms: webhook };
  house = await openHouse({
    ...{ mode: "production", publicOrigin: "https://noriai.example.jp", proxyHops: 1 },
    notifier: { everyMs: 3_600_000, gatherMs: 300, ways: { keepsAll: false, by } },
  });
  await house.world.store.inTenant(house.towns[0]!.tenant.id, async (tx) => {
    const add = (member: Partial<NewMember>) =>
      tx.addMember({ ...ANYBODY, ...member }, SYSTEM, house.clock.wall);
    phoneOwner = await add({ name: "電話 太郎", phone: PHONE });
    mailReader = await add({ name: "郵便 春子", phone: "0836-00-9998" });
    for (const name of ["夫 一郎", "妻 一子"]) await add({ name, phone: SHARED_PHONE });
    const acting = { by: SYSTEM, now: house.clock.wall };
    await tx.addChannel({ memberId: mailReader.id, means: "email", address: MAIL, language: "ja" }, acting);
  });
  const opened = await listen(house.server, { host: "127.0.0.1", port: 0 });
  if (!opened.ok) throw new Error(opened.error.kind);
  listening = opened.value;
}, 60_000);
afterAll(async () => {
  await listening.stop();
  email.close();
  await Promise.all([mail.close(), sms.close(), house.close()]);
});
/** Each test has a day of its own, so that no limit of another is left, and an address of its own. */
beforeEach(() => {
  house.clock.wall = (house.clock.wall + 2 * 86_400) as EpochSeconds;
  days++;
});
afterEach(async () => {
  await quiet(); // nothing is on its way any more
  sms.postings.length = 0;
  mail.mails.length = 0;
});
let days = 0;

const ANYBODY = {
  name: "だれか",
  kana: "だれか",
  phone: "0836-00-9999",
  town: "船木",
  birthDate: "1950-01-01" as NewMember["birthDate"],
  disability: undefined,
};

/** Sends from an address on the network, as our own proxy in front would name it. */
async function post(path: string, body: object, from = `192.0.2.${days}`): Promise<Answered> {
  const answer = await fetch(`http://127.0.0.1:${listening.port}/api/t/${SMALL_TOWN}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": from },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers, json: JSON.parse(text) };
}
const ask = (number: string, from?: string) => post("codes", { number }, from);
const enter = (codeId: string, code: string, from?: string) => post("code-session", { codeId, code }, from);
const later = (seconds: number): void => {
  house.clock.wall = (house.clock.wall + seconds) as EpochSeconds;
};

/** Waits until everything that was asked for has been looked up and sent or let be. */
async function quiet(): Promise<void> {
  await new Promise((done) => setTimeout(done, 150));
}

interface Message {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}
const messages = (): Message[] => sms.postings.map(({ body }) => JSON.parse(String(body)));
async function codeBySms(): Promise<string> {
  await vi.waitFor(() => expect(sms.postings.length).toBeGreaterThan(0), { timeout: 10_000 });
  return /\d{6}/.exec(messages().at(-1)!.text)![0];
}

/** A code that is not the right one. */
const wrong = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, "0");

describe("signing in with a one-time code", () => {
  test("a code by short message signs its member in; the message names nobody and is bound to our pages", async () => {
    const asked = await ask("０９０－5555－0001");
    expect(asked.json).toEqual({ codeId: expect.any(String), goodForSeconds: 600, againAfterSeconds: 30 });
    const code = await codeBySms();
    const [message] = messages();
    expect(message!.to).toBe(PHONE);
    expect(message!.text).toMatch(new RegExp(`\n@noriai\\.example\\.jp #${code}$`));
    expect(message!.text).not.toContain("太郎");
    const typed = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
    const entered = await enter(asked.json.codeId, `${typed.slice(0, 3)} ${typed.slice(3)}`);
    expect(entered.status, entered.text).toBe(200);
    expect(entered.json).toMatchObject({ role: "rider", displayName: "電話 太郎", memberId: phoneOwner.id });
    expect(entered.headers.get("set-cookie")).toMatch(/^__Secure-noriai=.*HttpOnly; SameSite=Lax; Secure$/);
  });

  test("by member number the code goes where the member wants to be told, in the language of the page", async () => {
    const asked = await post("codes", { number: mailReader.memberNo, language: "en" });
    await vi.waitFor(() => expect(mail.mails.length).toBe(1), { timeout: 10_000 });
    const { subject, text } = readMail(mail.mails[0]!);
    expect(mail.mails[0]!.to).toBe(MAIL);
    expect(subject).toMatch(/Your code \d{6}$/);
    expect(text).not.toMatch(/春子|noriai\.example\.jp #/);
    expect((await enter(asked.json.codeId, /\d{6}/.exec(subject)![0])).status).toBe(200);
  });

  test("a member comes back to the same account", async () => {
    const accounts: unknown[] = [];
    for (let time = 0; time < 2; time++) {
      const { json } = await ask(PHONE);
      await vi.waitFor(() => expect(sms.postings.length).toBe(time + 1), { timeout: 10_000 });
      await enter(json.codeId, await codeBySms());
      later(60);
      const [account] = await rows("SELECT account_id FROM noriai.accounts WHERE member_id = $1", [
        phoneOwner.id,
      ]);
      accounts.push(account);
    }
    expect(accounts[1]).toEqual(accounts[0]);
    expect(await rows("SELECT 1 FROM noriai.accounts WHERE member_id = $1", [phoneOwner.id])).toHaveLength(1);
  });
});

/** Registers somebody on the web by a code that comes to an address of their own. */
async function join(person: { readonly name: string; readonly phone: string }, address: object) {
  const sent = [mail.mails.length, sms.postings.length];
  const { codeId } = (await post("joining/code", address)).json;
  await vi.waitFor(() => expect([mail.mails.length, sms.postings.length]).not.toEqual(sent), {
    timeout: 10_000,
  });
  const words = mail.mails.length > sent[0]! ? readMail(mail.mails.at(-1)!).subject : messages().at(-1)!.text;
  const code = /\d{6}/.exec(words)![0];
  const typed = { kana: "しんじん", birthDate: "1948-05-03", town: "船木", attempt: crypto.randomUUID() };
  const joined = await post("joining", { ...typed, ...person, codeId, code });
  expect(joined.status, joined.text).toBe(200);
  later(31);
  return joined.json as { readonly memberId: MemberId; readonly memberNo: string };
}
const byMail = (address: string) => ({ means: "email", address });
const mailedTo = (): string[] => mail.mails.map(({ to }) => to);

test("where no short message can be sent, a code goes by mail, also to who named their mobile number", async () => {
  const mobile = "080-7777-0001";
  await house.world.store.inTenant(house.towns[0]!.tenant.id, async (tx) => {
    const acting = { by: SYSTEM, now: house.clock.wall };
    const { id: memberId } = await tx.addMember(
      { ...ANYBODY, name: "両方 冬子", phone: mobile },
      SYSTEM,
      acting.now,
    );
    for (const [means, address] of [
      ["sms", "080-7777-0002"],
      ["email", "fuyuko@example.jp"],
    ] as const)
      await tx.addChannel({ memberId, means, address, language: "ja" }, acting);
  });
  const { sms: way } = by;
  delete by.sms;
  try {
    await ask(mobile);
    await vi.waitFor(() => expect(mailedTo()).toEqual(["fuyuko@example.jp"]), { timeout: 10_000 });
  } finally {
    by.sms = way!;
  }
});

describe("a phone number that somebody has only typed on the web", () => {
  test("takes no codes from the member whose number it is", async () => {
    await join({ name: "他人 一", phone: PHONE }, byMail("stranger@example.jp"));
    mail.mails.length = 0;
    const { json } = await ask(PHONE);
    const entered = await enter(json.codeId, await codeBySms());
    expect(entered.json).toMatchObject({ memberId: phoneOwner.id });
    expect(mailedTo()).toEqual([]);
  });

  test("lets its owner in nowhere: the codes go to the address that was shown, by number and by phone", async () => {
    const slip = "090-8888-0001";
    const newcomer = await join({ name: "誤記 二", phone: slip }, byMail("slip@example.jp"));
    const { json } = await ask(slip);
    await vi.waitFor(() => expect(mailedTo()).toHaveLength(2), { timeout: 10_000 });
    const code = /\d{6}/.exec(readMail(mail.mails.at(-1)!).subject)![0];
    expect((await enter(json.codeId, code)).json).toMatchObject({ memberId: newcomer.memberId });
    later(60);
    await ask(newcomer.memberNo);
    await vi.waitFor(() => expect(mailedTo()).toHaveLength(3), { timeout: 10_000 });
    await house.world.store.inTenant(house.towns[0]!.tenant.id, async (tx) => {
      const acting = { by: SYSTEM, now: house.clock.wall };
      const [channel] = await tx.listChannels(newcomer.memberId, { ...acting, purpose: "operation" });
      await tx.removeChannel({ memberId: newcomer.memberId, id: channel!.id }, acting);
    });
    later(60);
    for (const number of [slip, newcomer.memberNo]) await ask(number);
    await quiet();
    expect([mailedTo().length, messages()]).toEqual([3, []]);
  });

  test("stays with whom it was first, and goes to whom a short message shows to have it", async () => {
    const landline = "0836-88-0003";
    await join({ name: "先 三", phone: landline }, byMail("first@example.jp"));
    house.clock.now = (house.clock.now + 60) as EpochSeconds;
    await join({ name: "後 四", phone: landline }, byMail("second@example.jp"));
    await ask(landline);
    await vi.waitFor(() => expect(mailedTo().at(-1)).toBe("first@example.jp"), { timeout: 10_000 });
    const mobile = "090-8888-0005";
    await join({ name: "他人 五", phone: mobile }, byMail("fifth@example.jp"));
    await join({ name: "本人 六", phone: mobile }, { means: "sms", address: "09088880005" });
    sms.postings.length = 0;
    await ask(mobile);
    await codeBySms();
    expect(messages().map(({ to }) => to)).toEqual([mobile]);
  });
});

describe("a code", () => {
  test("is good for ten minutes and not a second longer", async () => {
    const first = await ask(PHONE);
    later(30);
    const second = await ask(PHONE);
    await vi.waitFor(() => expect(messages().length).toBe(2), { timeout: 10_000 });
    const codeOf = (codeId: string) => /\d{6}/.exec(messages().find(({ id }) => id === codeId)!.text)![0];
    later(569);
    expect((await enter(first.json.codeId, codeOf(first.json.codeId))).status).toBe(200);
    later(31);
    expect((await enter(second.json.codeId, codeOf(second.json.codeId))).status).toBe(401);
  });

  test("is good once, also for ten who are right at the same moment", async () => {
    const { json } = await ask(PHONE);
    const code = await codeBySms();
    const all = await Promise.all(Array.from({ length: 10 }, () => enter(json.codeId, code)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 401)).toHaveLength(9);
    expect((await enter(json.codeId, code)).status).toBe(401);
  });

  test("is worth nothing after five wrong tries, and it is the count that makes it so", async () => {
    const { json } = await ask(PHONE);
    const code = await codeBySms();
    for (let by = 1; by <= 5; by++) expect((await enter(json.codeId, wrong(code, by))).status).toBe(401);
    expect((await enter(json.codeId, code)).status).toBe(401);
    await rows("UPDATE noriai.one_time_codes SET tries = 4 WHERE code_id = $1 RETURNING 1", [json.codeId]);
    expect((await enter(json.codeId, code)).status).toBe(200);
  });

  test("does not lose a try to a slip that cannot be a code", async () => {
    const { json } = await ask(PHONE);
    const code = await codeBySms();
    for (const slip of ["12345", "1234567", "abcdef", "１２３"])
      expect((await enter(json.codeId, slip)).status, slip).toBe(401);
    for (let by = 1; by <= 4; by++) await enter(json.codeId, wrong(code, by));
    expect((await enter(json.codeId, code)).status).toBe(200);
  });

  test("is bound to its asking: the same digits open no other one, and nothing at the neighbour's", async () => {
    const mine = await ask(PHONE);
    const code = await codeBySms();
    const other = await ask(UNKNOWN_PHONE);
    expect((await enter(other.json.codeId, code)).status).toBe(401);
    const next = house.nobody(OTHER_TOWN);
    const body = { codeId: mine.json.codeId, code };
    expect((await next.send("POST", "code-session", { body })).status).toBe(401);
    expect((await enter(mine.json.codeId, code)).status).toBe(200);
  });

  test("is good for its purpose alone, and gives back whom it was for", async () => {
    const address = { kind: "sms", value: "090-5555-7777" } as const;
    const order = { purpose: "confirm-address", address, subject: phoneOwner.id } as const;
    const call = await callOf("confirm");
    const issued = await issueCode(call, order);
    expect(issued).toMatchObject({ ok: true });
    const code = await codeBySms();
    const { codeId } = (issued as Extract<typeof issued, { ok: true }>).value;
    expect((await enter(codeId, code)).status).toBe(401);
    expect(await redeem(call, { codeId, code, purpose: "register" })).toMatchObject({ ok: false });
    expect(await redeem(call, { codeId, code, purpose: "confirm-address" })).toEqual({
      ok: true,
      value: { address, subject: phoneOwner.id },
    });
  });

  test("stands nowhere in the database, nor does the number it was asked for", async () => {
    const { json } = await ask(PHONE);
    const code = await codeBySms();
    const [row] = await rows("SELECT * FROM noriai.one_time_codes WHERE code_id = $1", [json.codeId]);
    const all = Object.values(row!).map((value) =>
      Buffer.isBuffer(value) ? `${value.toString("hex")} ${value.toString("latin1")}` : String(value),
    );
    const bare = PHONE.replaceAll("-", "");
    for (const secret of [code, Buffer.from(code).toString("hex"), PHONE, bare, `192.0.2.${days}`])
      expect(all.join("\n").includes(secret), secret).toBe(false);
  });
});

describe("nobody learns who is a member", () => {
  const shape = ({ status, text, headers, json }: Answered) => ({
    status,
    text: text.replace(json.codeId ?? "-", "ID"),
    headers: [...headers.keys()].filter((name) => name !== "date").toSorted(),
  });

  test("from asking: a number that nobody has, one that two share and one that nothing reaches are answered alike", async () => {
    const nothingReaches = house.towns[0]!.members[0]!;
    const [known, ...others] = [
      await ask(PHONE),
      await ask(UNKNOWN_PHONE),
      await ask(SHARED_PHONE),
      await ask(nothingReaches.memberNo),
      await ask(nothingReaches.phone),
      await ask("さとう"),
    ];
    for (const other of others) expect(shape(other)).toEqual(shape(known!));
    await codeBySms();
    await quiet();
    expect(messages().map(({ to }) => to)).toEqual([PHONE]);
    expect(mail.mails).toEqual([]);
  });

  test("from trying: wrong, used, old, worn out, nobody's and unknown codes are all refused in the same words", async () => {
    const heard: Answered[] = [await enter("no-such-code", "123456")];
    const nobodys = await ask(UNKNOWN_PHONE);
    for (let by = 0; by < 7; by++) heard.push(await enter(nobodys.json.codeId, `00000${by}`));
    const own = await ask(PHONE);
    const code = await codeBySms();
    for (let by = 1; by <= 3; by++) heard.push(await enter(own.json.codeId, wrong(code, by)));
    await enter(own.json.codeId, code);
    heard.push(await enter(own.json.codeId, code));
    later(700);
    heard.push(await enter(own.json.codeId, code));
    expect(new Set(heard.map((one) => JSON.stringify(shape(one)))).size).toBe(1);
    expect(heard[0]).toMatchObject({ status: 401, json: { kind: "wrong-code" } });
  });

  test("from the work that is done: as many transactions for a member as for nobody", async () => {
    const transactions = vi.spyOn(house.world.store, "inTenant");
    const workOf = async (path: string, body: object) => {
      transactions.mockClear();
      const headers = { "x-forwarded-for": `192.0.2.${days}` };
      const answer = await house.nobody().send("POST", path, { body, headers });
      return { count: transactions.mock.calls.length, codeId: answer.json.codeId as string };
    };
    const known = await workOf("codes", { number: PHONE });
    await codeBySms();
    const nobodys = await workOf("codes", { number: UNKNOWN_PHONE });
    expect(nobodys.count).toBe(known.count);
    expect(known.count).toBe(2); // one before the answer, and the one that looks whose number it is, just begun
    const tries = async (codeId: string) => (await workOf("code-session", { codeId, code: "000000" })).count;
    expect(await tries(nobodys.codeId)).toBe(await tries(known.codeId));
    transactions.mockRestore();
  });

  test("from the time that it takes: asking and trying take as long for a member as for nobody", async () => {
    const times = { known: [] as number[], nobody: [] as number[] };
    const tries = { known: [] as number[], nobody: [] as number[] };
    const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
      const began = performance.now();
      const answer = await work();
      into.push(performance.now() - began);
      return answer;
    };
    for (let round = 0; round < 10; round++) {
      for (const [who, number] of [
        ["known", PHONE],
        ["nobody", UNKNOWN_PHONE],
      ] as const) {
        const from = `198.51.100.${round}`;
        const { json } = await timed(times[who], () => ask(number, from));
        await quiet();
        await timed(tries[who], () => enter(json.codeId, "000000", from));
      }
      later(7200);
    }
    const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
    for (const { known, nobody } of [times, tries]) {
      expect(median(known) / median(nobody)).toBeGreaterThan(0.4);
      expect(median(known) / median(nobody)).toBeLessThan(2.5);
    }
  });

  test("from the limits: a number that nobody has wears out as one that somebody has", async () => {
    const statuses = async (number: string, net: string) => {
      const heard: number[] = [];
      for (let n = 0; n < 12; n++) {
        heard.push((await ask(number, `${net}.${n}`)).status);
        later(n % 2 === 0 ? 10 : 400);
      }
      return heard;
    };
    const known = await statuses(PHONE, "198.51.100");
    later(2 * 86_400);
    expect(await statuses(UNKNOWN_PHONE, "203.0.113")).toEqual(known);
    expect(known).toContain(429);
  });
});

describe("codes are not for the asking without end", () => {
  test("the next one after thirty seconds, five in an hour, ten in a day, in whatever writing the number comes", async () => {
    const writings = [
      "090-5555-0001",
      "09055550001",
      "０９０５５５５０００１",
      "+81 90 5555 0001",
      "090ー5555ー0001",
      "+81 (0)90-5555-0001",
      "090.5555.0001",
    ];
    let given = 0;
    let asked = 0;
    const from = () => `198.51.100.${asked++ % 250}`;
    const tryAll = async () => {
      for (const writing of writings) if ((await ask(writing, from())).status === 200) given++;
    };
    await tryAll();
    expect(given).toBe(1);
    const waiting = await ask(PHONE, from());
    expect(waiting).toMatchObject({ status: 429, json: { kind: "too-many-attempts" } });
    expect(waiting.headers.get("retry-after")).toBe("30");
    for (let n = 0; n < 10; n++) {
      later(30);
      await tryAll();
    }
    expect(given).toBe(5);
    expect(Number((await ask(PHONE, from())).headers.get("retry-after"))).toBe(3600 - 300);
    for (let n = 0; n < 20; n++) {
      later(3600);
      await tryAll();
    }
    expect(given).toBe(10);
  });

  test("a hundred at the same moment get one", async () => {
    const all = await Promise.all(Array.from({ length: 25 }, (_, n) => ask(PHONE, `198.51.100.${n}`)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    await codeBySms();
    await quiet();
    expect(messages()).toHaveLength(1);
  });

  test("thirty an hour from one address, over however many numbers; others go on, and a forged address helps nobody", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 33; n++)
      statuses.push((await ask(`070-1000-${1000 + n}`, `10.0.0.${n}, 198.51.100.7`)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect((await ask("070-1000-2000", "198.51.100.8")).status).toBe(200);
    later(3600);
    expect((await ask("070-1000-2001", "198.51.100.7")).status).toBe(200);
  });

  test("one member under two names gets five messages an hour all the same, and nobody can tell", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) {
      statuses.push((await ask(PHONE)).status, (await ask(phoneOwner.memberNo)).status);
      await quiet();
      later(31);
    }
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 200));
    await vi.waitFor(() => expect(messages()).toHaveLength(5), { timeout: 10_000 });
    await quiet();
    expect(messages()).toHaveLength(5);
  });

  test("a member who asks in their own name is told when no more are sent, whatever the address", async () => {
    const call = await callOf("own");
    const order = (n: number) =>
      ({
        purpose: "confirm-address",
        address: { kind: "email", value: `own${n}@example.jp` },
        subject: mailReader.id,
      }) as const;
    for (let n = 0; n < 5; n++) {
      expect(await issueCode(call, order(n))).toMatchObject({ ok: true });
      later(31);
    }
    const headers = { "Retry-After": String(3600 - 5 * 31) };
    expect(await issueCode(call, order(5))).toEqual({
      ok: false,
      error: { kind: "too-many-attempts", headers },
    });
  });

  test("a day of guessing from a hundred addresses gets fifty tries at one member", async () => {
    const day = house.clock.wall;
    let n = 0;
    const from = () => `198.51.100.${n++ % 100}`;
    while (house.clock.wall < day + 86_000) {
      const { status, json } = await ask(PHONE, from());
      if (status === 200) for (let by = 0; by < 8; by++) await enter(json.codeId, `10000${by}`, from());
      later(900);
    }
    const [counted] = await rows(
      "SELECT sum(tries)::int AS tries, count(*)::int AS codes FROM noriai.one_time_codes WHERE issued_at >= $1",
      [day],
    );
    expect(counted).toEqual({ tries: 50, codes: 10 });
  });

  test("sixty wrong tries from one address and it has to wait, whosever codes they were", async () => {
    const heard: number[] = [];
    for (let n = 0; n < 62; n++) heard.push((await enter(`no-such-${n}`, "123456", "203.0.113.250")).status);
    expect(heard.filter((status) => status === 401)).toHaveLength(60);
    expect(heard.slice(60)).toEqual([429, 429]);
  });
});

test("the audit log tells of every code and session, and neither it nor the log names anybody", async () => {
  const { json } = await ask(PHONE);
  const code = await codeBySms();
  await enter(json.codeId, wrong(code));
  await enter(json.codeId, code);
  const { codeId } = json;
  const told = await rows(
    `SELECT event, subject, purpose, role, detail::text FROM noriai.audit_events
     WHERE tenant_id = $1 AND at >= $2 AND event ~ '^(code|session)-' ORDER BY audit_id`,
    [SMALL_TOWN, house.clock.wall],
  );
  expect(told).toMatchObject([
    { event: "code-issued", subject: codeId, purpose: "sign-in", role: "system" },
    { event: "code-refused", subject: codeId, purpose: "sign-in" },
    { event: "code-redeemed", subject: codeId, purpose: "sign-in" },
    { event: "session-opened", purpose: "code", role: "rider" },
  ]);
  const everything = [JSON.stringify(told), ...house.logLines].join("\n");
  for (const secret of [code, PHONE, PHONE.replaceAll("-", ""), MAIL, "太郎", "春子", "192.0.2."])
    expect(everything.includes(secret), secret).toBe(false);
});

/** A call as a handler of the neighbouring slices makes it. */
async function callOf(address: string): Promise<Parameters<typeof issueCode>[0]> {
  const town = await house.server.towns.find(house.towns[0]!.tenant.id);
  const signInLimit = { waitFor: () => undefined, failed: () => {}, succeeded: () => {} };
  const request = new Request("https://noriai.example.jp/");
  return {
    ...{ world: house.world, town: town!, request, address, signInLimit },
    ...{ language: "ja", now: house.clock.now },
  };
}

const redeem = (
  call: Parameters<typeof redeemCode>[0],
  tried: Parameters<typeof redeemCode>[2],
): ReturnType<typeof redeemCode> =>
  house.world.store.inTenant(house.towns[0]!.tenant.id, (tx) => redeemCode(call, tx, tried));

/** As the database's owner sees it. */
async function rows(sql: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const owner = new pg.Client(house.ownerUrl);
  await owner.connect();
  try {
    return (await owner.query(sql, values)).rows;
  } finally {
    await owner.end();
  }
}
