import { type Kysely, sql } from "kysely";
import { appendOnly, ownTenant } from "./table-rules.ts";

/** What riders are told (お知らせ), by which ways they can be reached, and what became of each sending. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const names = ["member_channels", "notices", "notice_deliveries"];
  await sql.raw(TABLES + appendOnly(["notices"]) + ownTenant(names)).execute(db);
}

const TABLES = `
-- \`address\` is sealed: an e-mail address, a phone number, or a browser's subscription with its keys.
CREATE TABLE noriai.member_channels (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  channel_id text NOT NULL,
  member_id text NOT NULL,
  means text NOT NULL CHECK (means IN ('email', 'sms', 'push')),
  address bytea NOT NULL,
  address_index bytea NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'ja-easy', 'en')),
  added_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, channel_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES noriai.members ON DELETE CASCADE,
  UNIQUE (tenant_id, member_id, means, address_index)
);
-- \`once\` names the cause; what was written for it before is not written again. No name, no address.
CREATE TABLE noriai.notices (
  tenant_id text NOT NULL REFERENCES noriai.tenants,
  notice_id text NOT NULL,
  once text NOT NULL,
  member_id text NOT NULL,
  service_date date NOT NULL,
  booking_id text,
  kind text NOT NULL,
  content jsonb NOT NULL,
  good_until bigint NOT NULL,
  written_at bigint NOT NULL,
  recorded bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, notice_id),
  UNIQUE (tenant_id, once)
);
CREATE INDEX notices_by_date ON noriai.notices (tenant_id, service_date);
-- One sending by one way. \`due_at\` goes by the wall clock, everything else by the service's. \`words\` is sealed: what was
-- sent, as it was sent. By \`desk\` somebody of the staff tells it.
CREATE TABLE noriai.notice_deliveries (
  tenant_id text NOT NULL,
  notice_id text NOT NULL,
  channel_id text NOT NULL,
  means text NOT NULL CHECK (means IN ('email', 'sms', 'push', 'desk')),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'kept', 'given-up')),
  attempts int NOT NULL DEFAULT 0,
  due_at bigint NOT NULL DEFAULT 0,
  settled_at bigint,
  settled_by text,
  fault text,
  words bytea,
  PRIMARY KEY (tenant_id, notice_id, channel_id),
  FOREIGN KEY (tenant_id, notice_id) REFERENCES noriai.notices,
  CHECK ((state = 'waiting') = (settled_at IS NULL))
);
CREATE INDEX notice_deliveries_due ON noriai.notice_deliveries (tenant_id, due_at) WHERE state = 'waiting';
`;
