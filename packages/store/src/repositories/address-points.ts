import { sql } from "kysely";
import type { Context } from "../context.ts";
import { foldTown, townQueryTerms } from "../town-index.ts";
import type { AddressPoint } from "../words/stops.ts";

/** So many rows go in with one statement. */
const BATCH = 1000;

export async function saveAddressPoints(
  { tenant, db }: Context,
  points: readonly AddressPoint[],
): Promise<void> {
  await db.deleteFrom("address_points").where("tenant_id", "=", tenant).execute();
  const byName = [...new Map(points.map((point) => [point.name, point])).values()];
  for (let first = 0; first < byName.length; first += BATCH)
    await db
      .insertInto("address_points")
      .values(
        byName
          .slice(first, first + BATCH)
          .map(({ name, lat, lng }) => ({ tenant_id: tenant, name, folded: foldTown(name), lat, lng })),
      )
      .execute();
}

export async function findAddressPoints(
  context: Context,
  typed: string,
  limit: number,
): Promise<readonly AddressPoint[]> {
  for (const term of townQueryTerms(typed)) {
    const found = await pointsNamed(context, term, limit);
    if (found.length > 0) return found;
  }
  return [];
}

/** Only the one that is meant exactly, where there is such a one: 琴芝町一丁目, not 北琴芝一丁目. */
async function pointsNamed(
  { tenant, db }: Context,
  term: string,
  limit: number,
): Promise<readonly AddressPoint[]> {
  const rows = await db
    .selectFrom("address_points")
    .select(["name", "folded", "lat", "lng"])
    .where("tenant_id", "=", tenant)
    .where(sql<number>`position(${term} in folded)`, ">", 0)
    .orderBy(sql`position(${term} in folded)`)
    .orderBy(sql`length(folded)`)
    .orderBy("name")
    .limit(limit)
    .execute();
  const exact = rows.filter(({ folded }) => folded === term);
  return (exact.length > 0 ? exact : rows).map(({ name, lat, lng }) => ({ name, lat, lng }));
}
