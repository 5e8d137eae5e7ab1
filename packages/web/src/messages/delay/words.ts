import type { DelayList } from "@noriai/api";
import type { SpokenTime } from "../desk/spoken.ts";

type Entry = DelayList["calls"][number];
export type DelayCause = NonNullable<Extract<Entry, { kind: "late" }>["cause"]>;

/** Who is told, and about which ride. */
export interface RideWords {
  readonly service: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What a rider has to hear of a vehicle that comes at other times than she knows. */
export interface ComingWords extends RideWords {
  readonly pickupFrom: SpokenTime;
  readonly pickupTo: SpokenTime;
  readonly arriveBy: SpokenTime;
}

export interface LateWords extends ComingWords {
  /** Minutes. */
  readonly late: number;
  readonly cause: DelayCause;
}

/** One way of telling it, for each thing that a rider may have to hear. */
export interface Telling<Words> {
  readonly late: (words: LateWords) => Words;
  readonly stranded: (words: RideWords) => Words;
  readonly found: (words: ComingWords) => Words;
}
