import type { DutySheet } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { isOnDuty } from "./is-on-duty.ts";

/** Does the vehicle of this sheet work now? Asked again each second. */
export function useOnDuty(sheet: DutySheet): boolean {
  const now = useNow();
  const { tenant } = useTenancy();
  const { data } = useRead("getMyShift", { params: { tenant } });
  const closing = data?.serviceDate === sheet.serviceDate ? data.shift?.closing : undefined;
  return isOnDuty(sheet, { now, endedAt: closing?.endedAt });
}
