/** The service dates that a report covers, both included. */
export interface ReportRange {
  readonly from: string;
  readonly to: string;
}

/** Longest range that the server answers. */
export const DAYS_MOST = 400;

/** The month of a date, whole. */
export function monthOf(date: string): ReportRange {
  const [year, month] = numbersOf(date);
  return { from: dateText(year, month, 1), to: dateText(year, month + 1, 0) };
}

/** The month before that of a date. */
export function monthBefore(date: string): ReportRange {
  const [year, month] = numbersOf(date);
  return monthOf(dateText(year, month, 0));
}

/** The fiscal year (年度, from April) of a date. */
export function fiscalYearOf(date: string): ReportRange {
  const [year, month] = numbersOf(date);
  const first = month >= 4 ? year : year - 1;
  return { from: dateText(first, 4, 1), to: dateText(first + 1, 3, 31) };
}

export type RangeFault = "missing" | "turned" | "too-long";

/** What is wrong with a range as typed; nothing when it can be asked for. */
export function rangeFault({ from, to }: ReportRange): RangeFault | undefined {
  if (!isDate(from) || !isDate(to)) return "missing";
  if (to < from) return "turned";
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 >= DAYS_MOST ? "too-long" : undefined;
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const numbersOf = (date: string): readonly [number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
];

/** Month 0 is December of the year before, 13 January of the next; day 0 is the last of the month before. */
function dateText(year: number, month: number, day: number): string {
  if (month < 1) return dateText(year - 1, month + 12, day);
  if (month > 12) return dateText(year + 1, month - 12, day);
  if (day < 1)
    return month === 1 ? dateText(year - 1, 12, 31) : dateText(year, month - 1, daysIn(year, month - 1));
  return `${year}-${two(month)}-${two(day)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (value: number): string => String(value).padStart(2, "0");
