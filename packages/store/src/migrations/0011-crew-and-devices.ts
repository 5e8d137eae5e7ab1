import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/**
 * Who drives: the register of drivers (乗務員台帳), vehicles' papers, who was put to which duty (乗務割), roll calls (点呼),
 * ends of duty; and the register of terminals (端末台帳), each with its own token. A session may belong to a terminal.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(REGISTERS + DEVICES + RECORDS + SESSIONS + appendOnly(ADDED) + ownTenant(NAMES)).execute(db);
}

// `record` is sealed: the name, what the licence reader showed, health checks. The PIN is kept as argon2id.
const REGISTERS = `
CREATE TABLE noriai.drivers (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  driver_id text NOT NULL,
  number text NOT NULL CHECK (number ~ '^[0-9]{1,6}$'),
  account_id text NOT NULL,
  record bytea NOT NULL,
  usual_vehicle text,
  left_on date,
  pin_hash text,
  pin_failures int NOT NULL DEFAULT 0,
  pin_locked_at bigint,
  added_at bigint NOT NULL,
  changed_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, driver_id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, account_id) REFERENCES noriai.accounts
);
CREATE TABLE noriai.vehicle_papers (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  vehicle_id text NOT NULL,
  inspection_due date NOT NULL,
  changed_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, vehicle_id)
);
-- Every word on who drives; the last one of a duty counts from then on.
CREATE TABLE noriai.crew_assignments (
  tenant_id text NOT NULL,
  assignment_id bigint GENERATED ALWAYS AS IDENTITY,
  service_date date NOT NULL,
  duty_id text NOT NULL,
  driver_id text,
  vehicle_id text NOT NULL,
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, assignment_id),
  FOREIGN KEY (tenant_id, driver_id) REFERENCES noriai.drivers
);
CREATE INDEX crew_assignments_by_date ON noriai.crew_assignments (tenant_id, service_date);
-- Who read a driver's record and why.
CREATE TABLE noriai.driver_readings (
  tenant_id text NOT NULL,
  reading_id bigint GENERATED ALWAYS AS IDENTITY,
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('roster', 'duty', 'roll-call', 'duty-record', 'driving')),
  driver_id text NOT NULL,
  PRIMARY KEY (tenant_id, reading_id),
  FOREIGN KEY (tenant_id, driver_id) REFERENCES noriai.drivers
);
CREATE INDEX driver_readings_by_reader ON noriai.driver_readings (tenant_id, actor_account, purpose, at);
`;

// Code and token are kept as hashes. `record` is sealed: serial number, SIM, who holds it.
const DEVICES = `
CREATE TABLE noriai.devices (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  device_id text NOT NULL,
  label text NOT NULL CHECK (label <> ''),
  record bytea NOT NULL,
  vehicle_id text,
  lent_on date,
  returned_on date,
  code_hash text,
  code_expires_at bigint,
  token_hash text,
  bound_at bigint,
  locked_at bigint,
  last_seen_at bigint,
  added_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, device_id),
  UNIQUE (tenant_id, token_hash),
  CHECK ((code_hash IS NULL) = (code_expires_at IS NULL)),
  CHECK ((token_hash IS NULL) = (bound_at IS NULL))
);
`;

const RECORDS = `
CREATE TABLE noriai.roll_calls (
  tenant_id text NOT NULL,
  roll_call_id text NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  service_date date NOT NULL,
  driver_id text NOT NULL,
  vehicle_id text NOT NULL,
  moment text NOT NULL CHECK (moment IN ('before', 'after')),
  method text NOT NULL CHECK (method IN ('face', 'it', 'phone', 'self')),
  at bigint NOT NULL,
  record bytea NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, roll_call_id),
  FOREIGN KEY (tenant_id, driver_id) REFERENCES noriai.drivers
);
CREATE INDEX roll_calls_by_date ON noriai.roll_calls (tenant_id, service_date);
CREATE TABLE noriai.duty_closings (
  tenant_id text NOT NULL,
  closing_id text NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  service_date date NOT NULL,
  driver_id text NOT NULL,
  vehicle_id text NOT NULL,
  ended_at bigint NOT NULL,
  odometer_start int NOT NULL CHECK (odometer_start >= 0),
  odometer_end int NOT NULL CHECK (odometer_end >= odometer_start),
  cash_expected int NOT NULL,
  cash_counted int NOT NULL CHECK (cash_counted >= 0),
  remarks bytea,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, closing_id),
  FOREIGN KEY (tenant_id, driver_id) REFERENCES noriai.drivers
);
CREATE INDEX duty_closings_by_date ON noriai.duty_closings (tenant_id, service_date);
`;

// Who signed in at which terminal. What the driver drives follows from the day's assignment.
const SESSIONS = `
ALTER TABLE noriai.sessions ADD COLUMN device_id text, ADD COLUMN driver_id text,
  ADD FOREIGN KEY (tenant_id, device_id) REFERENCES noriai.devices,
  ADD FOREIGN KEY (tenant_id, driver_id) REFERENCES noriai.drivers,
  ADD CHECK ((device_id IS NULL) = (driver_id IS NULL));
`;

const ADDED = ["crew_assignments", "driver_readings", "roll_calls", "duty_closings"];
const NAMES = ["drivers", "vehicle_papers", "devices", ...ADDED];
