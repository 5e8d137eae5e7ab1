import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { type FoundStop, stopsNear } from "./stops-near.ts";
import { usePaused } from "./use-paused.ts";

/** Shorter words fit too many places. */
const SHORTEST = 2;

/**
 * Stops by their nearness to an address, for a caller who says where they live and not which stop they mean. Asked of
 * our own server alone, once typing has paused.
 *
 * @param typed  what fits no stop; nothing where a stop was found
 */
export function useStopsNear(typed: string | undefined, most: number): readonly FoundStop[] {
  const { tenant, service } = useTenancy();
  const word = usePaused(typed)?.trim() ?? "";
  const { data } = useRead(
    "findAddress",
    { params: { tenant }, body: { typed: word } },
    { enabled: typed !== undefined && word.length >= SHORTEST },
  );
  return typed === undefined || data === undefined ? [] : stopsNear(service.stops, data.points, most);
}
