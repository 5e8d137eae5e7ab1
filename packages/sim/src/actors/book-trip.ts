import type { Booking, Quote, Refusal, TripRequestBody } from "@noriai/api";
import { parseInstant } from "@noriai/kernel";
import type { Wish } from "../plan/life-plan.ts";
import { type Asker, keyOf } from "./stage.ts";

/** After that often somebody gives a wish up. */
const ASKS_MAX = 3;

type Asked = Pick<TripRequestBody, "from" | "to" | "time" | "replaces">;

/**
 * Asks for a ride, thinks the offer over, says yes; goes along with another time or stop when the wish is refused and the
 * person is like that. What was held is given back by who says no.
 *
 * @param replaces  the booking that the new one takes the place of
 * @returns the booking, or nothing when the wish came to nothing
 */
export async function bookTrip(
  asker: Asker,
  { wish, replaces }: { readonly wish: Wish; readonly replaces?: string },
): Promise<Booking | undefined> {
  const { journal, booked, staysAway, time } = asker.stage;
  const about = { wish: wish.id, channel: asker.channel };
  let asked: Asked = { from: wish.from, to: wish.to, time: wish.time, ...(replaces && { replaces }) };
  for (let n = 1; n <= ASKS_MAX && time.now() < parseInstant(asked.time.at)!; n++) {
    const answer = await ask(asker, wish, asked, n);
    if (answer === undefined) return undefined;
    await time.until(time.now() + wish.thinks);
    if (answer.kind === "refusal") {
      const other = wish.bends && n === 1 ? answer.refusal.alternatives[0] : undefined;
      if (other === undefined) break;
      asked = { ...asked, from: other.from, to: other.to, time: other.time };
      continue;
    }
    if (wish.declines) {
      await giveBack(asker, answer.quote);
      journal.tell({ kind: "declined", ...about });
      return undefined;
    }
    const booking = await confirm(asker, wish, answer.quote, n);
    if (booking === undefined) continue; // the hold ran out meanwhile: asked anew
    booked.set(wish.id, booking);
    if (wish.staysAway) staysAway.add(booking.id);
    return booking;
  }
  journal.tell({ kind: "gave-up", ...about });
  return undefined;
}

type QuoteAnswer =
  | { readonly kind: "quote"; readonly quote: Quote }
  | { readonly kind: "refusal"; readonly refusal: Refusal };

async function ask(
  { stage, post, channel, memberId }: Asker,
  wish: Wish,
  asked: Asked,
  n: number,
): Promise<QuoteAnswer | undefined> {
  const { journal } = stage;
  const about = { wish: wish.id, channel };
  const { companions, wheelchairs } = wish;
  journal.tell({ kind: "asked", ...about });
  const answer = journal.valueOf(
    "askQuote",
    await post.call("askQuote", {
      key: keyOf(stage, wish.id, "ask", n),
      body: { ...asked, companions, wheelchairs, ...(memberId && { memberId }) },
    }),
  );
  if (answer?.kind === "quote") journal.tell({ kind: "offered", ...about });
  if (answer?.kind === "refusal") {
    const { rejections, alternatives } = answer.refusal;
    journal.tell({
      kind: "refused",
      ...about,
      because: rejections[0]?.kind ?? "unknown",
      alternatives: alternatives.length,
    });
  }
  return answer;
}

async function confirm(
  { stage, post, channel }: Asker,
  wish: Wish,
  quote: Quote,
  n: number,
): Promise<Booking | undefined> {
  const booking = stage.journal.valueOf(
    "confirmQuote",
    await post.call("confirmQuote", { params: { quoteId: quote.id }, key: keyOf(stage, wish.id, "yes", n) }),
  );
  if (booking !== undefined) stage.journal.tell({ kind: "confirmed", wish: wish.id, channel, booking });
  return booking;
}

async function giveBack({ stage: { journal }, post }: Asker, { id }: Quote): Promise<void> {
  const answer = await post.call("releaseQuote", { params: { quoteId: id } });
  if (!answer.ok && answer.error.kind === "not-found") return; // the hold had ended by itself
  journal.valueOf("releaseQuote", answer);
}
