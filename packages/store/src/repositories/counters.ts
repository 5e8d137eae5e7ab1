import { sql } from "kysely";
import type { Context } from "../context.ts";

/** Moves a counter of the tenant forward and returns its new value. It stays locked until the transaction ends. */
export async function advanceCounter(
  { tenant, db }: Context,
  step: { readonly counter: "member-no" | "outbox"; readonly by: number; readonly atLeast?: number },
): Promise<number> {
  const { counter, by, atLeast = 0 } = step;
  const { value } = await db
    .insertInto("counters")
    .values({ tenant_id: tenant, counter, value: Math.max(by, atLeast) })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "counter"]).doUpdateSet({
        value: sql<number>`greatest(counters.value + ${by}::bigint, ${atLeast}::bigint)`,
      }),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}
