import type { Problem } from "@noriai/api";
import type { z } from "zod";
import { WORDS } from "../messages.ts";
import type { Language } from "./language.ts";

type Issue = z.core.$ZodIssue;
export type FieldProblem = NonNullable<Problem["fields"]>[number];

const FIELDS_MAX = 20;

/** Says for each field the first thing to mend, in the user's language. Never repeats the value that was sent. */
export function fieldProblems(issues: readonly Issue[], language: Language): FieldProblem[] {
  const messages = new Map<string, string>();
  for (const issue of issues) {
    const name = issue.path.map(String).join(".").slice(0, 200).toWellFormed();
    if (!messages.has(name)) messages.set(name, sentence(issue, language));
  }
  return [...messages].slice(0, FIELDS_MAX).map(([name, message]) => ({ name, message }));
}

function sentence(issue: Issue, language: Language): string {
  const { field, types } = WORDS[language];
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && isMissing(issue)
        ? field.missing
        : field.wrongType(types[issue.expected] ?? issue.expected);
    case "invalid_value":
      return field.oneOf(issue.values.map(String).join(", "));
    case "too_big":
      return atMost(issue.origin, String(issue.maximum), language);
    case "too_small":
      return atLeast(issue.origin, String(issue.minimum), language);
    case "invalid_format":
      return field.format[isWhen(issue.format) ? issue.format : "other"];
    case "invalid_union":
      return unionSentence(issue, language);
    case "custom":
      return becauseOf(issue.params?.because, language);
    default:
      return field.fallback;
  }
}

function becauseOf(because: unknown, language: Language): string {
  const { field } = WORDS[language];
  if (because === "date-out-of-reach") return field.dateOutOfReach;
  const known: Readonly<Record<string, string>> = field.because;
  return typeof because === "string" && Object.hasOwn(known, because) ? known[because]! : field.fallback;
}

/** zod tells a missing field only in its own English sentence. */
const isMissing = (issue: Issue): boolean => issue.message.endsWith("received undefined");

const isWhen = (format: string): format is "date" | "datetime" => format === "date" || format === "datetime";

function atMost(origin: string, most: string, language: Language): string {
  const { field } = WORDS[language];
  if (origin === "string") return field.textAtMost(most);
  return origin === "array" ? field.itemsAtMost(most) : field.numberAtMost(most);
}

function atLeast(origin: string, least: string, language: Language): string {
  const { field } = WORDS[language];
  if (origin === "string") return least === "1" ? field.missing : field.textAtLeast(least);
  return origin === "array" ? field.itemsAtLeast(least) : field.numberAtLeast(least);
}

function unionSentence(issue: Extract<Issue, { code: "invalid_union" }>, language: Language): string {
  const { field } = WORDS[language];
  const options = "options" in issue && Array.isArray(issue.options) ? issue.options : literalsOf(issue);
  return options.length > 0 ? field.oneOf(options.map(String).join(", ")) : field.fallback;
}

const literalsOf = (issue: Extract<Issue, { code: "invalid_union" }>): readonly unknown[] =>
  issue.errors.flat().flatMap((inner) => (inner.code === "invalid_value" ? [...inner.values] : []));
