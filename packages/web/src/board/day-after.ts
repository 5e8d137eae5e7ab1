import { wallTimeOf } from "../wall-time.ts";

/** The date so many days after another; before it, when negative. */
export const dayAfter = (date: string, days: number): string =>
  wallTimeOf(Date.parse(`${date}T00:00:00Z`) / 1000 + days * 86_400, "UTC").date;
