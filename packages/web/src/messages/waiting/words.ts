import type { SpokenTime } from "../desk/spoken.ts";

/** What a rider who waits has to hear of an offer. */
export interface WaitingWords {
  readonly service: string;
  readonly name: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly pickupFrom: SpokenTime;
  readonly pickupTo: SpokenTime;
  readonly arriveBy: SpokenTime;
  readonly answerBy: SpokenTime;
  /** When that is not today. */
  readonly answerDay?: string;
}
