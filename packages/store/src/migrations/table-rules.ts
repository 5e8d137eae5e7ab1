/*
 * Rules that every step sets on its new tables, as SQL. The text belongs to steps that were released: it never changes;
 * a new rule is a new function.
 */

/** The rows of these tables are added and never changed or removed, not even by the owner. */
export const appendOnly = (tables: readonly string[]): string =>
  tables
    .map(
      (table) => `
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON noriai.${table}
  FOR EACH ROW EXECUTE FUNCTION noriai.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON noriai.${table}
  FOR EACH STATEMENT EXECUTE FUNCTION noriai.refuse_change();
`,
    )
    .join("");

/**
 * The rows of these tables are seen and written by their own tenant only.
 * FORCE: the owner too sees only the tenant that is set. Without the setting the comparison is never true.
 */
export const ownTenant = (tables: readonly string[]): string =>
  tables
    .map(
      (table) => `
ALTER TABLE noriai.${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE noriai.${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON noriai.${table}
  USING (tenant_id = current_setting('noriai.tenant_id', true))
  WITH CHECK (tenant_id = current_setting('noriai.tenant_id', true));
`,
    )
    .join("");
