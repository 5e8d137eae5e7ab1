import { addDays, type EpochSeconds, type ServiceDate } from "@noriai/kernel";
import type { NoShow, NoShowExcuse } from "./no-show.ts";

/**
 * What a service makes of rides that nobody came for (無断キャンセル): data of the municipality. It leads to words and
 * letters and to nothing else. There is no step that bars anybody, because whoever has only a telephone would then have
 * no way to ride at all; what follows a letter, people decide.
 * @see docs/decisions D-07
 */
export interface NoShowPolicy {
  /** For so many days, that of the ride included, a no-show counts. */
  readonly countedDays: number;
  /** From so many that count, the member is warned in the next conversation. */
  readonly warnFrom: number;
  /** From so many that count, a letter is due. */
  readonly letterFrom: number;
  /** Grounds that the service accepts as an excuse. */
  readonly excuses: readonly NoShowExcuse[];
  /** What a member who is warned is told, in the words of the municipality. */
  readonly warning: string;
}

export type StandingLevel = "clear" | "warn" | "letter";

/** Why a no-show does not count. An objection that is not decided yet counts for the member. */
export type Uncounted = "too-old" | "excused" | "appeal-open" | "appeal-granted";

/** Where a member stands with the service. */
export interface Standing {
  readonly level: StandingLevel;
  readonly counted: readonly NoShow[];
  readonly uncounted: readonly { readonly noShow: NoShow; readonly because: Uncounted }[];
  /** When what the level asks for was done about the latest that counts; absent while somebody still has to do it. */
  readonly saidAt?: EpochSeconds;
  /** The first date on which the level has fallen if nothing else happens; absent at the lowest. */
  readonly fallsOn?: ServiceDate;
}

/** Where a member with these no-shows stands on a date. Without a policy nothing counts and nobody is warned. */
export function standingOf({
  noShows,
  policy,
  today,
}: {
  readonly noShows: readonly NoShow[];
  readonly policy: NoShowPolicy | undefined;
  readonly today: ServiceDate;
}): Standing {
  if (policy === undefined) return { level: "clear", counted: [], uncounted: [] };
  const judged = noShows.map((noShow) => ({ noShow, because: whyUncounted(noShow, policy, today) }));
  const counted = judged.filter(({ because }) => because === undefined).map(({ noShow }) => noShow);
  const level = levelOf(counted.length, policy);
  const saidAt = saidAbout(counted, level);
  return {
    level,
    counted,
    uncounted: judged.flatMap(({ noShow, because }) => (because === undefined ? [] : [{ noShow, because }])),
    ...(saidAt !== undefined && { saidAt }),
    ...(level !== "clear" && { fallsOn: fallsOn(counted, level, policy) }),
  };
}

function whyUncounted(
  { serviceDate, excuse, appeal }: NoShow,
  { countedDays, excuses }: NoShowPolicy,
  today: ServiceDate,
): Uncounted | undefined {
  if (addDays(serviceDate, countedDays) <= today) return "too-old";
  if (excuse !== undefined && excuses.includes(excuse)) return "excused";
  if (appeal === "open") return "appeal-open";
  if (appeal === "granted") return "appeal-granted";
  return undefined;
}

function levelOf(count: number, { warnFrom, letterFrom }: NoShowPolicy): StandingLevel {
  if (count >= letterFrom) return "letter";
  return count >= warnFrom ? "warn" : "clear";
}

/**
 * Whoever was warned about the latest day is not warned again until another one comes; a letter says it as well as a
 * call, and a call is no letter.
 */
function saidAbout(counted: readonly NoShow[], level: StandingLevel): EpochSeconds | undefined {
  if (level === "clear") return undefined;
  const latest = counted.map(({ serviceDate }) => serviceDate).reduce((a, b) => (b > a ? b : a));
  const said = counted
    .filter(({ serviceDate }) => serviceDate === latest)
    .flatMap(({ warnedAt, letterAt }) => (level === "letter" ? letterAt : [warnedAt, letterAt]))
    .filter((at) => at !== undefined);
  return said.length === 0 ? undefined : (Math.max(...said) as EpochSeconds);
}

/** When as many of the oldest have gone as it takes to be below the level's number. */
function fallsOn(
  counted: readonly NoShow[],
  level: "warn" | "letter",
  { countedDays, warnFrom, letterFrom }: NoShowPolicy,
): ServiceDate {
  const least = level === "letter" ? letterFrom : Math.min(warnFrom, letterFrom);
  const dates = counted.map(({ serviceDate }) => serviceDate).sort();
  return addDays(dates[dates.length - least]!, countedDays);
}
