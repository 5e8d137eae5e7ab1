import type { Language } from "../language.tsx";

/** A date with its year as people write it: "1948-05-03" → 1948年5月3日. */
export const writtenDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : "ja-JP", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    day: "numeric",
  }).format(Date.parse(`${date}T00:00:00Z`));
