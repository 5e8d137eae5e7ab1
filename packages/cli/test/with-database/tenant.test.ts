import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Service } from "@noriai/booking";
import { verifyPassword } from "@noriai/identity";
import { ok, type TenantId } from "@noriai/kernel";
import { createDemoTowns, openHouse, parseSettings, realSources } from "@noriai/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "../../src/index.ts";
import { noriai } from "../terminal.ts";

const UBE = fileURLToPath(new URL("../../../demo/data/ube-roads.osm.pbf", import.meta.url));
const HEIDELBERG = fileURLToPath(
  new URL("../../../travel/test/data/heidelberg-roads.osm.pbf", import.meta.url),
);
const BIN = fileURLToPath(new URL("../../bin/noriai.mjs", import.meta.url));
const PASSWORD = "correct horse battery staple";

const folder = mkdtempSync(join(tmpdir(), "noriai cli "));
let desk: Desk;

beforeAll(async () => {
  const settings = parseSettings({ NORIAI_DATA: folder });
  if (!settings.ok) throw new Error(settings.error[0]!.en);
  const sources = realSources();
  const house = await openHouse({ settings: settings.value, sources });
  if (!house.ok) throw new Error(house.error.reason);
  desk = { store: house.value.store, sources, close: () => house.value.close() };
  await createDemoTowns(desk);
});

afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The desk stays open between the commands of one test file. */
const openDesk = async () => ok({ ...desk, close: async () => {} });

describe("noriai address import", () => {
  const TOWNS = fileURLToPath(new URL("../../../demo/data/ube-towns.csv", import.meta.url));

  test("makes the file's places those of the tenant, by which a stop near an address is found", async () => {
    const { code, out } = await noriai(["address", "import", TOWNS, "--tenant", "ube-tonari"], { openDesk });
    expect(out).toBe("286 places are now those of ube-tonari; 2 without a point were left out.");
    expect(code).toBe(0);
    const found = await desk.store.inTenant("ube-tonari" as TenantId, (tx) =>
      tx.findAddressPoints("琴芝町一丁目", 5),
    );
    expect(found).toHaveLength(1);
  });

  test("saves nothing of a file with a fault, nor for a tenant that does not exist", async () => {
    const file = join(folder, "bad.csv");
    writeFileSync(file, "town,lat,lng\n琴芝町,33");
    expect((await noriai(["address", "import", file, "--tenant", "ube-tonari"], { openDesk })).err).toMatch(
      /^Line 2 of .*bad.csv has no name/,
    );
    expect((await noriai(["address", "import", TOWNS, "--tenant", "atlantis"], { openDesk })).code).toBe(1);
  });
});

describe("noriai map import --tenant", () => {
  test("tells which stops lie by a road and makes the file the tenant's map", async () => {
    const { code, out } = await noriai(["map", "import", UBE, "--tenant", "ube-demo"], { openDesk });
    expect(out).toContain("40 of 40 stops lie by a road");
    expect(out).toContain("The map is now the map of ube-demo");
    expect(code).toBe(0);
    const map = await desk.store.inTenant("ube-demo" as TenantId, (tx) => tx.findMap());
    expect(map).toMatchObject({
      source: "ube-roads.osm.pbf",
      attribution: "© OpenStreetMap contributors",
      sha256: "a63f188763799a4287a496877143c7791800e78013ae1434fc1f2a5d8b4b9198",
    });
  });

  test("another town's map is not taken: each stop it misses is named with its distance", async () => {
    const before = await desk.store.inTenant("ube-demo" as TenantId, (tx) => tx.findMap());
    const { code, out, err } = await noriai(["map", "import", HEIDELBERG, "--tenant", "ube-demo"], {
      openDesk,
    });
    expect(code).toBe(1);
    expect(out).toContain("0 of 40 stops");
    expect(out).toMatch(/Stop 1 新川ふれあいセンター is \d+ m from the nearest road \(at most 150 m\)/);
    expect(err).toContain("Nothing was saved");
    expect(await desk.store.inTenant("ube-demo" as TenantId, (tx) => tx.findMap())).toEqual(before);
  });

  test("a tenant that does not exist is answered with those that do", async () => {
    const { code, err } = await noriai(["map", "import", UBE, "--tenant", "atlantis"], { openDesk });
    expect(err).toBe("There is no tenant atlantis; there are: ube-demo, ube-tonari.");
    expect(code).toBe(1);
  });
});

describe("a map that lacks a place of the service", () => {
  const UBE_DEMO = "ube-demo" as TenantId;
  const importUbe = (...more: string[]) =>
    noriai(["map", "import", UBE, "--tenant", "ube-demo", ...more], { openDesk });
  /** The demo's service with one place of it moved out to the sea. */
  async function withService(
    change: (service: Service) => Service,
    work: () => Promise<void>,
  ): Promise<void> {
    const save = (service: Service) =>
      desk.store.inTenant(UBE_DEMO, (tx) =>
        tx.saveService(service, { role: "system" }, desk.sources.wallNow()),
      );
    const before = (await desk.store.inTenant(UBE_DEMO, (tx) => tx.findService()))!;
    await save(change(before));
    try {
      await work();
    } finally {
      await save(before);
    }
  }
  const SEA = { lat: 33.85, lng: 131.2 };

  test("a stop in the sea is named and nothing is saved, unless a person insists", async () => {
    const atSea = (service: Service): Service => ({
      ...service,
      stops: service.stops.map((stop, index) => (index === 2 ? { ...stop, position: SEA } : stop)),
    });
    await withService(atSea, async () => {
      const { code, out, err } = await importUbe();
      expect(out).toContain("39 of 40 stops lie by a road");
      expect(err).toMatch(/^Off the roads of this map lie: stops 1, depots 0\. Nothing was saved/);
      expect(code).toBe(1);
      const forced = await importUbe("--force");
      expect(forced.out).toContain("The map is now the map of ube-demo");
      expect(forced.code).toBe(0);
    });
  });

  test("a depot in the sea is named and nothing is saved", async () => {
    const atSea = (service: Service): Service => ({
      ...service,
      vehicles: service.vehicles.map((one) => ({ ...one, depot: { ...one.depot, position: SEA } })),
    });
    await withService(atSea, async () => {
      const { code, out, err } = await importUbe();
      expect(out).toMatch(/The depot .* of のりあい1号車 is \d+ m from the nearest road/);
      expect(err).toContain("stops 0, depots 1");
      expect(code).toBe(1);
    });
  });

  test("no insisting helps with another town's map", async () => {
    const words = ["map", "import", HEIDELBERG, "--tenant", "ube-demo", "--force"];
    const { code, err } = await noriai(words, { openDesk });
    expect(err).toContain("another town's");
    expect(code).toBe(1);
  });
});

describe("noriai tenant add", () => {
  const EXAMPLE = fileURLToPath(new URL("../../../../docs/examples/town.json", import.meta.url));
  const MY_TOWN = "my-town" as TenantId;

  test("adds the municipality and its service; its people can be added then", async () => {
    const { code, out, err } = await noriai(["tenant", "add", EXAMPLE], { openDesk });
    expect(err).toBe("");
    expect(out).toContain("The tenant my-town is there (stops: 4, vehicles: 1)");
    expect(code).toBe(0);
    const service = await desk.store.inTenant(MY_TOWN, (tx) => tx.findService());
    expect(service).toEqual(JSON.parse(readFileSync(EXAMPLE, "utf8")).service);
    const clerk = ["--role", "municipality", "--login", "kakari", "--name", "係"];
    const added = await noriai(["account", "add", "--tenant", "my-town", ...clerk], {
      openDesk,
      readSecret: async () => PASSWORD,
    });
    expect(added.code).toBe(0);
  });

  test("a tenant that is there already is left as it is", async () => {
    const { code, err } = await noriai(["tenant", "add", EXAMPLE], { openDesk });
    expect(err).toContain("Nothing was changed");
    expect(code).toBe(1);
  });

  test("what a run that was cut short has left is finished by the next", async () => {
    const id = "cut-short" as TenantId;
    await desk.store.createTenant({ id, name: "途中" });
    const file = join(folder, "cut-short.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(EXAMPLE, "utf8")), id }));
    expect(await noriai(["tenant", "add", file], { openDesk })).toMatchObject({ code: 0, err: "" });
    expect(await desk.store.inTenant(id, (tx) => tx.findService())).toBeDefined();
  });

  test("a file with a fault in it writes nothing, and the sentences say where and what to write", async () => {
    const town = JSON.parse(readFileSync(EXAMPLE, "utf8"));
    const file = join(folder, "faulty.json");
    writeFileSync(file, JSON.stringify({ ...town, id: "faulty", service: { ...town.service, stops: [] } }));
    const { code, err } = await noriai(["tenant", "add", file], { openDesk });
    expect(err).toMatch(/^service\.stops: the list has too few entries\.\n.*\(1 fault\)\. Nothing was saved/);
    expect(code).toBe(1);
    expect((await desk.store.listTenants()).map(({ id }) => id)).not.toContain("faulty");
    writeFileSync(file, "{");
    expect((await noriai(["tenant", "add", file])).err).toContain("is not JSON");
    expect((await noriai(["tenant", "add", join(folder, "none.json")])).err).toContain("There is no file");
  });
});

describe("noriai account add", () => {
  const add = (words: readonly string[], password = PASSWORD) =>
    noriai(["account", "add", "--tenant", "ube-demo", ...words], {
      openDesk,
      readSecret: async () => password,
    });

  test("adds an account that can sign in with the password that was piped in", async () => {
    const { code, out } = await add(["--role", "call_operator", "--login", "sato", "--name", "佐藤 恵"]);
    expect(out).toBe("The account sato of ube-demo can sign in now.");
    expect(code).toBe(0);
    const account = await desk.store.inTenant("ube-demo" as TenantId, (tx) => tx.findAccountByLogin("sato"));
    expect(account).toMatchObject({ role: "call_operator", displayName: "佐藤 恵" });
    expect(await verifyPassword(PASSWORD, account!.passwordHash)).toBe(true);
    expect(await verifyPassword("another password of size", account!.passwordHash)).toBe(false);
  });

  test("a rider is bound to a member, a driver to a vehicle", async () => {
    const rider = ["--role", "rider", "--login", "hanako", "--name", "山田 花子"];
    expect((await add(rider)).err).toContain("--member");
    expect((await add([...rider, "--member", "99999"])).err).toContain("no member with this number");
    expect((await add([...rider, "--member", "10001"])).code).toBe(0);
    const driver = ["--role", "driver", "--login", "tanaka", "--name", "田中"];
    expect((await add(driver)).err).toContain("--vehicle");
    expect((await add([...driver, "--vehicle", "v9"])).err).toContain("no such vehicle");
    expect((await add([...driver, "--vehicle", "v1"])).code).toBe(0);
  });

  test("what cannot be is refused with what to mend", async () => {
    const clerk = (login: string) => ["--role", "municipality", "--login", login, "--name", "係"];
    expect((await add(clerk("kakari"), "too short")).err).toContain("at least 15 characters");
    expect((await add(clerk("no spaces"))).err).toContain("choose another --login");
    await add(clerk("twice"));
    expect((await add(clerk("twice"))).err).toContain("Another account has this login");
    expect((await add(["--role", "king", "--login", "a", "--name", "b"])).err).toContain("no role king");
    expect((await add(["--role", "king"])).err).toContain("--login is missing");
    const elsewhere = ["account", "add", "--tenant", "atlantis", ...clerk("x")];
    const { err } = await noriai(elsewhere, { openDesk, readSecret: async () => PASSWORD });
    expect(err).toContain("no such tenant");
  });

  test("a person who types is asked twice, and two different passwords save nothing", async () => {
    const typed = [PASSWORD, "correct horse battery stable"];
    const words = ["account", "add", "--tenant", "ube-demo", "--role", "auditor", "--login", "kansa"];
    const { code, err } = await noriai([...words, "--name", "監査"], {
      openDesk,
      isInteractive: true,
      readSecret: async () => typed.shift()!,
    });
    expect(err).toContain("The two passwords differ");
    expect(code).toBe(1);
    const found = await desk.store.inTenant("ube-demo" as TenantId, (tx) => tx.findAccountByLogin("kansa"));
    expect(found).toBeUndefined();
  });
});

describe("the program itself", () => {
  test("settings that cannot be used end with a sentence per setting, and no stack trace", async () => {
    const { code, err } = await program(["map", "import", UBE, "--tenant", "ube-demo"], {
      NORIAI_PORT: "eighty",
      NORIAI_COLOUR: "red",
    });
    expect(code).toBe(1);
    expect(err.trim()).toBe("Set NORIAI_PORT to a whole number from 1 to 65535, for example 8080.");
  });

  test("a database that is not there ends with one sentence that says what to do, in Japanese too", async () => {
    const NORIAI_DATABASE_URL = "postgres://nobody:secret@127.0.0.1:9/none";
    const english = await program(["map", "import", UBE, "--tenant", "x"], { NORIAI_DATABASE_URL });
    expect(english.code).toBe(1);
    expect(english.err.trim().split("\n")).toHaveLength(1);
    const japanese = await program(["map", "import", UBE, "--tenant", "x"], {
      NORIAI_DATABASE_URL,
      LANG: "ja_JP.UTF-8",
    });
    expect(japanese.err).toContain("データベースにつながりません");
    for (const { err } of [english, japanese]) expect(err).not.toContain("secret");
  });

  test("the password is read from standard input, never from the command line", async () => {
    const words = [
      "account",
      "add",
      "--tenant",
      "ube-demo",
      "--role",
      "auditor",
      "--login",
      "a",
      "--name",
      "b",
    ];
    const { err } = await program([...words, "--password", PASSWORD], {});
    expect(err).toContain("There is no option --password");
    const piped = await program(words, { NORIAI_DATABASE_URL: "postgres://u:p@127.0.0.1:9/d" }, PASSWORD);
    expect(piped.code).toBe(1);
    expect(piped.err.trim().split("\n")).toHaveLength(1);
  });
});

function program(words: readonly string[], environment: Record<string, string>, input = "") {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [BIN, ...words], {
      env: { PATH: process.env.PATH, LANG: "C.UTF-8", ...environment },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.end(`${input}\n`);
  });
}
