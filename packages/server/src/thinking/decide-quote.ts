import {
  type Day,
  decide,
  FIRST_LOOK,
  mayBeFound,
  type QuoteAnswer,
  type Taken,
  type TripRequest,
  type World,
} from "@noriai/booking";
import type { Thinker } from "./thinker.ts";

/**
 * Answers a trip request without holding up anybody else: what is seen at once is answered at once; the long search for
 * a place before a refusal, and the proof that there is none, happen in a thread.
 */
export async function decideQuote({
  thinker,
  world,
  day,
  request,
}: {
  readonly thinker: Thinker;
  readonly world: World;
  readonly day: Day;
  readonly request: TripRequest;
}): Promise<Taken<QuoteAnswer>> {
  const matter = { kind: "quote", request } as const;
  const atOnce = decide({ ...world, effort: FIRST_LOOK }, day, matter);
  return isFinal(atOnce.answer) ? atOnce : await thinker.decide(world, day, matter);
}

/** Would a search change nothing? Not so where only a vehicle was missing, or an offer could not be held. */
function isFinal(answer: QuoteAnswer): boolean {
  if (answer.kind === "quote") return answer.quote.held;
  return !mayBeFound(answer.refusal.rejections);
}
