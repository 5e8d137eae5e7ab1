import type { Board } from "@noriai/api";
import { epochMs } from "../format.ts";

type Duty = Board["duties"][number];
export type Visit = Duty["visits"][number];

/** The stretch of time that a timeline shows, in epoch seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A visit laid out on its timeline: places are shares of the span, 0 at its start and 1 at its end. */
export interface LaidVisit {
  readonly visit: Visit;
  readonly planned: number;
  readonly actual: number | undefined;
  readonly band: { readonly from: number; readonly to: number };
  /** Seconds after the end of its promise, by plan or as it happened; 0 when within. */
  readonly lateBy: number;
}

/** One party's ride: where it gets on and off. One of both is missing while the other stands in another duty. */
export interface Lane {
  readonly bookingId: string;
  readonly pickup: LaidVisit | undefined;
  readonly dropoff: LaidVisit | undefined;
  /** Of what is still ahead. */
  readonly lateBy: number;
}

/** A stretch between two visits with the same persons aboard. */
export interface LaidLoad {
  readonly from: number;
  readonly to: number;
  readonly persons: number;
}

export interface LaidDuty {
  readonly duty: Duty;
  /** In the order in which the parties board. */
  readonly lanes: readonly Lane[];
  readonly loads: readonly LaidLoad[];
  readonly most: number;
  readonly lateBy: number;
}

const HOUR = 3600;

/** Full hours that hold every duty and every visit; nothing on a day without duties. */
export function spanOf(duties: readonly Duty[]): Span | undefined {
  const instants = duties.flatMap(({ startsAt, endsAt, visits }) =>
    [
      startsAt,
      endsAt,
      ...visits.flatMap(({ plannedAt, actualAt }) => [plannedAt, actualAt ?? plannedAt]),
    ].map(at),
  );
  if (instants.length === 0) return undefined;
  const from = Math.floor(Math.min(...instants) / HOUR) * HOUR;
  return { from, to: Math.max(Math.ceil(Math.max(...instants) / HOUR) * HOUR, from + HOUR) };
}

/** The full hours of a span, both ends included, in epoch seconds. */
export const hoursOf = ({ from, to }: Span): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / HOUR) + 1 }, (_, i) => from + i * HOUR);

/** Where an instant lies in the span, held to its ends. */
export const placeIn = (span: Span, instant: number): number =>
  Math.min(1, Math.max(0, (instant - span.from) / (span.to - span.from)));

/** Lays out every duty, the latest one first; those on time keep the order of the plan. */
export function layOut(duties: readonly Duty[], span: Span): readonly LaidDuty[] {
  return duties.map((duty) => layOutDuty(duty, span)).sort((a, b) => b.lateBy - a.lateBy);
}

function layOutDuty(duty: Duty, span: Span): LaidDuty {
  const lanes = lanesOf(duty.visits.map((visit) => layOutVisit(visit, span)));
  return {
    duty,
    lanes,
    loads: loadsOf(duty, span),
    most: Math.max(0, ...duty.visits.map(({ load }) => load)),
    lateBy: Math.max(0, ...lanes.map(({ lateBy }) => lateBy)),
  };
}

function lanesOf(visits: readonly LaidVisit[]): readonly Lane[] {
  const bookingIds = [...new Set(visits.map(({ visit }) => visit.bookingId))];
  return bookingIds.map((bookingId) => {
    const own = visits.filter(({ visit }) => visit.bookingId === bookingId);
    return {
      bookingId,
      pickup: own.find(({ visit }) => visit.kind === "pickup"),
      dropoff: own.find(({ visit }) => visit.kind === "dropoff"),
      lateBy: Math.max(0, ...own.filter(({ actual }) => actual === undefined).map(({ lateBy }) => lateBy)),
    };
  });
}

function layOutVisit(visit: Visit, span: Span): LaidVisit {
  return {
    visit,
    planned: placeIn(span, at(visit.plannedAt)),
    actual: visit.actualAt === null ? undefined : placeIn(span, at(visit.actualAt)),
    band: { from: placeIn(span, at(visit.from)), to: placeIn(span, at(visit.to)) },
    lateBy: Math.max(0, at(visit.actualAt ?? visit.plannedAt) - at(visit.to)),
  };
}

/** How many persons are aboard between the visits; stretches with the same number are one. */
function loadsOf({ startsAt, endsAt, visits }: Duty, span: Span): readonly LaidLoad[] {
  const steps = [
    { since: at(startsAt), persons: 0 },
    ...visits.map(({ plannedAt, actualAt, load }) => ({ since: at(actualAt ?? plannedAt), persons: load })),
  ];
  const loads: LaidLoad[] = [];
  steps.forEach(({ since, persons }, i) => {
    const [from, to] = [placeIn(span, since), placeIn(span, steps[i + 1]?.since ?? at(endsAt))];
    const last = loads.at(-1);
    if (last?.persons === persons) loads[loads.length - 1] = { ...last, to: Math.max(last.to, to) };
    else if (to > from) loads.push({ from, to, persons });
  });
  return loads;
}

const at = (instant: string): number => epochMs(instant) / 1000;
