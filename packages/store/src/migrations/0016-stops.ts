import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/**
 * Care for stops: what drivers report and what comes of it, what is noted about each marker (設置記録); returns wished
 * without a time; and the town's points by which a stop near an address is found. 仕様書 3-(4)-⑥
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TASKS + RECORDS + RETURNS + POINTS + appendOnly(ADDED) + ownTenant(NAMES)).execute(db);
}

// One task at a time for each trouble of a stop. What is typed is sealed: it may name a neighbour.
const TASKS = `
CREATE TABLE noriai.stop_tasks (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  task_id text NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  stop_id text NOT NULL,
  trouble text NOT NULL CHECK (trouble IN ('buried', 'hidden', 'blocked', 'damaged', 'missing', 'other')),
  state text NOT NULL CHECK (state IN ('open', 'in-hand', 'done')),
  changed_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, task_id)
);
CREATE UNIQUE INDEX stop_tasks_one_at_a_time ON noriai.stop_tasks (tenant_id, stop_id, trouble) WHERE state <> 'done';
CREATE INDEX stop_tasks_by_stop ON noriai.stop_tasks (tenant_id, stop_id);
-- A report's id is the terminal's own, so that it counts once however often it is sent.
CREATE TABLE noriai.stop_task_steps (
  tenant_id text NOT NULL,
  step_id text NOT NULL,
  task_id text NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  step text NOT NULL CHECK (step IN ('report', 'take', 'note', 'finish')),
  at bigint NOT NULL,
  noted_at bigint NOT NULL,
  words bytea,
  vehicle_id text,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, step_id),
  FOREIGN KEY (tenant_id, task_id) REFERENCES noriai.stop_tasks
);
CREATE INDEX stop_task_steps_by_task ON noriai.stop_task_steps (tenant_id, task_id);
`;

// \`words\` is sealed: who agreed, where the marker stands on whose ground.
const RECORDS = `
CREATE TABLE noriai.stop_records (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  record_id text NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  stop_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('placed', 'removed', 'photo', 'consent', 'winter-fit', 'winter-unfit')),
  on_date date NOT NULL,
  words bytea,
  noted_at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, record_id)
);
CREATE INDEX stop_records_by_stop ON noriai.stop_records (tenant_id, stop_id);
`;

const RETURNS = `
CREATE TABLE noriai.open_returns (
  tenant_id text NOT NULL,
  booking_id text NOT NULL,
  wished_at bigint NOT NULL,
  dropped_at bigint,
  PRIMARY KEY (tenant_id, booking_id),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES noriai.bookings
);
`;

// Public data of the town, no member's address. \`folded\` is the name as it is searched for.
const POINTS = `
CREATE TABLE noriai.address_points (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  name text NOT NULL,
  folded text NOT NULL,
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lng double precision NOT NULL CHECK (lng BETWEEN -180 AND 180),
  PRIMARY KEY (tenant_id, name)
);
`;

const ADDED = ["stop_task_steps", "stop_records"];
const NAMES = ["stop_tasks", "open_returns", "address_points", ...ADDED];
