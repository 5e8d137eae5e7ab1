import type { TripNeed } from "@noriai/api";
import { useEffect } from "react";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { NeedFields } from "./need-fields.tsx";
import { tripNeedsIn } from "./trip-needs.ts";

/**
 * The needs of a rider's trip; before anything was said of them they are those of the rider's own record. Of somebody
 * else's record a rider is told nothing.
 *
 * @param needs  absent: nothing was said yet
 * @param isOwn  the rider rides, and not somebody whom the rider helps
 */
export function OwnNeedFields({
  needs,
  isOwn,
  onChange,
}: {
  needs: readonly TripNeed[] | undefined;
  isOwn: boolean;
  onChange: (needs: readonly TripNeed[]) => void;
}) {
  const { tenant } = useTenancy();
  const { data } = useRead("getMyRecord", { params: { tenant } }, { enabled: isOwn });
  const record = data === undefined || !isOwn ? undefined : tripNeedsIn(data.record.needs);
  useEffect(() => {
    if (needs === undefined && record !== undefined) onChange(record);
  });
  return <NeedFields needs={needs ?? record ?? []} record={record ?? []} onChange={onChange} />;
}
