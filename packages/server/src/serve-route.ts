import type { RouteName } from "@noriai/api";
import { ok, type Result } from "@noriai/kernel";
import { admit } from "./admit.ts";
import { answerOnce } from "./answer-once.ts";
import type { Call, UnansweredCall } from "./call.ts";
import { languageOf } from "./http/language.ts";
import { problemAnswer } from "./http/problem-answer.ts";
import { replyAnswer } from "./http/reply-answer.ts";
import type { Serving } from "./serving.ts";
import type { Trouble } from "./trouble.ts";

/** Takes one request through every check of its line, does what was asked, and words what stood against it. */
export async function serveRoute(serving: Serving): Promise<Response> {
  const language = languageOf(serving.incoming.request.headers.get("accept-language"));
  const call = await admit(serving, language);
  const answer = call.ok ? await answerTo(serving, call.value) : call;
  return answer.ok ? answer.value : problemAnswer(answer.error, language);
}

async function answerTo(serving: Serving, call: UnansweredCall): Promise<Result<Response, Trouble>> {
  const { route, handler } = serving.served;
  if (route.idempotent === true) return answerOnce(serving, call);
  const outcome = await handler({ ...call, remember: refuseToRemember } as Call<RouteName>);
  return outcome.ok ? ok(replyAnswer(outcome.value, route, serving.rooms.world)) : outcome;
}

async function refuseToRemember(): Promise<never> {
  throw new Error("broken invariant: only idempotent routes remember their answer");
}
