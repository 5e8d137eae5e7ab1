import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";

/** What the rider's own record says of needs. */
export type RecordedNeeds =
  | { readonly kind: "awaited" }
  | { readonly kind: "known"; readonly needs: readonly string[] }
  | { readonly kind: "failed"; readonly retry: () => void }
  /** Of somebody else's record a rider is told nothing. */
  | { readonly kind: "untold" };

/**
 * Reads the own record for a trip that is put together. Whoever asks for the trip waits for it: a walker that was
 * registered is not left at home because a finger was faster than the network. After the first failure nobody waits.
 *
 * @param isOwn  the rider rides, and not somebody whom the rider helps
 */
export function useRecordedNeeds(isOwn: boolean): RecordedNeeds {
  const { tenant } = useTenancy();
  const { data, failureReason, refetch } = useRead("getMyRecord", { params: { tenant } }, { enabled: isOwn });
  if (!isOwn) return { kind: "untold" };
  if (data !== undefined) return { kind: "known", needs: data.record.needs };
  if (failureReason !== null) return { kind: "failed", retry: () => void refetch() };
  return { kind: "awaited" };
}
