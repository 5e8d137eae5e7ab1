import type { Language } from "./language.tsx";

/** How dates, times and money are written on the page. Instants are RFC 3339 texts or epoch seconds. */
export interface Format {
  /** 9:05 */
  readonly time: (at: Instant) => string;
  /** 11月24日(火) */
  readonly date: (at: Instant) => string;
  /** 11月24日(火) 9:05 */
  readonly dateTime: (at: Instant) => string;
  /** 9:05:12 */
  readonly clock: (at: Instant) => string;
  /** A service date, "2026-11-24" → 11月24日(火) */
  readonly serviceDate: (date: string) => string;
  /** A time of day, "09:05" → 9:05 */
  readonly wall: (time: string) => string;
  /** 350円 */
  readonly yen: (amount: number) => string;
}

export type Instant = string | number;

/** Makes the writing rules of a language in a time zone (IANA name or offset). */
export function makeFormat(language: Language, timeZone: string): Format {
  const locale = language === "en" ? "en-GB" : "ja-JP";
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  const day = { month: language === "en" ? "short" : "long", day: "numeric" } as const;
  const weekday = { weekday: "short" } as const;
  const date = new Intl.DateTimeFormat(locale, { timeZone, ...day, ...weekday });
  const plain = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...day, ...weekday });
  const money = new Intl.NumberFormat(locale);
  return {
    time: (at) => time.format(epochMs(at)),
    date: (at) => date.format(epochMs(at)),
    dateTime: (at) => `${date.format(epochMs(at))} ${time.format(epochMs(at))}`,
    clock: (at) => clock.format(epochMs(at)),
    serviceDate: (text) => plain.format(Date.parse(`${text}T00:00:00Z`)),
    wall: (text) => text.replace(/^0(?=\d:)/, ""),
    yen: (amount) => (language === "en" ? `¥${money.format(amount)}` : `${money.format(amount)}円`),
  };
}

/** Milliseconds since 1970 of an instant in either notation. */
export const epochMs = (at: Instant): number => (typeof at === "number" ? at * 1000 : Date.parse(at));
