import type { Route, RouteName } from "@noriai/api";
import { fail, ok, type Result, type TenantId } from "@noriai/kernel";
import { AnswerAlreadyRemembered, type RememberedAnswer, type TenantTransaction } from "@noriai/store";
import type { Call, Outcome, Rooms, Who } from "./call.ts";
import type { Guard } from "./guard.ts";
import { encodeAnswer } from "./http/encode-answer.ts";
import { fieldProblems } from "./http/field-messages.ts";
import { type Language, languageOf } from "./http/language.ts";
import { problemAnswer } from "./http/problem-answer.ts";
import { readBody } from "./http/read-body.ts";
import { isSameSite } from "./http/same-site.ts";
import { hasForbiddenCharacters } from "./http/strict-json.ts";
import { type Command, fingerprintOf, parseIdempotencyKey, repeatOf } from "./idempotency.ts";
import { WORDS } from "./messages.ts";
import type { Towns } from "./town.ts";
import { STATUS, type Trouble } from "./trouble.ts";

/** One line of the route table with its handler; the types of the single route are checked where handlers are listed. */
export interface ServedRoute {
  readonly name: RouteName;
  readonly route: Route;
  readonly handler: (call: AnyCall) => Promise<Outcome<RouteName>>;
}

export type AnyCall = Call<RouteName>;

export interface Incoming {
  readonly request: Request;
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
}

const BODY_BYTES_MAX = 64 * 1024;
/** A terminal that was offline for a whole shift sends everything at once. */
const EVENTS_BYTES_MAX = 256 * 1024;
/** Whether an address can name a tenant at all. */
export const isTenantName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);

/** Takes one request through every check of its line: same site, access, address, content, once only; then answers. */
export async function serveRoute({
  served,
  incoming,
  rooms,
  towns,
  guard,
}: {
  readonly served: ServedRoute;
  readonly incoming: Incoming;
  readonly rooms: Rooms;
  readonly towns: Towns;
  readonly guard: Guard;
}): Promise<Response> {
  const { route } = served;
  const { request } = incoming;
  const language = languageOf(request.headers.get("accept-language"));
  const outcome = await admitted();
  return outcome.ok ? outcome.value : problemAnswer(outcome.error, language);

  async function admitted(): Promise<Result<Response, Trouble>> {
    if (!isSameSite(request, rooms.world.publicOrigin)) return fail({ kind: "cross-site" });
    const tenant = incoming.params.tenant as TenantId | undefined;
    if (tenant !== undefined && !isTenantName(tenant)) return fail({ kind: "not-found" });
    const admission = await guard({ world: rooms.world, access: route.access, tenant, request });
    if (!admission.ok) return refuseTenantFirst(admission.error, tenant);
    const town = tenant && (await towns.find(tenant));
    if (tenant !== undefined && town === undefined) return fail({ kind: "not-found" });
    const content = await contentOf({ route, incoming, language });
    if (!content.ok) return content;
    const { now } = rooms.world;
    const base = { ...rooms, ...content.value, request, language, town, who: admission.value, now: now() };
    return answer({ ...base, address: incoming.address } as unknown as Omit<AnyCall, "remember">);
  }

  /** A tenant that does not exist is not found, whoever asks. */
  async function refuseTenantFirst(
    trouble: Trouble,
    tenant: TenantId | undefined,
  ): Promise<Result<never, Trouble>> {
    if (trouble.kind !== "not-signed-in" || tenant === undefined) return fail(trouble);
    return (await towns.find(tenant)) === undefined ? fail({ kind: "not-found" }) : fail(trouble);
  }

  async function answer(call: Omit<AnyCall, "remember">): Promise<Result<Response, Trouble>> {
    if (route.idempotent !== true) {
      const outcome = await served.handler({ ...call, remember: refuseToRemember } as AnyCall);
      return outcome.ok ? ok(encoded(outcome.value)) : outcome;
    }
    const command = commandOf(call);
    if (command === undefined) return fail(missingKey(language));
    return (await repeated(call, command)) ?? (await once(call, command));
  }

  /** Does the command; of two at the same time the second finds the first one's answer. */
  async function once(call: Omit<AnyCall, "remember">, command: Command): Promise<Result<Response, Trouble>> {
    const { world } = rooms;
    let remembered = false;
    const remember = async (tx: TenantTransaction, outcome: Outcome<RouteName>): Promise<void> => {
      remembered = true;
      await tx.rememberAnswer(command.key, rememberable(outcome, command), world.wallNow());
    };
    try {
      const outcome = await served.handler({ ...call, remember } as AnyCall);
      if (outcome.ok && !remembered) throw new Error(`broken invariant: ${served.name} remembers its answer`);
      return outcome.ok ? ok(encoded(outcome.value)) : outcome;
    } catch (error) {
      if (!(error instanceof AnswerAlreadyRemembered)) throw error;
      const first = await repeated(call, command);
      if (first === undefined) throw error;
      return first;
    }
  }

  async function repeated(
    { who }: Omit<AnyCall, "remember">,
    command: Command,
  ): Promise<Result<Response, Trouble> | undefined> {
    const { tenant } = who as unknown as Who;
    const found = await rooms.world.store.inTenant(tenant, (tx) => tx.findAnswer(command.key));
    if (found === undefined) return undefined;
    const repeat = repeatOf(found, command);
    if (repeat.kind === "reused") return fail({ kind: "idempotency-key-reused" });
    const { status, body } = repeat.answer;
    if (status >= 400) return fail(body as Trouble);
    return ok(jsonAnswer(status, body));
  }

  function commandOf({ who, params, body }: Omit<AnyCall, "remember">): Command | undefined {
    const key = parseIdempotencyKey(request.headers.get("idempotency-key"));
    if (key === undefined) return undefined;
    const fingerprint = fingerprintOf({ route: served.name, params, body });
    return { key: { account: (who as unknown as Who).account.id, key }, fingerprint };
  }

  function rememberable(outcome: Outcome<RouteName>, { fingerprint }: Command): RememberedAnswer {
    if (!outcome.ok) return { fingerprint, status: STATUS[outcome.error.kind], body: outcome.error };
    if ("raw" in outcome.value) throw new Error("broken invariant: a remembered answer is JSON");
    const body = encodeAnswer({
      route,
      body: outcome.value.body,
      strict: rooms.world.strictAnswers === true,
    });
    return { fingerprint, status: body === null ? 204 : 200, body };
  }

  function encoded(reply: Extract<Outcome<RouteName>, { ok: true }>["value"]): Response {
    if ("raw" in reply) return reply.raw;
    const body = encodeAnswer({ route, body: reply.body, strict: rooms.world.strictAnswers === true });
    return jsonAnswer(body === null ? 204 : 200, body, reply.headers);
  }
}

const jsonAnswer = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: status === 204 ? headers : { "Content-Type": "application/json; charset=utf-8", ...headers },
  });

async function refuseToRemember(): Promise<never> {
  throw new Error("broken invariant: only idempotent routes remember their answer");
}

const missingKey = (language: Language): Trouble => ({
  kind: "missing-idempotency-key",
  fields: [{ name: "Idempotency-Key", message: WORDS[language].field.idempotencyKey }],
});

/** Parses address, query and body by the schemas of the line. */
async function contentOf({
  route,
  incoming,
  language,
}: {
  readonly route: Route;
  readonly incoming: Incoming;
  readonly language: Language;
}): Promise<Result<{ readonly params: unknown; readonly query: unknown; readonly body: unknown }, Trouble>> {
  const params = route.params?.safeParse(incoming.params);
  if (params?.success === false) return fail({ kind: "not-found" }); // no thing of ours has such an id
  const query = queryOf(route, incoming.request, language);
  if (!query.ok) return query;
  const body = await bodyOf(route, incoming.request, language);
  if (!body.ok) return body;
  return ok({ params: params?.data, query: query.value, body: body.value });
}

function queryOf(route: Route, request: Request, language: Language): Result<unknown, Trouble> {
  if (route.query === undefined) return ok(undefined);
  const { field } = WORDS[language];
  const pairs = [...new URL(request.url).searchParams];
  const seen = new Set<string>();
  for (const [name, value] of pairs) {
    const shown = name.toWellFormed().slice(0, 100);
    if (seen.has(name)) return fail(wrong(shown, field.duplicateName));
    if (hasForbiddenCharacters(value)) return fail(wrong(shown, field.forbiddenCharacters));
    seen.add(name);
  }
  const parsed = route.query.safeParse(Object.fromEntries(pairs));
  if (parsed.success) return ok(parsed.data);
  return fail({ kind: "invalid-input", fields: fieldProblems(parsed.error.issues, language) });
}

async function bodyOf(route: Route, request: Request, language: Language): Promise<Result<unknown, Trouble>> {
  if (route.body === undefined) return ok(undefined);
  const bytesMax = route.path.endsWith("/duty/events") ? EVENTS_BYTES_MAX : BODY_BYTES_MAX;
  const read = await readBody({ request, bytesMax, language });
  if (!read.ok) return read;
  const parsed = route.body.safeParse(read.value);
  if (parsed.success) return ok(parsed.data);
  return fail({ kind: "invalid-input", fields: fieldProblems(parsed.error.issues, language) });
}

const wrong = (name: string, message: string): Trouble => ({
  kind: "invalid-input",
  fields: [{ name, message }],
});
