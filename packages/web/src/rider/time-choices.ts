import { wallTimeOf } from "../wall-time.ts";

export const STEP_MINUTES = 5;

/**
 * The times of a day that can be asked for, by five minutes, both ends of each band included: "09:00", "09:05" …
 * On the present day only those from which the booking cut-off has not passed.
 *
 * @param now  epoch seconds
 * @param closesBefore  seconds between the cut-off and the time of use
 */
export function timeChoices({
  bands,
  date,
  now,
  closesBefore,
  timeZone,
}: {
  readonly bands: readonly { readonly from: string; readonly to: string }[];
  readonly date: string;
  readonly now: number;
  readonly closesBefore: number;
  readonly timeZone: string;
}): readonly string[] {
  const earliest = wallTimeOf(now + closesBefore + 59, timeZone);
  const all = bands.flatMap(({ from, to }) => {
    const first = Math.ceil(minutesOf(from) / STEP_MINUTES) * STEP_MINUTES;
    const count = Math.max(0, Math.floor((minutesOf(to) - first) / STEP_MINUTES) + 1);
    return Array.from({ length: count }, (_, step) => timeOf(first + step * STEP_MINUTES));
  });
  if (date < earliest.date) return [];
  return date > earliest.date ? all : all.filter((time) => time >= earliest.time);
}

/** The nearest time that can be asked for. */
export function nearestTime(choices: readonly string[], wanted: string): string | undefined {
  const distance = (time: string) => Math.abs(minutesOf(time) - minutesOf(wanted));
  return choices.toSorted((a, b) => distance(a) - distance(b))[0];
}

export const hourOf = (time: string): number => Number(time.slice(0, 2));
export const minuteOf = (time: string): number => Number(time.slice(3, 5));

const minutesOf = (time: string): number => hourOf(time) * 60 + minuteOf(time);
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
