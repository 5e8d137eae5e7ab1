import type { EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";

/** When the plan of a date first changed after each of some versions; a version after which nothing changed is left out. */
export async function firstChangesAfter(
  { tenant, db }: Context,
  serviceDate: ServiceDate,
  versions: readonly number[],
): Promise<ReadonlyMap<number, EpochSeconds>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .selectFrom("decisions")
    .select(["version", "decided_at"])
    .where("tenant_id", "=", tenant)
    .where("service_date", "=", serviceDate)
    .where("version", ">", Math.min(...versions))
    .orderBy("version")
    .execute();
  return new Map(
    versions.flatMap((version) => {
      const first = rows.find((row) => row.version > version);
      return first === undefined ? [] : [[version, first.decided_at] as const];
    }),
  );
}
