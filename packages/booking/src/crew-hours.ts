import { between, type DutyId, type EpochSeconds, type Seconds } from "@noriai/kernel";
import type { WorkSpan } from "./crew.ts";
import type { WeighedFault } from "./crew-papers.ts";
import type { CrewRules } from "./crew-rules.ts";
import type { Stint } from "./crew-stints.ts";

interface Hours {
  readonly rules: CrewRules;
  /** The driver's work of the date. */
  readonly work: WorkSpan | undefined;
  readonly otherWork: readonly WorkSpan[];
  /** The driver's stints of the date. */
  readonly stints: readonly Stint[];
  readonly dutyId: DutyId;
}

/** What a driver's hours say against a duty. 改善基準告示 第2条 (日勤勤務者) */
export function hoursFaults(given: Hours): readonly WeighedFault[] {
  const { work } = given;
  return [
    ...overlapFaults(given),
    ...(work === undefined
      ? []
      : [...spanFaults(work, given), ...restFaults(work, given), ...monthFaults(work, given)]),
  ];
}

function overlapFaults({ stints, dutyId }: Hours): readonly WeighedFault[] {
  const own = stints.filter((stint) => stint.dutyId === dutyId);
  const others = stints.filter((stint) => stint.dutyId !== dutyId);
  return own.flatMap((one) =>
    others
      .filter((other) => other.from < one.to && one.from < other.to)
      .map((other) => ({
        kind: "two-duties-at-once" as const,
        weight: "blocks" as const,
        otherDutyId: other.dutyId,
        from: Math.max(one.from, other.from) as EpochSeconds,
        to: Math.min(one.to, other.to) as EpochSeconds,
      })),
  );
}

function spanFaults(work: WorkSpan, { rules }: Hours): readonly WeighedFault[] {
  const span = between(work.from, work.to);
  if (span > rules.spanMost) return [{ kind: "span-too-long", weight: "blocks", span, most: rules.spanMost }];
  if (span > rules.spanStandard)
    return [{ kind: "span-too-long", weight: "warns", span, most: rules.spanStandard }];
  return [];
}

/** Rest since the work before and until the work after. */
function restFaults(work: WorkSpan, { rules, otherWork }: Hours): readonly WeighedFault[] {
  return otherWork.flatMap((other): readonly WeighedFault[] => {
    const isBefore = other.from < work.from;
    const rest = isBefore ? between(other.to, work.from) : between(work.to, other.from);
    if (rest >= rules.restStandard) return [];
    const isBelow = rest < rules.restLeast;
    const least = isBelow ? rules.restLeast : rules.restStandard;
    const weight = isBelow ? "blocks" : "warns";
    return [{ kind: "rest-too-short", weight, rest, least, otherDate: other.serviceDate }];
  });
}

function monthFaults(work: WorkSpan, { rules, otherWork }: Hours): readonly WeighedFault[] {
  const month = work.serviceDate.slice(0, 7);
  const spans = [work, ...otherWork].filter(({ serviceDate }) => serviceDate.startsWith(month));
  const sum = spans.reduce((total, { from, to }) => total + between(from, to), 0) as Seconds;
  return sum > rules.monthMost
    ? [{ kind: "month-too-long", weight: "warns", sum, most: rules.monthMost }]
    : [];
}
