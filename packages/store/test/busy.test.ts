import { type MemberId, seededRandom } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withRetries } from "../src/retry.ts";
import { asStoreBusy, StoreBusy } from "../src/store-busy.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { makeTurns } from "../src/turns.ts";
import { HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { change, DESK, MONDAY, NORTH, quoteOf, SERVICE, T0 } from "./support/town.ts";

const failure = (code: string) => Object.assign(new Error("from PostgreSQL"), { code });

describe("work after a deadlock", () => {
  test("is done again, and its answer given", async () => {
    let tries = 0;
    const work = async () => {
      tries++;
      if (tries < 3) throw new StoreBusy("contention", failure(tries === 1 ? "40P01" : "40001"));
      return "done";
    };
    expect(await withRetries(work, seededRandom(1))).toBe("done");
    expect(tries).toBe(3);
  });

  test("is given up within two seconds", async () => {
    const started = performance.now();
    const work = () => Promise.reject(new StoreBusy("contention", failure("40P01")));
    await expect(withRetries(work, () => 0.999)).rejects.toBeInstanceOf(StoreBusy);
    expect(performance.now() - started).toBeLessThan(2_600);
  });

  test("is not repeated after any other failure", async () => {
    let tries = 0;
    const work = async () => {
      tries++;
      throw failure("23505");
    };
    await expect(withRetries(work, seededRandom(1))).rejects.toThrow("from PostgreSQL");
    expect(tries).toBe(1);
  });
});

test("a failure of the database is told apart from a bug", () => {
  const reason = (error: unknown) => {
    const told = asStoreBusy(error);
    return told instanceof StoreBusy ? told.reason : "bug";
  };
  expect(["40P01", "55P03", "57014", "57P01", "ECONNREFUSED", "23505"].map(failure).map(reason)).toEqual([
    "contention",
    "timeout",
    "timeout",
    "unreachable",
    "unreachable",
    "bug",
  ]);
  expect(reason(new Error("Connection terminated unexpectedly"))).toBe("unreachable");
  expect(reason(new TypeError("x is undefined"))).toBe("bug");
});

test("turns: the same name one after the other in order, other names meanwhile, a failure stops nobody", async () => {
  const turns = makeTurns();
  const log: string[] = [];
  const step = (name: string, what: string, fails = false) =>
    turns.take(name, async () => {
      log.push(`${what} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      log.push(`${what} ends`);
      if (fails) throw new Error(what);
    });
  await Promise.allSettled([step("day", "1", true), step("day", "2"), step("other", "3")]);
  expect(log.filter((line) => !line.startsWith("3"))).toEqual(["1 begins", "1 ends", "2 begins", "2 ends"]);
  expect(log.indexOf("3 begins")).toBeLessThan(log.indexOf("1 ends"));
});

describe("a store", () => {
  let it: TestStore;
  let member: MemberId;
  beforeAll(async () => {
    it = await openTestStore();
    await it.store.createTenant({ id: NORTH, name: "北" });
    member = await it.store.inTenant(NORTH, async (tx) => {
      await tx.saveService(SERVICE, DESK, T0);
      return (await tx.addMember(HANAKO, DESK, T0)).id;
    });
  });
  afterAll(() => it.close());

  test("gives up a lock that somebody keeps for too long, and writes nothing", async () => {
    const hold = (id: string) => change(NORTH, () => [{ kind: "quote-held", quote: quoteOf(id, member) }]);
    await it.store.decideOnDay(hold("Q1"));
    await asOwner(it.ownerUrl, async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT FROM noriai.plans FOR UPDATE");
      await expect(it.store.decideOnDay(hold("Q2"))).rejects.toMatchObject({
        name: "StoreBusy",
        reason: "timeout",
      });
      await client.query("ROLLBACK");
    });
    expect(await it.store.decideOnDay(hold("Q2"))).toBe("done");
    expect((await it.store.inTenant(NORTH, (tx) => tx.loadDay(SERVICE, MONDAY))).version).toBe(2);
  });

  test("whose pool is taken makes others wait and does not mix up tenants", async () => {
    const towns = Array.from({ length: 40 }, (_, index) => `crowd-${index}` as typeof NORTH);
    await Promise.all(towns.map((id) => it.store.createTenant({ id, name: id })));
    const names = await Promise.all(
      towns.map((id) =>
        it.store.inTenant(id, async (tx) => {
          await tx.lastOutboxId();
          return (await tx.getTenant())?.name;
        }),
      ),
    );
    expect(names).toEqual(towns);
  });
});
