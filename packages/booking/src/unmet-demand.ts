import { type EpochSeconds, type ServiceDate, type StopId, timeOfDayOf } from "@noriai/kernel";
import type { Channel, Service } from "./service.ts";
import type { UnmetReason } from "./unmet-reason.ts";
import { type MergedCounts, type Shown, shown, withSmallMerged } from "./unmet-small-counts.ts";
import type { AskedWish } from "./unmet-wishes.ts";

/** A search that was left before anything was asked for; nobody knows by whom. */
export interface LeftSearch {
  readonly channel: Channel;
  readonly from: StopId;
  readonly to: StopId;
  readonly serviceDate: ServiceDate;
  readonly wishedAt?: EpochSeconds;
}

/**
 * Demand that was not met (満たせなかった需要): refused wishes, wishes that were given up, and searches that were left,
 * each told once by hour, by pair of stops and by reason. Groups of fewer than five are merged, never listed.
 * @see POL-RET-3, D-12
 */
export interface UnmetDemand {
  readonly refused: Shown;
  readonly abandoned: Shown;
  readonly left: Shown;
  /** By the hour for which the ride was wished, on the service's clock. */
  readonly byHour: MergedCounts<number>;
  readonly byPair: MergedCounts<{ readonly from: StopId; readonly to: StopId }>;
  readonly byReason: MergedCounts<UnmetReason>;
}

export function unmetDemand({
  service,
  wishes,
  left,
}: {
  readonly service: Pick<Service, "timeZone">;
  readonly wishes: readonly AskedWish[];
  readonly left: readonly LeftSearch[];
}): UnmetDemand {
  const unmet = [...wishes.flatMap(ofWish), ...left.map(ofSearch)];
  const count = (outcome: AskedWish["outcome"]) => wishes.filter((wish) => wish.outcome === outcome).length;
  const hourOf = (at: EpochSeconds) => Number(timeOfDayOf(at, service.timeZone).slice(0, 2));
  return {
    refused: shown(count("refused")),
    abandoned: shown(count("abandoned")),
    left: shown(left.length),
    byHour: withSmallMerged(
      unmet.flatMap(({ at }) => (at === undefined ? [] : [hourOf(at)])),
      String,
    ),
    byPair: withSmallMerged(
      unmet.map(({ from, to }) => ({ from, to })),
      ({ from, to }) => `${from} ${to}`,
    ),
    byReason: withSmallMerged(
      unmet.map(({ reason }) => reason),
      (reason) => reason,
    ),
  };
}

interface Unmet {
  readonly from: StopId;
  readonly to: StopId;
  readonly at: EpochSeconds | undefined;
  readonly reason: UnmetReason;
}

function ofWish(wish: AskedWish): readonly Unmet[] {
  if (wish.outcome !== "refused" && wish.outcome !== "abandoned") return [];
  const { from, to, time } = wish.request;
  return [{ from, to, at: time.at, reason: wish.reason }];
}

const ofSearch = ({ from, to, wishedAt }: LeftSearch): Unmet => ({ from, to, at: wishedAt, reason: "left" });
