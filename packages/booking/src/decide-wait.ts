import { type EpochSeconds, earlier, type WaitingId } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { checkRequest } from "./check-request.ts";
import { expireQuotes } from "./close-quotes.ts";
import type { Day, Decision } from "./day.ts";
import { findOffer, searchSpace } from "./find-offer.ts";
import type { Rejection } from "./rejection.ts";
import { cutoffOf } from "./rules/booking-window.ts";
import type { TripRequest } from "./trip-request.ts";
import type { Waiting } from "./waiting.ts";
import { answerBy } from "./waiting-answer-by.ts";
import { type WishedRide, wishedRide } from "./wished-ride.ts";
import type { World } from "./world.ts";

export type WaitAnswer =
  | { readonly kind: "waiting"; readonly waiting: Waiting }
  /** The member waits for a ride at that time already. */
  | { readonly kind: "already-waiting"; readonly waitingId: WaitingId }
  /** Something stands against the ride that no room could mend. */
  | { readonly kind: "refused"; readonly rejections: readonly Rejection[] }
  /** By `until` nobody could be asked any more. */
  | { readonly kind: "too-late-to-wait"; readonly until: EpochSeconds }
  /** There is room: it is to be asked for, not waited for. */
  | { readonly kind: "room" };

/** What is waited for, and how long; without `until` as long as the ride can be booked. */
export interface WaitingWish {
  readonly request: TripRequest;
  readonly until?: EpochSeconds;
}

/**
 * Keeps a refused wish (キャンセル待ち) with the moment at which it was made. Only what room can mend may wait: every
 * vehicle taken, or intake stopped for now. One wish for one time and rider.
 */
export function decideWait(world: World, day: Day, { request, until }: WaitingWish): Decision<WaitAnswer> {
  const expired = expireQuotes(world, day);
  const open = applyChanges(day, expired);
  const told = (answer: WaitAnswer) => decision({ day, changes: expired, answer });
  const rejections = checkRequest({ world, day: open, request });
  if (rejections.some(({ kind }) => kind !== "intake-stopped")) return told({ kind: "refused", rejections });
  const own = sameTimeOf(world, open, request);
  if (own !== undefined) return told({ kind: "already-waiting", waitingId: own.id });
  const last = lastBookable(world, request);
  const end = until === undefined || until > last ? last : until;
  if (answerBy(world.service, { channel: request.channel, now: world.now, until: end }) === undefined)
    return told({ kind: "too-late-to-wait", until: end });
  if (rejections.length === 0 && hasRoom(world, open, request)) return told({ kind: "room" });
  const waiting: Waiting = {
    id: world.newId() as WaitingId,
    request,
    since: world.now,
    until: end,
    asked: 0,
    letPass: 0,
    rests: false,
  };
  const changes = [...expired, { kind: "waiting-begun", waiting } as const];
  return decision({ day, changes, answer: { kind: "waiting", waiting } });
}

/** What the member waits for at that time. */
function sameTimeOf(world: World, day: Day, request: TripRequest): Waiting | undefined {
  const wished = wishedRide(world, request);
  return day.waiting?.find(
    (other) =>
      other.request.memberId === request.memberId && doShareTime(wished, wishedRide(world, other.request)),
  );
}

const doShareTime = (one: WishedRide, other: WishedRide): boolean =>
  one.leavesAt < other.arrivesAt && other.leavesAt < one.arrivesAt;

/** The last moment at which the ride can be booked on its channel. */
const lastBookable = (world: World, request: TripRequest): EpochSeconds =>
  earlier(wishedRide(world, request).leavesAt, cutoffOf(world.service, request.channel));

/** Is a place seen at once? Who asks for it gets it held as everybody does, and not for as long as one who waits. */
function hasRoom(world: World, open: Day, request: TripRequest): boolean {
  const space = searchSpace(world, open, world.now);
  return findOffer({ world, space, request, tripId: "room" }).ok;
}
