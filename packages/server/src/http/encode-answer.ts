import type { Route } from "@noriai/api";
import { assert } from "@noriai/kernel";

/**
 * Cuts an answer to what its schema lists, so that nothing unlisted ever leaves the server. An answer that the schema
 * refuses is a bug.
 *
 * @param strict  an answer that has to be cut is a bug too
 */
export function encodeAnswer({
  route,
  body,
  strict,
}: {
  readonly route: Route;
  readonly body: unknown;
  readonly strict: boolean;
}): unknown {
  assert(!("media" in route.response), `${route.path} answers by itself`);
  const parsed = route.response.safeParse(body);
  assert(parsed.success, `${route.method} ${route.path} answers by its schema: ${issuesOf(parsed)}`);
  if (strict) {
    const unlisted = namesBeyond(body, parsed.data, "");
    assert(unlisted.length === 0, `${route.method} ${route.path} answers only what is listed: ${unlisted}`);
  }
  return parsed.data;
}

/** Paths and codes only: values may be personal. */
const issuesOf = (parsed: {
  readonly error?: { readonly issues: readonly { path: PropertyKey[]; code?: string }[] };
}) =>
  (parsed.error?.issues ?? []).map(({ path, code }) => `${path.map(String).join(".")} ${code}`).join(", ");

function namesBeyond(given: unknown, kept: unknown, path: string): string[] {
  if (typeof given !== "object" || given === null) return [];
  if (typeof kept !== "object" || kept === null) return [path];
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const inner = `${path}.${name}`;
    return name in kept ? namesBeyond(value, (kept as Record<string, unknown>)[name], inner) : [inner];
  });
}
