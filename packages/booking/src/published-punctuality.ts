import { addDays, type ServiceDate } from "@noriai/kernel";
import type { KeptPromises, Punctuality } from "./punctuality.ts";
import type { DateRange } from "./service.ts";
import { LEAST_SHOWN, type Shown, shown } from "./unmet-small-counts.ts";

/** How promises were kept, as everybody may know it (実績). Shares are rounded down, in thousandths. */
export interface PublishedPunctuality {
  readonly rides: Shown;
  /** Nothing where fewer rides stand behind it than may be told, as below. */
  readonly pickupsKeptPermille: number | undefined;
  readonly arrivalsKeptPermille: number | undefined;
  readonly calledOff: Shown;
}

/** No count from 1 to 4 is told, and no share of so few rides. D-12 */
export const publishedPunctuality = ({
  pickups,
  arrivals,
  calledOff,
}: Punctuality): PublishedPunctuality => ({
  rides: shown(pickups.all),
  pickupsKeptPermille: shareOf(pickups),
  arrivalsKeptPermille: shareOf(arrivals),
  calledOff: shown(calledOff),
});

const shareOf = ({ all, keptPermille }: KeptPromises): number | undefined =>
  all < LEAST_SHOWN ? undefined : keptPermille;

/**
 * The months of which results are published: the last full one, and the current one up to yesterday; nothing of it on its
 * first day. A day that still runs would tell, to whoever asks again and again, when somebody has just boarded.
 */
export function publishedMonths(today: ServiceDate): {
  readonly lastMonth: DateRange;
  readonly thisMonth: DateRange | undefined;
} {
  const first = firstOfMonth(today);
  const [dayBefore, lastDay] = [addDays(today, -1), addDays(first, -1)];
  return {
    lastMonth: { from: firstOfMonth(lastDay), to: lastDay },
    thisMonth: today === first ? undefined : { from: first, to: dayBefore },
  };
}

const firstOfMonth = (date: ServiceDate): ServiceDate => `${date.slice(0, 7)}-01` as ServiceDate;
