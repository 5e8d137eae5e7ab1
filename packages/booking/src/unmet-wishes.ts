import type { EpochSeconds } from "@noriai/kernel";
import type { Promise as Promised } from "./booking.ts";
import type { Rejection } from "./rejection.ts";
import type { TripRequest } from "./trip-request.ts";
import { reasonOfRefusal, type UnmetReason } from "./unmet-reason.ts";

/** One asking for a ride, and how it ended. */
export interface Attempt {
  readonly at: EpochSeconds;
  readonly request: TripRequest;
  readonly ended: AttemptEnd;
}

/** `open`: an offer that is held at this moment. */
export type AttemptEnd =
  | { readonly kind: "confirmed"; readonly promise: Promised }
  | { readonly kind: "refused"; readonly rejections: readonly Rejection[] }
  | { readonly kind: "let-go" | "expired" | "open" };

/**
 * A wish (希望): what one member wanted on one day, however often it was asked for. It is accepted when one of its
 * askings became a booking; else the last asking tells what became of it.
 */
export type AskedWish = {
  /** As it was asked for first. */
  readonly request: TripRequest;
  readonly attempts: number;
} & (
  | { readonly outcome: "accepted"; readonly promise: Promised; readonly afterRefusal: boolean }
  | { readonly outcome: "refused" | "abandoned"; readonly reason: UnmetReason }
  | { readonly outcome: "open" }
);

/** Who asks again within this time means the same ride. */
const SAME_WISH_SECONDS = 30 * 60;

/**
 * The wishes behind all askings: those of one member for one day, each within half an hour of the one before and from or
 * to the same stop, are one wish until one of them is confirmed. So neither trying another time nor the way back is
 * counted wrongly: the way back shares neither its first nor its last stop. Changes of a booking are no wishes.
 *
 * @returns in the order in which they were first asked for
 */
export function wishesOf(attempts: readonly Attempt[]): readonly AskedWish[] {
  const chains: Attempt[][] = [];
  const latest = new Map<string, Attempt[][]>();
  for (const attempt of inOrder(attempts)) {
    if (attempt.request.replaces !== undefined) continue;
    const key = `${attempt.request.memberId} ${attempt.request.serviceDate}`;
    const own = latest.get(key) ?? [];
    const chain = own.findLast((each) => goesOn(each.at(-1)!, attempt));
    if (chain !== undefined) chain.push(attempt);
    else {
      const begun = [attempt];
      chains.push(begun);
      latest.set(key, [...own, begun]);
    }
  }
  return chains.map(toWish);
}

/** A confirmed asking comes after all others of its second, so that it ends their wish. */
const inOrder = (attempts: readonly Attempt[]): readonly Attempt[] =>
  attempts.toSorted(
    (a, b) => a.at - b.at || Number(a.ended.kind === "confirmed") - Number(b.ended.kind === "confirmed"),
  );

function goesOn(last: Attempt, next: Attempt): boolean {
  if (last.ended.kind === "confirmed" || next.at - last.at > SAME_WISH_SECONDS) return false;
  return last.request.from === next.request.from || last.request.to === next.request.to;
}

function toWish(chain: readonly Attempt[]): AskedWish {
  const { request } = chain[0]!;
  const { ended } = chain.at(-1)!;
  const common = { request, attempts: chain.length };
  switch (ended.kind) {
    case "confirmed": {
      const afterRefusal = chain.some((attempt) => attempt.ended.kind === "refused");
      return { ...common, outcome: "accepted", promise: ended.promise, afterRefusal };
    }
    case "refused":
      return { ...common, outcome: "refused", reason: reasonOfRefusal(ended.rejections) };
    case "open":
      return { ...common, outcome: "open" };
    default:
      return { ...common, outcome: "abandoned", reason: ended.kind };
  }
}
