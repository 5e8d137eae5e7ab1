import { fail, ok, type Result } from "@noriai/kernel";
import { WORDS } from "../messages.ts";
import type { Trouble } from "../trouble.ts";
import type { Language } from "./language.ts";
import { type JsonFault, parseStrictJson } from "./strict-json.ts";

const MESSAGE_OF = {
  "not-utf8": "notUtf8",
  "not-json": "notJson",
  "too-deep": "tooDeep",
  "duplicate-name": "duplicateName",
  "forbidden-name": "forbiddenName",
  "forbidden-characters": "forbiddenCharacters",
} as const satisfies Record<JsonFault["kind"], keyof (typeof WORDS)["ja"]["field"]>;

/** Reads a JSON body of at most `bytesMax`, or tells what to mend. Stops reading as soon as it is too large. */
export async function readBody({
  request,
  bytesMax,
  language,
}: {
  readonly request: Request;
  readonly bytesMax: number;
  readonly language: Language;
}): Promise<Result<unknown, Trouble>> {
  if (!isJson(request.headers.get("content-type"))) return fail({ kind: "wrong-content-type" });
  const encoding = request.headers.get("content-encoding");
  if (encoding !== null && encoding !== "identity") return fail({ kind: "wrong-content-type" });
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return fail({ kind: "body-too-large" });
  const bytes = await readAtMost(request, bytesMax);
  if (bytes === undefined) return fail({ kind: "body-too-large" });
  const parsed = parseStrictJson(bytes);
  if (parsed.ok) return ok(parsed.value);
  const { kind, name } = parsed.error;
  const message = WORDS[language].field[MESSAGE_OF[kind]];
  return fail({ kind: "not-json", fields: [{ name: name.slice(0, 200).toWellFormed(), message }] });
}

function isJson(contentType: string | null): boolean {
  const [type = "", ...options] = (contentType ?? "").toLowerCase().split(";");
  const charset = options.map((option) => option.trim()).find((option) => option.startsWith("charset="));
  return type.trim() === "application/json" && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}

async function readAtMost(request: Request, bytesMax: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > bytesMax) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
