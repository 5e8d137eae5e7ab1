import { fail, ok, type Result } from "@noriai/kernel";

/** What makes a JSON text unacceptable, and where: `name` is the path of the value, as in `time.at`. */
export interface JsonFault {
  readonly kind:
    | "not-utf8"
    | "not-json"
    | "too-deep"
    | "duplicate-name"
    | "forbidden-name"
    | "forbidden-characters";
  readonly name: string;
}

const DEPTH_MAX = 16;
const FORBIDDEN_NAMES = new Set(["__proto__", "constructor", "prototype"]);
/** Control characters other than tab and line breaks, and the marks that turn the writing direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const FORBIDDEN_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/**
 * Reads JSON (RFC 8259) more strictly than `JSON.parse`: UTF-8 only, no name twice in one object, no name that reaches
 * into JavaScript's own objects, no control characters, no half surrogates, at most `DEPTH_MAX` levels.
 */
export function parseStrictJson(bytes: Uint8Array): Result<unknown, JsonFault> {
  const text = decoded(bytes);
  if (text === undefined) return fail({ kind: "not-utf8", name: "" });
  if (nestsTooDeep(text)) return fail({ kind: "too-deep", name: "" });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ kind: "not-json", name: "" });
  }
  const fault = duplicateName(text) ?? faultIn(value, "");
  return fault === undefined ? ok(value) : fail(fault);
}

/** Whether a text from a form, an address or a header holds characters that no field may hold. */
export const hasForbiddenCharacters = (text: string): boolean =>
  FORBIDDEN_CHARACTERS.test(text) || !text.isWellFormed();

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Strings and the signs that matter between them. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs;

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "{" || token === "[") depth++;
    if (token === "}" || token === "]") depth--;
    if (depth > DEPTH_MAX) return true;
  }
  return false;
}

/** Walks the tokens of a text already known to be JSON. */
function duplicateName(text: string): JsonFault | undefined {
  const open: (Set<string> | undefined)[] = [];
  let previous = "";
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const name = JSON.parse(previous) as string;
      const names = open.at(-1)!;
      if (names.has(name)) return { kind: "duplicate-name", name };
      names.add(name);
    }
    previous = token;
  }
  return undefined;
}

function faultIn(value: unknown, path: string): JsonFault | undefined {
  if (typeof value === "string")
    return hasForbiddenCharacters(value) ? { kind: "forbidden-characters", name: path } : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (FORBIDDEN_NAMES.has(name)) return { kind: "forbidden-name", name };
    if (hasForbiddenCharacters(name)) return { kind: "forbidden-characters", name: path };
    const fault = faultIn(inner, path === "" ? name : `${path}.${name}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
