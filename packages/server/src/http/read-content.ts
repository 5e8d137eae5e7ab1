import type { Route } from "@noriai/api";
import { fail, ok, type Result } from "@noriai/kernel";
import type { z } from "zod";
import { WORDS } from "../messages.ts";
import type { Trouble } from "../trouble.ts";
import { fieldProblems } from "./field-messages.ts";
import type { Language } from "./language.ts";
import { readBody } from "./read-body.ts";
import { hasForbiddenCharacters } from "./strict-json.ts";

const BODY_BYTES_MAX = 64 * 1024;
/** A terminal that was offline for a whole shift sends everything at once. */
const EVENTS_BYTES_MAX = 256 * 1024;

export interface Content {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Parses address, query and body by the schemas of the line, or tells what to mend. */
export async function readContent({
  route,
  incoming: { request, params: given },
  language,
}: {
  readonly route: Route;
  readonly incoming: { readonly request: Request; readonly params: Readonly<Record<string, string>> };
  readonly language: Language;
}): Promise<Result<Content, Trouble>> {
  const params = route.params?.safeParse(given);
  if (params?.success === false) return fail({ kind: "not-found" }); // no thing of ours has such an id
  const query = queryOf(route, request, language);
  if (!query.ok) return query;
  const body = await bodyOf(route, request, language);
  if (!body.ok) return body;
  return ok({ params: params?.data, query: query.value, body: body.value });
}

function queryOf(route: Route, request: Request, language: Language): Result<unknown, Trouble> {
  if (route.query === undefined) return ok(undefined);
  const { field } = WORDS[language];
  const pairs = [...new URL(request.url).searchParams];
  const seen = new Set<string>();
  for (const [name, value] of pairs) {
    if (seen.has(name)) return wrong(name, field.duplicateName);
    if (hasForbiddenCharacters(value)) return wrong(name, field.forbiddenCharacters);
    seen.add(name);
  }
  return parsed(route.query, Object.fromEntries(pairs), language);
}

async function bodyOf(route: Route, request: Request, language: Language): Promise<Result<unknown, Trouble>> {
  if (route.body === undefined) return ok(undefined);
  const bytesMax = route.path.endsWith("/duty/events") ? EVENTS_BYTES_MAX : BODY_BYTES_MAX;
  const read = await readBody({ request, bytesMax, language });
  return read.ok ? parsed(route.body, read.value, language) : read;
}

function parsed(schema: z.ZodType, value: unknown, language: Language): Result<unknown, Trouble> {
  const { success, data, error } = schema.safeParse(value);
  return success ? ok(data) : fail({ kind: "invalid-input", fields: fieldProblems(error.issues, language) });
}

const wrong = (name: string, message: string): Result<never, Trouble> =>
  fail({ kind: "invalid-input", fields: [{ name: name.toWellFormed().slice(0, 100), message }] });
