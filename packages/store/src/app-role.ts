import { fail, ok, type Result } from "@noriai/kernel";
import pg from "pg";
import { asRole, type DatabaseUrl } from "./database-url.ts";
import { connectionConfig } from "./pool.ts";
import { type StartFault, startFault } from "./start-fault.ts";
import { sqlStateOf } from "./store-busy.ts";

/** What the application may do on each table; what is not here it may not. */
export const APP_GRANTS: Readonly<Record<string, string>> = {
  tenants: "SELECT, INSERT",
  data_keys: "SELECT, INSERT",
  counters: "SELECT, INSERT, UPDATE",
  services: "SELECT, INSERT, UPDATE",
  maps: "SELECT, INSERT, UPDATE",
  members: "SELECT, INSERT, UPDATE",
  accounts: "SELECT, INSERT, UPDATE, DELETE",
  member_changes: "SELECT, INSERT, UPDATE",
  no_show_notes: "SELECT, INSERT, UPDATE",
  sessions: "SELECT, INSERT, UPDATE, DELETE",
  one_time_codes: "SELECT, INSERT, UPDATE, DELETE",
  passkeys: "SELECT, INSERT, UPDATE, DELETE",
  used_challenges: "SELECT, INSERT, DELETE",
  drivers: "SELECT, INSERT, UPDATE",
  vehicle_papers: "SELECT, INSERT, UPDATE",
  crew_assignments: "SELECT, INSERT",
  driver_readings: "SELECT, INSERT",
  devices: "SELECT, INSERT, UPDATE",
  roll_calls: "SELECT, INSERT",
  duty_closings: "SELECT, INSERT",
  plans: "SELECT, INSERT, UPDATE",
  bookings: "SELECT, INSERT, UPDATE",
  quotes: "SELECT, INSERT, UPDATE",
  task_events: "SELECT, INSERT",
  promises: "SELECT, INSERT",
  refusals: "SELECT, INSERT",
  audit_events: "SELECT, INSERT",
  access_log: "SELECT, INSERT",
  delay_calls: "SELECT, INSERT",
  delay_list_closings: "SELECT, INSERT",
  member_channels: "SELECT, INSERT, UPDATE, DELETE",
  notices: "SELECT, INSERT",
  notice_deliveries: "SELECT, INSERT, UPDATE",
  driver_messages: "SELECT, INSERT",
  driver_message_receipts: "SELECT, INSERT",
  calls: "SELECT, INSERT, UPDATE",
  delegates: "SELECT, INSERT, UPDATE, DELETE",
  registrations: "SELECT, INSERT, UPDATE",
  member_evidence: "SELECT, INSERT, UPDATE, DELETE",
  supervisor_entries: "SELECT, INSERT",
  positions: "SELECT, INSERT, UPDATE",
  position_trail: "SELECT, INSERT, DELETE",
  terminal_states: "SELECT, INSERT, UPDATE",
  acknowledgements: "SELECT, INSERT, UPDATE",
  intake_stops: "SELECT, INSERT, UPDATE",
  waitings: "SELECT, INSERT, UPDATE",
  waiting_calls: "SELECT, INSERT",
  recurring_wishes: "SELECT, INSERT, UPDATE",
  recurring_rides: "SELECT, INSERT, UPDATE",
  stop_tasks: "SELECT, INSERT, UPDATE",
  stop_task_steps: "SELECT, INSERT",
  stop_records: "SELECT, INSERT",
  stop_photos: "SELECT, INSERT, UPDATE, DELETE",
  open_returns: "SELECT, INSERT, UPDATE",
  address_points: "SELECT, INSERT, DELETE",
  left_searches: "SELECT, INSERT, UPDATE",
  device_logs: "SELECT, INSERT, UPDATE",
  device_entries: "SELECT, INSERT",
  conflict_settlements: "SELECT, INSERT",
  decision_grounds: "SELECT, INSERT",
  decisions: "SELECT, INSERT",
  outbox: "SELECT, INSERT, DELETE",
  remembered_answers: "SELECT, INSERT, DELETE",
};

/**
 * Makes sure that the application can log in as a role that owns nothing and cannot pass row-level security, and
 * gives its connection string. A real login, because a role taken on by SET ROLE can be laid down again by RESET ROLE.
 * The password follows from the master key, so that every server on this database knows it and none must store it.
 */
export async function prepareAppRole(preparing: {
  readonly owner: pg.Client;
  readonly url: DatabaseUrl;
  readonly role: string;
  readonly password: string;
}): Promise<Result<string, StartFault>> {
  const { owner, url, role, password } = preparing;
  const appUrl = asRole(url, { role, password });
  try {
    if (!(await canLogIn(appUrl))) await createOrReset(owner, { role, password });
    await grant(owner, { role, database: url.database });
  } catch (error) {
    if (sqlStateOf(error) !== "42501") throw error;
    return fail(
      startFault(
        "database-role-forbidden",
        `The user of NORIAI_DATABASE_URL may not create or change the role ${role}; give it CREATEROLE (ALTER ROLE … CREATEROLE).`,
      ),
    );
  }
  if (await isUnsafe(owner, role))
    return fail(
      startFault(
        "database-role-unsafe",
        `The role ${role} owns tables, is a superuser or bypasses row-level security; take that from it and start again.`,
      ),
    );
  if (!(await canLogIn(appUrl)))
    return fail(
      startFault(
        "database-login-refused",
        `PostgreSQL at ${url.label} does not let the role ${role} log in with a password; allow it in pg_hba.conf.`,
      ),
    );
  return ok(appUrl);
}

async function canLogIn(appUrl: string): Promise<boolean> {
  const client = new pg.Client({ ...connectionConfig(appUrl), connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // its own failure is told by connect()
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (["28P01", "28000", "42501"].includes(sqlStateOf(error) ?? "")) return false;
    throw error;
  }
}

async function createOrReset(owner: pg.Client, login: { readonly role: string; readonly password: string }) {
  const role = owner.escapeIdentifier(login.role);
  const { rowCount } = await owner.query("SELECT FROM pg_catalog.pg_roles WHERE rolname = $1", [login.role]);
  await owner.query(
    `${rowCount === 0 ? "CREATE" : "ALTER"} ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE INHERIT PASSWORD ${owner.escapeLiteral(login.password)}`,
  );
}

async function grant(
  owner: pg.Client,
  target: { readonly role: string; readonly database: string },
): Promise<void> {
  const role = owner.escapeIdentifier(target.role);
  const tables = Object.entries(APP_GRANTS).map(
    ([table, rights]) => `GRANT ${rights} ON noriai.${table} TO ${role};`,
  );
  await owner.query(`
    GRANT CONNECT ON DATABASE ${owner.escapeIdentifier(target.database)} TO ${role};
    GRANT USAGE ON SCHEMA noriai TO ${role};
    REVOKE ALL ON ALL TABLES IN SCHEMA noriai FROM ${role};
    ${tables.join("\n")}
    GRANT EXECUTE ON FUNCTION noriai.list_tenants() TO ${role};
  `);
}

async function isUnsafe(owner: pg.Client, role: string): Promise<boolean> {
  const { rows } = await owner.query(
    `SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreaterole
         OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relowner = r.oid)
         OR EXISTS (SELECT FROM pg_catalog.pg_auth_members m WHERE m.member = r.oid) AS unsafe
     FROM pg_catalog.pg_roles r WHERE r.rolname = $1`,
    [role],
  );
  return rows[0]?.unsafe ?? true;
}
