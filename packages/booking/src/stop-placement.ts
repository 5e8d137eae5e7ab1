import type { ServiceDate, StopId } from "@noriai/kernel";

/**
 * What is noted about the marker of a stop (乗降ポイントの設置記録): it was placed or taken away, a photo was taken, the
 * owner of the ground agreed, somebody looked after it in winter and found it fit or not.
 */
export const STOP_RECORD_KINDS = [
  "placed",
  "removed",
  "photo",
  "consent",
  "winter-fit",
  "winter-unfit",
] as const;
export type StopRecordKind = (typeof STOP_RECORD_KINDS)[number];

export interface StopRecord {
  readonly stopId: StopId;
  readonly kind: StopRecordKind;
  readonly on: ServiceDate;
}

/** How it stands with the marker of one stop. Absent: never noted since it was last placed. */
export interface Placement {
  readonly placedOn?: ServiceDate;
  readonly photoOn?: ServiceDate;
  readonly consentOn?: ServiceDate;
  /** The last look of this winter. */
  readonly winter?: { readonly on: ServiceDate; readonly isFit: boolean };
  /** What is still to be done. */
  readonly missing: readonly PlacementGap[];
}

export type PlacementGap = "marker" | "photo" | "consent" | "winter-check" | "winter-unfit";

/** Snow may lie from this day of the year on: then every marker is to be looked after (冬期点検). */
const WINTER_BEGINS = "-11-01";
/** A winter is over with the last day of March. */
const WINTER_ENDS = "-03-31";

/**
 * How it stands with the marker of one stop, from everything noted about it.
 *
 * The owner's consent is kept through a new marker on the same ground; photo and look are of the marker that stands.
 *
 * @param records  of this stop, in the order in which they were noted
 * @see 仕様書 3-(4)-⑥ 積雪地
 */
export function placementOf(records: readonly StopRecord[], today: ServiceDate): Placement {
  const marker = records.findLast(({ kind }) => kind === "placed" || kind === "removed");
  const placedOn = marker?.kind === "placed" ? marker.on : undefined;
  const since = (kind: StopRecordKind) =>
    records.findLast((record) => record.kind === kind && placedOn !== undefined && record.on >= placedOn)?.on;
  const photoOn = since("photo");
  const consentOn = records.findLast(({ kind }) => kind === "consent")?.on;
  const winter = placedOn === undefined ? undefined : lastLook(records, later(placedOn, winterOf(today)));
  const gaps: readonly (readonly [PlacementGap, boolean])[] = [
    ["marker", placedOn === undefined],
    ["photo", placedOn !== undefined && photoOn === undefined],
    ["consent", consentOn === undefined],
    ["winter-check", placedOn !== undefined && isWinter(today) && winter === undefined],
    ["winter-unfit", winter !== undefined && !winter.isFit],
  ];
  return {
    ...(placedOn && { placedOn }),
    ...(photoOn && { photoOn }),
    ...(consentOn && { consentOn }),
    ...(winter && { winter }),
    missing: gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : [])),
  };
}

function lastLook(records: readonly StopRecord[], from: ServiceDate): Placement["winter"] {
  const look = records.findLast(
    ({ kind, on }) => (kind === "winter-fit" || kind === "winter-unfit") && on >= from,
  );
  return look && { on: look.on, isFit: look.kind === "winter-fit" };
}

/** The first day of the winter that is or was last. */
function winterOf(today: ServiceDate): ServiceDate {
  const year = Number(today.slice(0, 4));
  const begins = `${year}${WINTER_BEGINS}` as ServiceDate;
  return today >= begins ? begins : (`${year - 1}${WINTER_BEGINS}` as ServiceDate);
}

const isWinter = (today: ServiceDate): boolean =>
  today <= (`${Number(winterOf(today).slice(0, 4)) + 1}${WINTER_ENDS}` as ServiceDate);

const later = (a: ServiceDate, b: ServiceDate): ServiceDate => (a > b ? a : b);
