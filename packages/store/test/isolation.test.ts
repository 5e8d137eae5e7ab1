import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APPEND_ONLY_TABLES, findLeaks } from "../src/isolation.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { fillTenant } from "./support/fill.ts";
import { refusal } from "./support/owner.ts";
import { NORTH, SOUTH } from "./support/town.ts";

const APP = "noriai_app";
let it: TestStore;
let owner: pg.Client;
let tables: string[];

beforeAll(async () => {
  it = await openTestStore();
  await fillTenant(it.store, NORTH);
  await fillTenant(it.store, SOUTH);
  owner = new pg.Client(it.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname = 'noriai' ORDER BY 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(async () => {
  await owner.end();
  await it.close();
});

/** Does `work` as the owner, and takes everything back. */
async function onTrial<T>(work: () => Promise<T>): Promise<T> {
  await owner.query("BEGIN");
  try {
    return await work();
  } finally {
    await owner.query("ROLLBACK");
  }
}

/** What the neighbour NORTH can do to SOUTH's rows of a table with the application's rights; empty when nothing. */
async function trespasses(table: string): Promise<string[]> {
  const columns = await owner.query(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = ''`,
    [table],
  );
  const names = columns.rows.map(({ name }) => `"${name}"`).join(", ");
  await owner.query("SELECT set_config('noriai.tenant_id', $1, true)", [NORTH]);
  await owner.query(`SET LOCAL ROLE ${APP}`);
  const found: string[] = [];
  const count = async (where: string) =>
    Number((await owner.query(`SELECT count(*) FROM ${table} WHERE ${where}`)).rows[0].count);
  if ((await count("tenant_id = 'south-town'")) > 0) found.push("read");
  if ((await count("tenant_id = 'north-town'")) === 0) found.push("own rows are hidden");
  if (
    (await refusal(owner, `INSERT INTO ${table} (${names}) SELECT ${southernRow(names)} FROM ${table}`)) !==
    "42501"
  )
    found.push("insert");
  const moved = await refusal(
    owner,
    `UPDATE ${table} SET tenant_id = 'south-town' WHERE tenant_id = 'north-town'`,
  );
  if (moved !== "42501") found.push("move");
  for (const [deed, statement] of [
    ["update", `UPDATE ${table} SET tenant_id = tenant_id`],
    ["delete", `DELETE FROM ${table}`],
  ] as const) {
    const touched = `WITH touched AS (${statement} WHERE tenant_id = 'south-town' RETURNING 1) SELECT 1 / count(*) FROM touched`;
    // Nothing touched divides by zero (22012); without the right it is refused (42501).
    if (!["22012", "42501"].includes(await refusal(owner, touched))) found.push(deed);
  }
  await owner.query("RESET ROLE");
  return found;
}

const southernRow = (names: string) => names.replace('"tenant_id"', "'south-town'");

describe("[POL-SEP-1] every table", () => {
  test("is known to the catalogue check, and the check finds nothing", async () => {
    expect(tables.length).toBeGreaterThanOrEqual(20);
    expect(await findLeaks(owner, APP)).toEqual([]);
  });

  test("holds rows of both tenants, so that the trial means something", async () => {
    for (const table of tables) {
      const { rows } = await owner.query(`SELECT DISTINCT tenant_id FROM ${table} ORDER BY 1`);
      expect(
        rows.map(({ tenant_id }) => tenant_id),
        table,
      ).toEqual([NORTH, SOUTH]);
    }
  });

  test("keeps the neighbour out: no reading, no adding, no changing, no removing, no moving", async () => {
    for (const table of tables) expect(await onTrial(() => trespasses(table)), table).toEqual([]);
  });

  test("shows nothing at all when no tenant is set", async () => {
    for (const table of tables) {
      const rows = await onTrial(async () => {
        await owner.query(`SET LOCAL ROLE ${APP}`);
        return (await owner.query(`SELECT FROM ${table}`)).rowCount;
      });
      expect(rows, table).toBe(0);
    }
  });

  test("is out of reach of TRUNCATE, and of a tenant set to nothing", async () => {
    for (const table of tables) {
      await onTrial(async () => {
        await owner.query(`SELECT set_config('noriai.tenant_id', '', true)`);
        await owner.query(`SET LOCAL ROLE ${APP}`);
        expect((await owner.query(`SELECT FROM ${table}`)).rowCount, table).toBe(0);
        expect(await refusal(owner, `TRUNCATE ${table}`), table).toBe("42501");
      });
    }
  });
});

describe("[POL-SEP-1] a fault in any one table is caught", () => {
  const MUTATIONS: readonly { name: string; sql: string; catches: string; opens: boolean }[] = [
    {
      name: "its policy dropped",
      sql: "DROP POLICY own_tenant ON $",
      catches: "no-tenant-policy",
      opens: true,
    },
    {
      name: "row security off",
      sql: "ALTER TABLE $ DISABLE ROW LEVEL SECURITY",
      catches: "row-security-off",
      opens: true,
    },
    {
      name: "not forced",
      sql: "ALTER TABLE $ NO FORCE ROW LEVEL SECURITY",
      catches: "row-security-not-forced",
      opens: false,
    },
    {
      name: "a policy that lets all pass",
      sql: "ALTER POLICY own_tenant ON $ USING (true) WITH CHECK (true)",
      catches: "policy-too-wide",
      opens: true,
    },
    {
      name: "a second, wider policy",
      sql: "CREATE POLICY more ON $ FOR SELECT USING (true)",
      catches: "policy-too-wide",
      opens: true,
    },
    {
      name: "a policy for the application alone",
      sql: `CREATE POLICY more ON $ FOR SELECT TO ${APP} USING (true)`,
      catches: "policy-too-wide",
      opens: true,
    },
    {
      name: "given to the application",
      sql: `ALTER TABLE $ OWNER TO ${APP}`,
      catches: "owned-by-application",
      opens: false,
    },
  ];

  test.each(MUTATIONS)("$name", async ({ sql, catches, opens }) => {
    for (const table of tables) {
      await onTrial(async () => {
        await owner.query(sql.replace("$", table));
        expect(await findLeaks(owner, APP), table).toContainEqual({ table, because: catches });
        if (opens) expect(await trespasses(table), table).not.toEqual([]);
      });
    }
  });

  test.each([
    ["a new table without any of it", "CREATE TABLE noriai.extra (id int PRIMARY KEY)", "noriai.extra"],
    ["a view over the members", `CREATE VIEW noriai.peek AS SELECT * FROM noriai.members`, "noriai.peek"],
    [
      "a table elsewhere that the application may read",
      `CREATE TABLE public.copy (id int); GRANT SELECT ON public.copy TO ${APP}`,
      "public.copy",
    ],
  ])("%s", async (_, sql, table) => {
    await onTrial(async () => {
      await owner.query(sql);
      expect((await findLeaks(owner, APP)).map((leak) => leak.table)).toContain(table);
    });
  });

  test("the store does not open on such a database", async () => {
    await owner.query("ALTER TABLE noriai.members DISABLE ROW LEVEL SECURITY");
    await expect(it.openAnother()).rejects.toThrow("noriai.members: row-security-off");
    await owner.query("ALTER TABLE noriai.members ENABLE ROW LEVEL SECURITY");
  });
});

describe("append-only tables", () => {
  const change = (table: string, verb: "UPDATE" | "DELETE" | "TRUNCATE") =>
    ({
      UPDATE: `UPDATE ${table} SET tenant_id = tenant_id`,
      DELETE: `DELETE FROM ${table}`,
      TRUNCATE: `TRUNCATE ${table} CASCADE`,
    })[verb];

  test("refuse change and removal to the application by right and to the owner by trigger", async () => {
    for (const table of APPEND_ONLY_TABLES.map((name) => `noriai.${name}`)) {
      for (const verb of ["UPDATE", "DELETE", "TRUNCATE"] as const) {
        await onTrial(async () => {
          expect(await refusal(owner, change(table, verb)), `${verb} ${table} as owner`).toBe("42501");
          await owner.query("SELECT set_config('noriai.tenant_id', $1, true)", [NORTH]);
          await owner.query(`SET LOCAL ROLE ${APP}`);
          expect(await refusal(owner, change(table, verb)), `${verb} ${table}`).toBe("42501");
        });
      }
    }
  });

  test.each([
    ["a right too many", `GRANT UPDATE ON $ TO ${APP}`],
    ["a trigger switched off", "ALTER TABLE $ DISABLE TRIGGER append_only"],
    ["a trigger dropped", "DROP TRIGGER append_only_whole ON $"],
  ])("%s is caught", async (_, sql) => {
    for (const table of APPEND_ONLY_TABLES.map((name) => `noriai.${name}`)) {
      await onTrial(async () => {
        await owner.query(sql.replace("$", table));
        expect(await findLeaks(owner, APP)).toContainEqual({ table, because: "append-only-can-change" });
      });
    }
  });
});

test("the application's role owns nothing, has no powers, and cannot become another", async () => {
  const { rows } = await owner.query(
    `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = $1`,
    [APP],
  );
  expect(Object.values(rows[0])).toEqual([false, false, false, false, false]);
  await onTrial(async () => {
    await owner.query(`SET SESSION AUTHORIZATION ${APP}`);
    expect(await refusal(owner, "SET ROLE noriai_owner")).toBe("42501");
    expect(await refusal(owner, "CREATE TABLE noriai.mine (id int)")).toBe("42501");
    expect(await refusal(owner, "SELECT FROM noriai_migrations.kysely_migration")).toBe("42501");
    expect(await refusal(owner, "ALTER TABLE noriai.members DISABLE ROW LEVEL SECURITY")).toBe("42501");
    expect(await refusal(owner, "SELECT pg_read_file('/etc/passwd')")).toBe("42501");
  });
  await owner.query("RESET SESSION AUTHORIZATION");
});
