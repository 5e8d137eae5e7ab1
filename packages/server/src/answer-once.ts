import type { RouteName } from "@noriai/api";
import { assert, fail, ok, type Result } from "@noriai/kernel";
import { AnswerAlreadyRemembered, type RememberedAnswer, type TenantTransaction } from "@noriai/store";
import type { Call, Outcome, UnansweredCall, Who } from "./call.ts";
import { encodeAnswer } from "./http/encode-answer.ts";
import type { Language } from "./http/language.ts";
import { jsonAnswer, replyAnswer, statusOf } from "./http/reply-answer.ts";
import { type Command, fingerprintOf, parseIdempotencyKey } from "./idempotency.ts";
import { WORDS } from "./messages.ts";
import type { Serving } from "./serving.ts";
import { STATUS, type Trouble } from "./trouble.ts";

/**
 * Does a command once, however often it is sent. The first answer is remembered in the transaction of its effect; a
 * repeat gets it again, and of two at the same time the second finds what the first one left.
 */
export async function answerOnce(serving: Serving, call: UnansweredCall): Promise<Result<Response, Trouble>> {
  const command = commandOf(serving, call);
  if (command === undefined) return fail(missingKey(call.language));
  return (await firstAnswer(call, command)) ?? (await firstTime(serving, call, command));
}

/** What was answered before, unless the same key stood for something else. */
async function firstAnswer(
  call: UnansweredCall,
  command: Command,
): Promise<Result<Response, Trouble> | undefined> {
  const first = await call.world.store.inTenant(whoOf(call).tenant, (tx) => tx.findAnswer(command.key));
  if (first === undefined) return undefined;
  if (first.fingerprint !== command.fingerprint) return fail({ kind: "idempotency-key-reused" });
  return first.status < 400 ? ok(jsonAnswer(first.status, first.body)) : fail(first.body as Trouble);
}

async function firstTime(
  serving: Serving,
  call: UnansweredCall,
  command: Command,
): Promise<Result<Response, Trouble>> {
  const { route, name, handler } = serving.served;
  const { world } = call;
  let remembered = false;
  const remember = async (tx: TenantTransaction, outcome: Outcome<RouteName>): Promise<void> => {
    remembered = true;
    await tx.rememberAnswer(command.key, rememberable(serving, outcome, command), world.wallNow());
  };
  try {
    const outcome = await handler({ ...call, remember } as Call<RouteName>);
    assert(remembered || !outcome.ok, `${name} remembers its answer`);
    return outcome.ok ? ok(replyAnswer(outcome.value, route, world)) : outcome;
  } catch (error) {
    if (!(error instanceof AnswerAlreadyRemembered)) throw error;
    const first = await firstAnswer(call, command);
    assert(first !== undefined, "an answer that was remembered meanwhile can be found");
    return first;
  }
}

function rememberable(
  { served: { route }, rooms: { world } }: Serving,
  outcome: Outcome<RouteName>,
  { fingerprint }: Command,
): RememberedAnswer {
  if (!outcome.ok) return { fingerprint, status: STATUS[outcome.error.kind], body: outcome.error };
  assert(!("raw" in outcome.value), "a remembered answer is JSON");
  const body = encodeAnswer({ route, body: outcome.value.body, strict: world.strictAnswers === true });
  return { fingerprint, status: statusOf(body), body };
}

function commandOf({ served: { name } }: Serving, call: UnansweredCall): Command | undefined {
  const key = parseIdempotencyKey(call.request.headers.get("idempotency-key"));
  if (key === undefined) return undefined;
  const { params, body } = call;
  return {
    key: { account: whoOf(call).account.id, key },
    fingerprint: fingerprintOf({ route: name, params, body }),
  };
}

/** Every idempotent line needs a session. */
const whoOf = ({ who }: UnansweredCall): Who => who as unknown as Who;

const missingKey = (language: Language): Trouble => ({
  kind: "missing-idempotency-key",
  fields: [{ name: "Idempotency-Key", message: WORDS[language].field.idempotencyKey }],
});
