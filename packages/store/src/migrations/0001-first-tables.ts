import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/**
 * The first tables. Instants are whole seconds since 1970 in `bigint`, service dates are `date`.
 * Every primary key begins with `tenant_id`: no query needs more than one tenant, and a deployment can be cut by tenant.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TENANTS + SERVICES + PEOPLE + DAYS + RECORDS + DELIVERY).execute(db);
  await sql.raw(REFUSE_CHANGE + appendOnly(RECORDED) + ownTenant(NAMES) + DIRECTORY).execute(db);
}

const TENANTS = `
CREATE TABLE noriai.tenants (
  tenant_id text PRIMARY KEY CHECK (tenant_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text NOT NULL CHECK (name <> '')
);
-- Keys of the tenant, wrapped by the master key, which is not in the database.
CREATE TABLE noriai.data_keys (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  purpose text NOT NULL CHECK (purpose IN ('fields', 'index')),
  key_version int NOT NULL CHECK (key_version BETWEEN 1 AND 255),
  wrapped_key bytea NOT NULL,
  PRIMARY KEY (tenant_id, purpose, key_version)
);
CREATE TABLE noriai.counters (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  counter text NOT NULL CHECK (counter IN ('member-no', 'outbox')),
  value bigint NOT NULL,
  PRIMARY KEY (tenant_id, counter)
);
`;

const SERVICES = `
CREATE TABLE noriai.services (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  service_id text NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  definition jsonb NOT NULL CHECK (definition ->> 'id' = service_id),
  saved_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, service_id)
);
-- The road map in use.
CREATE TABLE noriai.maps (
  tenant_id text PRIMARY KEY REFERENCES noriai.tenants,
  source text NOT NULL,
  sha256 text NOT NULL,
  imported_at bigint NOT NULL,
  attribution text NOT NULL,
  roads bytea NOT NULL
);
`;

const PEOPLE = `
-- name, kana, phone, town, birth_date and disability are sealed; *_index find them blindly.
CREATE TABLE noriai.members (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  member_id text NOT NULL,
  member_no text NOT NULL CHECK (member_no <> ''),
  name bytea NOT NULL,
  kana bytea NOT NULL,
  phone bytea NOT NULL,
  town bytea NOT NULL,
  birth_date bytea NOT NULL,
  disability bytea,
  phone_index bytea NOT NULL,
  kana_index bytea[] NOT NULL,
  registered_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, member_id),
  UNIQUE (tenant_id, member_no)
);
CREATE INDEX members_by_phone ON noriai.members (tenant_id, phone_index);
CREATE INDEX members_by_kana ON noriai.members USING gin (kana_index);

CREATE TABLE noriai.accounts (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  account_id text NOT NULL,
  login bytea NOT NULL,
  login_index bytea NOT NULL,
  password_hash text NOT NULL CHECK (password_hash <> ''),
  role text NOT NULL CHECK (role IN
    ('rider', 'call_operator', 'driver', 'transport_operator', 'municipality', 'auditor')),
  display_name bytea NOT NULL,
  member_id text,
  vehicle_id text,
  added_at bigint NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, account_id),
  UNIQUE (tenant_id, login_index),
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members
);
CREATE TABLE noriai.sessions (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  token_hash text NOT NULL,
  account_id text NOT NULL,
  opened_at bigint NOT NULL,
  expires_at bigint NOT NULL CHECK (expires_at > opened_at),
  PRIMARY KEY (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, account_id) REFERENCES noriai.accounts
);
CREATE INDEX sessions_by_account ON noriai.sessions (tenant_id, account_id);
`;

const DAYS = `
-- One row per service and service date: the lock of everything that is decided on that day.
CREATE TABLE noriai.plans (
  tenant_id text NOT NULL,
  service_id text NOT NULL,
  service_date date NOT NULL,
  version int NOT NULL CHECK (version >= 0),
  duties jsonb NOT NULL,
  plan jsonb NOT NULL,
  PRIMARY KEY (tenant_id, service_id, service_date),
  FOREIGN KEY (tenant_id, service_id) REFERENCES noriai.services
);
CREATE TABLE noriai.bookings (
  tenant_id text NOT NULL,
  booking_id text NOT NULL,
  service_id text NOT NULL,
  service_date date NOT NULL,
  member_id text NOT NULL,
  state text NOT NULL CHECK (state IN
    ('confirmed', 'boarding', 'riding', 'completed', 'cancelled_by_rider', 'cancelled_by_operator', 'no_show', 'suspended')),
  request jsonb NOT NULL,
  promise jsonb NOT NULL,
  fare jsonb NOT NULL,
  boarding_code text NOT NULL CHECK (boarding_code ~ '^[0-9]{4}$'),
  booked_at bigint NOT NULL,
  cancellation jsonb,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, booking_id),
  FOREIGN KEY (tenant_id, service_id, service_date) REFERENCES noriai.plans,
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members,
  CHECK (request ->> 'serviceDate' = service_date::text AND request ->> 'memberId' = member_id),
  CHECK ((promise ->> 'pickupFrom')::bigint <= (promise ->> 'pickupTo')::bigint),
  CHECK ((fare ->> 'total')::bigint >= 0)
);
CREATE INDEX bookings_by_day ON noriai.bookings (tenant_id, service_id, service_date);
CREATE INDEX bookings_by_member ON noriai.bookings (tenant_id, member_id);

-- Offers held for a rider; they become the booking of the same id.
CREATE TABLE noriai.quotes (
  tenant_id text NOT NULL,
  quote_id text NOT NULL,
  service_id text NOT NULL,
  service_date date NOT NULL,
  request jsonb NOT NULL,
  offer jsonb NOT NULL,
  held boolean NOT NULL,
  expires_at bigint NOT NULL,
  closed_because text CHECK (closed_because IN ('confirmed', 'released', 'expired')),
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, quote_id),
  FOREIGN KEY (tenant_id, service_id, service_date) REFERENCES noriai.plans,
  CHECK (request ->> 'serviceDate' = service_date::text)
);
CREATE INDEX open_quotes_by_day ON noriai.quotes (tenant_id, service_id, service_date) WHERE closed_because IS NULL;

-- What drivers recorded, in the order in which it reached us.
CREATE TABLE noriai.task_events (
  tenant_id text NOT NULL,
  event_id text NOT NULL,
  service_id text NOT NULL,
  service_date date NOT NULL,
  kind text NOT NULL,
  happened_at bigint NOT NULL,
  booking_id text,
  undoes text,
  event jsonb NOT NULL CHECK (event ->> 'id' = event_id AND event ->> 'kind' = kind),
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, event_id),
  UNIQUE (tenant_id, undoes),
  FOREIGN KEY (tenant_id, service_id, service_date) REFERENCES noriai.plans,
  FOREIGN KEY (tenant_id, booking_id) REFERENCES noriai.bookings,
  FOREIGN KEY (tenant_id, undoes) REFERENCES noriai.task_events
);
CREATE INDEX task_events_by_day ON noriai.task_events (tenant_id, service_id, service_date);
`;

const RECORDS = `
-- The promise ledger: every time ever told to a rider. A booking has the id of its quote.
CREATE TABLE noriai.promises (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  promise_id bigint GENERATED ALWAYS AS IDENTITY,
  booking_id text NOT NULL,
  service_date date NOT NULL,
  occasion text NOT NULL CHECK (occasion IN ('quoted', 'confirmed', 'changed')),
  told_at bigint NOT NULL,
  pickup_from bigint NOT NULL,
  pickup_to bigint NOT NULL,
  arrive_by bigint NOT NULL,
  ride_max bigint NOT NULL,
  PRIMARY KEY (tenant_id, promise_id),
  CHECK (pickup_from <= pickup_to)
);
CREATE INDEX promises_by_booking ON noriai.promises (tenant_id, booking_id);

-- Unmet demand.
CREATE TABLE noriai.refusals (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  refusal_id text NOT NULL,
  service_date date NOT NULL,
  refused_at bigint NOT NULL,
  request jsonb NOT NULL,
  rejections jsonb NOT NULL,
  alternatives jsonb NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, refusal_id)
);
CREATE INDEX refusals_by_date ON noriai.refusals (tenant_id, service_date);

CREATE TABLE noriai.audit_events (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  audit_id bigint GENERATED ALWAYS AS IDENTITY,
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  event text NOT NULL,
  subject text NOT NULL,
  purpose text,
  detail jsonb,
  PRIMARY KEY (tenant_id, audit_id)
);
-- Who looked at whose personal record, and why.
CREATE TABLE noriai.access_log (
  tenant_id text NOT NULL,
  access_id bigint GENERATED ALWAYS AS IDENTITY,
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('booking', 'driving', 'operation', 'registration')),
  member_id text NOT NULL,
  PRIMARY KEY (tenant_id, access_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members
);
CREATE INDEX access_log_by_member ON noriai.access_log (tenant_id, member_id);
`;

const DELIVERY = `
CREATE TABLE noriai.positions (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  vehicle_id text NOT NULL,
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lng double precision NOT NULL CHECK (lng BETWEEN -180 AND 180),
  at bigint NOT NULL,
  PRIMARY KEY (tenant_id, vehicle_id)
);
CREATE TABLE noriai.acknowledgements (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  service_date date NOT NULL,
  duty_id text NOT NULL,
  version int NOT NULL,
  actor_account text,
  at bigint NOT NULL,
  PRIMARY KEY (tenant_id, service_date, duty_id)
);
-- Numbered per tenant without gaps in the order of commits, so that nobody who reads on from a number misses one.
CREATE TABLE noriai.outbox (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  outbox_id bigint NOT NULL,
  event jsonb NOT NULL,
  PRIMARY KEY (tenant_id, outbox_id)
);
-- First answers of commands; the body may name a person and is sealed.
CREATE TABLE noriai.remembered_answers (
  tenant_id text NOT NULL,
  account_id text NOT NULL,
  command_key text NOT NULL,
  fingerprint text NOT NULL,
  status int NOT NULL,
  body bytea NOT NULL,
  remembered_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, account_id, command_key),
  FOREIGN KEY (tenant_id, account_id) REFERENCES noriai.accounts
);
`;

const REFUSE_CHANGE = `
CREATE FUNCTION noriai.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
`;

const RECORDED = ["promises", "refusals", "task_events", "audit_events", "access_log"];

const NAMES = [
  "tenants",
  "data_keys",
  "counters",
  "services",
  "maps",
  "members",
  "accounts",
  "sessions",
  "plans",
  "bookings",
  "quotes",
  "task_events",
  "promises",
  "refusals",
  "audit_events",
  "access_log",
  "positions",
  "acknowledgements",
  "outbox",
  "remembered_answers",
];

// The start page's list. The policy is for the owner alone; the application reaches it through the function only.
const DIRECTORY = `
CREATE POLICY directory ON noriai.tenants FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION noriai.list_tenants() RETURNS TABLE (id text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT t.tenant_id, t.name FROM noriai.tenants t ORDER BY t.tenant_id
$$;
REVOKE ALL ON FUNCTION noriai.list_tenants() FROM PUBLIC;
`;
