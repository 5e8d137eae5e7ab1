import type { Problem } from "@noriai/api";
import { WORDS } from "../messages.ts";
import { STATUS, type Trouble } from "../trouble.ts";
import type { Language } from "./language.ts";

/** Trouble as problem+json. @see RFC 9457 */
export function problemAnswer(trouble: Trouble, language: Language): Response {
  const { kind, fields, rejections, headers } = trouble;
  const { title, detail } = WORDS[language].trouble[kind];
  const body: Problem = {
    type: `urn:noriai:problem:${kind}`,
    title,
    status: STATUS[kind],
    detail,
    kind,
    ...(fields && { fields }),
    ...(rejections && { rejections }),
  };
  return new Response(JSON.stringify(body), {
    status: STATUS[kind],
    headers: { "Content-Type": "application/problem+json", "Content-Language": language, ...headers },
  });
}
