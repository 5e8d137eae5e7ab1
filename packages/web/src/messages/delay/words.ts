import type { DelayList } from "@noriai/api";
import type { SpokenTime } from "../desk/spoken.ts";

export type DelayCause = NonNullable<DelayList["calls"][number]["cause"]>;

/** What a rider has to hear of a delay. */
export interface DelayWords {
  readonly service: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Minutes. */
  readonly late: number;
  readonly cause: DelayCause;
  readonly pickupFrom: SpokenTime;
  readonly pickupTo: SpokenTime;
  readonly arriveBy: SpokenTime;
}
