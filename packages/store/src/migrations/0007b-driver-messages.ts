import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/** Messages between the control room and drivers' terminals, and when they were shown and read. 仕様書 5-(3)-② */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES + appendOnly(NAMES) + ownTenant(NAMES)).execute(db);
}

const NAMES = ["driver_messages", "driver_message_receipts"];

// Free text is sealed: whoever types it may name a person.
const TABLES = `
CREATE TABLE noriai.driver_messages (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  message_id text NOT NULL,
  service_date date NOT NULL,
  duty_id text NOT NULL,
  addressee text NOT NULL CHECK (addressee IN ('driver', 'office')),
  priority text NOT NULL CHECK (priority IN ('normal', 'urgent')),
  saying text,
  words bytea,
  sent_at bigint NOT NULL,
  sent_by text,
  sent_role text NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, message_id),
  CHECK ((saying IS NULL) <> (words IS NULL))
);
CREATE INDEX driver_messages_by_date ON noriai.driver_messages (tenant_id, service_date);
-- The first showing and the first reading count.
CREATE TABLE noriai.driver_message_receipts (
  tenant_id text NOT NULL,
  message_id text NOT NULL,
  receipt text NOT NULL CHECK (receipt IN ('shown', 'read')),
  at bigint NOT NULL,
  actor_account text,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, message_id, receipt),
  FOREIGN KEY (tenant_id, message_id) REFERENCES noriai.driver_messages
);
`;
