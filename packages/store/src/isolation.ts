import type pg from "pg";

/** A table that does not keep the tenants apart, and why. */
export interface Leak {
  readonly table: string;
  readonly because:
    | "key-without-tenant"
    | "row-security-off"
    | "row-security-not-forced"
    | "no-tenant-policy"
    | "policy-too-wide"
    | "owned-by-application"
    | "append-only-can-change";
}

/** Tables that are only ever added to. */
export const APPEND_ONLY_TABLES = [
  "waiting_calls",
  "task_events",
  "promises",
  "refusals",
  "audit_events",
  "access_log",
  "decision_grounds",
  "decisions",
  "delay_calls",
  "delay_list_closings",
  "crew_assignments",
  "driver_readings",
  "roll_calls",
  "duty_closings",
  "notices",
  "driver_messages",
  "driver_message_receipts",
  "supervisor_entries",
  "device_entries",
  "conflict_settlements",
  "stop_task_steps",
  "stop_records",
] as const;

/**
 * Reads the catalogue: every table of ours, and every other relation that the application may touch, must have a key
 * that begins with the tenant, forced row-level security, and for the application no policy but the tenant's own.
 */
export async function findLeaks(client: pg.ClientBase, appRole: string): Promise<readonly Leak[]> {
  const { rows } = await client.query<Relation>(RELATIONS, [appRole, TENANT_CONDITION]);
  return rows.flatMap((relation) => leaksOf(relation).map((because) => ({ table: relation.table, because })));
}

function leaksOf(relation: Relation): readonly Leak["because"][] {
  const appendOnly = APPEND_ONLY_TABLES.some((table) => `noriai.${table}` === relation.table);
  const findings: readonly [Leak["because"], boolean][] = [
    ["key-without-tenant", relation.first_key_column !== "tenant_id"],
    ["row-security-off", !relation.enabled],
    ["row-security-not-forced", !relation.forced],
    ["no-tenant-policy", relation.tenant_policies === 0],
    ["policy-too-wide", relation.other_policies > 0],
    ["owned-by-application", relation.owned],
    ["append-only-can-change", appendOnly && (relation.changeable || relation.guards < 2)],
  ];
  return findings.filter(([, found]) => found).map(([because]) => because);
}

interface Relation {
  readonly table: string;
  readonly first_key_column: string | null;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly tenant_policies: number;
  readonly other_policies: number;
  readonly owned: boolean;
  readonly changeable: boolean;
  readonly guards: number;
}

/** As PostgreSQL prints the one condition that a policy may have. */
const TENANT_CONDITION = "(tenant_id = current_setting('noriai.tenant_id'::text, true))";

const RELATIONS = `
WITH app AS (SELECT oid FROM pg_roles WHERE rolname = $1),
policies AS (
  SELECT polrelid,
    polpermissive AND polcmd = '*' AND polroles = '{0}'
      AND pg_get_expr(polqual, polrelid) = $2 AND pg_get_expr(polwithcheck, polrelid) = $2 AS tenant_only
  FROM pg_policy, app
  WHERE polpermissive AND polroles && ARRAY[0, app.oid]
)
SELECT n.nspname || '.' || c.relname AS table,
  (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = c.oid AND i.indisprimary) AS first_key_column,
  c.relrowsecurity AS enabled,
  c.relforcerowsecurity AS forced,
  (SELECT count(*)::int FROM policies p WHERE p.polrelid = c.oid AND p.tenant_only) AS tenant_policies,
  (SELECT count(*)::int FROM policies p WHERE p.polrelid = c.oid AND NOT p.tenant_only) AS other_policies,
  c.relowner = app.oid AS owned,
  has_table_privilege(app.oid, c.oid, 'UPDATE, DELETE, TRUNCATE') AS changeable,
  (SELECT count(*)::int FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid
    WHERE t.tgrelid = c.oid AND f.proname = 'refuse_change' AND t.tgenabled IN ('O', 'A')) AS guards
FROM app, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
  AND (n.nspname = 'noriai'
    OR (has_schema_privilege(app.oid, n.oid, 'USAGE')
      AND (has_table_privilege(app.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE') OR c.relowner = app.oid)))
ORDER BY 1`;
