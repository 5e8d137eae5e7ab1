import type { Route, RouteName } from "@noriai/api";
import type { Reply } from "../call.ts";
import type { ServerWorld } from "../server-world.ts";
import { encodeAnswer } from "./encode-answer.ts";

/** A handler's reply as an HTTP answer, cut to the schema of its line. */
export function replyAnswer(reply: Reply<RouteName>, route: Route, { strictAnswers }: ServerWorld): Response {
  if ("raw" in reply) return reply.raw;
  const body = encodeAnswer({ route, body: reply.body, strict: strictAnswers === true });
  return jsonAnswer(statusOf(body), body, reply.headers);
}

/** Nothing to say is 204. */
export const statusOf = (body: unknown): number => (body === null ? 204 : 200);

export const jsonAnswer = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  status === 204
    ? new Response(null, { status, headers })
    : new Response(JSON.stringify(body), {
        status,
        headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
      });
