/** First years of the eras that living people were born in. */
const ERAS: Readonly<Record<string, number>> = {
  大正: 1912,
  t: 1912,
  昭和: 1926,
  s: 1926,
  平成: 1989,
  h: 1989,
  令和: 2019,
  r: 2019,
};

/**
 * Reads a date as a caller says it and an operator types it: 昭和23年5月3日, S23.5.3, 1948-05-03, 19480503.
 *
 * @returns "1948-05-03", or nothing when it is no day of the calendar
 */
export function typedDate(text: string): string | undefined {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s/g, "").replace("元年", "1年");
  const [, era, years, month, day] =
    /^(大正|昭和|平成|令和|[tshr])?(\d{1,4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ??
    /^()(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    [];
  if (years === undefined || month === undefined || day === undefined) return undefined;
  const year = era ? ERAS[era]! - 1 + Number(years) : Number(years);
  return dayOf(year, Number(month), Number(day));
}

function dayOf(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  const parsed = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed)) return undefined;
  // A browser may read 30 February as 1 March.
  const shown = new Intl.DateTimeFormat("en-CA", { timeZone: "UTC", day: "numeric" }).format(parsed);
  return Number(shown) === day ? date : undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");
