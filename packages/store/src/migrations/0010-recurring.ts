import { type Kysely, sql } from "kysely";
import { ownTenant } from "./table-rules.ts";

/**
 * Recurring wishes (定期予約), and what came of each of their rides. The key of a ride is what keeps two servers from
 * asking for it twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(WISHES + RIDES + ownTenant(["recurring_wishes", "recurring_rides"])).execute(db);
}

const WISHES = `
CREATE TABLE noriai.recurring_wishes (
  tenant_id text NOT NULL,
  recurring_id text NOT NULL,
  service_id text NOT NULL,
  member_id text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('web', 'phone')),
  terms jsonb NOT NULL,
  version int NOT NULL CHECK (version > 0),
  left_out jsonb NOT NULL CHECK (jsonb_typeof(left_out) = 'array'),
  registered_at bigint NOT NULL,
  ended_at bigint,
  keeps_booked boolean,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, recurring_id),
  FOREIGN KEY (tenant_id, service_id) REFERENCES noriai.services,
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members,
  CHECK ((ended_at IS NULL) = (keeps_booked IS NULL))
);
CREATE INDEX recurring_wishes_by_member ON noriai.recurring_wishes (tenant_id, member_id);
`;

const RIDES = `
CREATE TABLE noriai.recurring_rides (
  tenant_id text NOT NULL,
  recurring_id text NOT NULL,
  service_date date NOT NULL,
  leg text NOT NULL CHECK (leg IN ('out', 'back')),
  version int NOT NULL,
  asked_at bigint NOT NULL,
  booking_id text,
  is_refused boolean NOT NULL,
  refusal_id text,
  told_at bigint,
  PRIMARY KEY (tenant_id, recurring_id, service_date, leg),
  FOREIGN KEY (tenant_id, recurring_id) REFERENCES noriai.recurring_wishes,
  FOREIGN KEY (tenant_id, booking_id) REFERENCES noriai.bookings,
  FOREIGN KEY (tenant_id, refusal_id) REFERENCES noriai.refusals,
  CHECK (is_refused OR booking_id IS NOT NULL),
  CHECK (is_refused OR refusal_id IS NULL)
);
CREATE INDEX recurring_rides_to_tell ON noriai.recurring_rides (tenant_id, service_date) WHERE is_refused AND told_at IS NULL;
`;
