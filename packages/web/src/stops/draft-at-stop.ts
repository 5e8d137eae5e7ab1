import type { Draft } from "../rider/draft.ts";

/**
 * The trip that was being put together, now from or to the stop at which somebody stands. Everything else that was chosen
 * stays, but for this very stop at the other end.
 */
export function draftAtStop(begun: Draft, end: "from" | "to", stopId: string): Draft {
  const other = end === "from" ? "to" : "from";
  const { [other]: chosen, ...rest } = begun;
  return { ...rest, ...(chosen !== undefined && chosen !== stopId && { [other]: chosen }), [end]: stopId };
}
