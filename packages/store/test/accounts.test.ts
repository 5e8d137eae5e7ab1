import type { AccountId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account, RememberedAnswer } from "../src/door.ts";
import { AnswerAlreadyRemembered } from "../src/store-busy.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { at, DESK, NORTH, SOUTH, T0 } from "./support/town.ts";

let it: TestStore;
beforeAll(async () => {
  it = await openTestStore();
  for (const id of [NORTH, SOUTH]) await it.store.createTenant({ id, name: id });
  await it.store.inTenant(NORTH, (tx) => tx.addAccount(DESK_ACCOUNT, DESK, T0));
});
afterAll(() => it.close());

const DESK_ACCOUNT: Account = {
  id: "a1" as AccountId,
  login: "Desk@Ube",
  passwordHash: "argon2id$1",
  role: "call_operator",
  displayName: "受付 一郎",
};

test("an account is found by id, role, and login in any case and width", async () => {
  await it.store.inTenant(NORTH, async (tx) => {
    for (const login of ["Desk@Ube", "desk@ube ", "ｄｅｓｋ＠ｕｂｅ"])
      expect(await tx.findAccountByLogin(login)).toEqual(DESK_ACCOUNT);
    expect(await tx.findAccount(DESK_ACCOUNT.id)).toEqual(DESK_ACCOUNT);
    expect(await tx.findAccountByRole("call_operator")).toEqual(DESK_ACCOUNT);
    expect(await tx.findAccountByRole("auditor")).toBeUndefined();
  });
});

test("a login names one account; a second one cannot overwrite it", async () => {
  const again = it.store.inTenant(NORTH, (tx) =>
    tx.addAccount(
      { ...DESK_ACCOUNT, id: "a2" as AccountId, login: "DESK@ube", passwordHash: "mine" },
      DESK,
      T0,
    ),
  );
  await expect(again).rejects.toMatchObject({ code: "23505" });
  expect(await it.store.inTenant(NORTH, (tx) => tx.findAccountByLogin("desk@ube"))).toEqual(DESK_ACCOUNT);
});

test("[POL-SEP-1] the neighbour knows neither login, account nor session", async () => {
  const session = { tokenHash: "t0", account: DESK_ACCOUNT.id, openedAt: T0, expiresAt: at(30) };
  await it.store.inTenant(NORTH, (tx) => tx.openSession(session));
  await it.store.inTenant(SOUTH, async (tx) => {
    expect(await tx.findAccountByLogin("Desk@Ube")).toBeUndefined();
    expect(await tx.findAccount(DESK_ACCOUNT.id)).toBeUndefined();
    expect(await tx.findSession("t0", T0)).toBeUndefined();
    await tx.closeSession("t0", at(1));
  });
  expect(await it.store.inTenant(NORTH, (tx) => tx.findSession("t0", T0))).toEqual(session);
});

test("a session lives until it expires or is closed", async () => {
  const session = { tokenHash: "t1", account: DESK_ACCOUNT.id, openedAt: T0, expiresAt: at(30) };
  await it.store.inTenant(NORTH, async (tx) => {
    await tx.openSession(session);
    expect(await tx.findSession("t1", at(29))).toEqual(session);
    expect(await tx.findSession("t1", at(30))).toBeUndefined();
    await tx.closeSession("t1", at(1));
    expect(await tx.findSession("t1", at(1))).toBeUndefined();
  });
});

const answer: RememberedAnswer = {
  fingerprint: "f1",
  status: 201,
  body: { id: "B1", list: [1, null, "あ"] },
};

test("a command's first answer is given again, to its account only", async () => {
  const key = { account: DESK_ACCOUNT.id, key: "k1" };
  await it.store.inTenant(NORTH, (tx) => tx.rememberAnswer(key, answer, T0));
  await it.store.inTenant(NORTH, async (tx) => {
    expect(await tx.findAnswer(key)).toEqual(answer);
    expect(await tx.findAnswer({ ...key, account: "a9" as AccountId })).toBeUndefined();
  });
});

test("of two equal commands at the same time one is written and the other told so", async () => {
  const key = { account: DESK_ACCOUNT.id, key: "k2" };
  const write = (body: string) =>
    it.store.inTenant(NORTH, async (tx) => {
      await tx.appendAudit({ event: "report-exported", subject: body }, DESK, T0);
      await tx.rememberAnswer(key, { ...answer, body }, T0);
    });
  const results = await Promise.allSettled([write("one"), write("two")]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((result) => result.status === "rejected")?.reason).toBeInstanceOf(
    AnswerAlreadyRemembered,
  );
  const tried = await it.store.inTenant(NORTH, (tx) => tx.listAudit(50));
  expect(tried.filter(({ event }) => event === "report-exported")).toHaveLength(1);
});

test("a query after the end of its transaction throws", async () => {
  let kept: Parameters<Parameters<typeof it.store.inTenant>[1]>[0] | undefined;
  await it.store.inTenant(NORTH, async (tx) => {
    kept = tx;
  });
  await expect((async () => kept?.findAccountByLogin("desk@ube"))()).rejects.toThrow("open transaction");
  await expect((async () => kept?.listAudit(1))()).rejects.toThrow("open transaction");
});

test("opening and closing a session stand in the audit log, by the account in its role, without the token", async () => {
  const session = { tokenHash: "t2", account: DESK_ACCOUNT.id, openedAt: at(5), expiresAt: at(30) };
  await it.store.inTenant(NORTH, async (tx) => {
    await tx.openSession(session);
    await tx.closeSession("t2", at(6));
    await tx.closeSession("t2", at(7)); // closed already
    const [closed, opened, before] = await tx.listAudit(3);
    const by = { actor: DESK_ACCOUNT.id, role: "call_operator", subject: DESK_ACCOUNT.id, purpose: null };
    expect(closed).toEqual({ id: closed?.id, at: at(6), event: "session-closed", ...by });
    expect(opened).toEqual({ id: opened?.id, at: at(5), event: "session-opened", ...by });
    expect(before?.at).toBeLessThan(at(5));
  });
});

test("a session whose transaction is undone is not noted", async () => {
  const count = () => it.store.inTenant(NORTH, async (tx) => (await tx.listAudit(500)).length);
  const before = await count();
  const undone = it.store.inTenant(NORTH, async (tx) => {
    await tx.openSession({ tokenHash: "t3", account: DESK_ACCOUNT.id, openedAt: T0, expiresAt: at(30) });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await count()).toBe(before);
});

test("the audit log is read page by page, each entry once, also while it grows", async () => {
  await it.store.inTenant(NORTH, async (tx) => {
    const note = (subject: string) => tx.appendAudit({ event: "report-exported", subject }, DESK, T0);
    for (const subject of ["p1", "p2", "p3"]) await note(subject);
    const all = await tx.listAudit(500);
    const paged: (typeof all)[number][] = [];
    for (let before: number | undefined; paged.length <= all.length; before = paged.at(-1)?.id) {
      const page = await tx.listAudit(2, before);
      if (page.length === 0) break;
      paged.push(...page);
      await note("late");
    }
    expect(paged).toEqual(all);
    expect(paged.slice(0, 3).map(({ subject }) => subject)).toEqual(["p3", "p2", "p1"]);
  });
});
