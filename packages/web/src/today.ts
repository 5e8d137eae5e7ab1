import { useNow } from "./clock.tsx";
import { useTenancy } from "./shell/session.ts";
import { wallTimeOf } from "./wall-time.ts";

/** The service date on the calendar now: what the device has kept may be of another one. */
export function useToday(): string {
  return wallTimeOf(useNow(), useTenancy().service.timeZone).date;
}
