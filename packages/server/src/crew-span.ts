import { addDays, fail, ok, parseServiceDate, type Result } from "@noriai/kernel";
import type { DateSpan } from "@noriai/store";
import type { Language } from "./http/language.ts";
import { WORDS } from "./messages.ts";
import type { Trouble } from "./trouble.ts";

/** Lists of those who drive are read by the month. */
const DAYS_MAX = 92;

/** The days of a query, or what is wrong with them. */
export function crewSpan(
  query: { readonly from: string; readonly to: string },
  language: Language,
): Result<DateSpan, Trouble> {
  const { field } = WORDS[language];
  const [from, to] = [parseServiceDate(query.from)!, parseServiceDate(query.to)!];
  const wrong = (message: string) =>
    fail<Trouble>({ kind: "invalid-input", fields: [{ name: "to", message }] });
  if (to < from) return wrong(field.rangeTurned);
  if (to >= addDays(from, DAYS_MAX)) return wrong(field.rangeTooLong(DAYS_MAX));
  return ok({ from, to });
}
