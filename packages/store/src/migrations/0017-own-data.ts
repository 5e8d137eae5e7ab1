import { type Kysely, sql } from "kysely";

/**
 * Family helpers (家族などの代理): whom a member has invited becomes, with their own consent, a delegate with a membership,
 * who books in the member's name on the web.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(HELPERS).execute(db);
}

// The invitation is kept as a blind index; once it was accepted it is gone.
const HELPERS = `
ALTER TABLE noriai.delegates
  ADD COLUMN invitation_index bytea,
  ADD COLUMN invited_until bigint,
  ADD COLUMN helper_member_id text,
  ADD COLUMN accepted_at bigint,
  ADD FOREIGN KEY (tenant_id, helper_member_id) REFERENCES noriai.members (tenant_id, member_id),
  ADD CHECK ((helper_member_id IS NULL) = (accepted_at IS NULL)),
  ADD CHECK ((invitation_index IS NULL) = (invited_until IS NULL)),
  ADD CHECK (helper_member_id IS NULL OR helper_member_id <> member_id),
  DROP CONSTRAINT delegates_consented_how_check,
  ADD CONSTRAINT delegates_consented_how_check
    CHECK (consented_how IN ('phone', 'paper', 'in-person', 'app'));
CREATE UNIQUE INDEX delegates_by_invitation ON noriai.delegates (tenant_id, invitation_index)
  WHERE invitation_index IS NOT NULL;
CREATE UNIQUE INDEX delegates_by_helper ON noriai.delegates (tenant_id, helper_member_id, member_id)
  WHERE helper_member_id IS NOT NULL AND revoked_at IS NULL;
`;
