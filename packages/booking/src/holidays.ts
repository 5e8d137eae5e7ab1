import nationalHolidays from "@holiday-jp/holiday_jp";
import type { ServiceDate } from "@noriai/kernel";

// The package's own functions take `Date` and shift with the machine's time zone. Its table is keyed by day, which is
// all that is asked here. It holds 1970 to 2050, with substitute holidays (振替休日) and days between (国民の休日), D-02.
const TABLE: Readonly<Record<string, { readonly name: string } | undefined>> = nationalHolidays.holidays;

/** The name of the national holiday (国民の祝日) that falls on `date`, or nothing. */
export function nationalHoliday(date: ServiceDate): string | undefined {
  return Object.hasOwn(TABLE, date) ? TABLE[date]?.name : undefined;
}
