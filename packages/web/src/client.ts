import type { Answer, Body, Params, Problem, Query, RouteName, Routes } from "@noriai/api";
import { fail, ok, type Result } from "@noriai/kernel";

export type RouteTable = Readonly<Record<RouteName, readonly [method: string, path: string]>>;

type Part<K extends string, T> = [T] extends [undefined] ? unknown : { readonly [P in K]: T };
type Intention<N extends RouteName> = Routes[N] extends { readonly idempotent: true }
  ? { readonly idempotencyKey: string }
  : unknown;

/** What a call of the route carries: exactly the parts that the route table asks for. */
export type Request<N extends RouteName> = Part<"params", Params<N>> &
  Part<"query", Query<N>> &
  Part<"body", Body<N>> &
  Intention<N>;

/** Calls one route of the server. Every outcome is a value: the answer, or the problem that stood in its way. */
export type Call = <N extends RouteName>(name: N, request: Request<N>) => Promise<Result<Answer<N>, Problem>>;

interface LooseRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

/**
 * Makes the faces' door to the server.
 *
 * A network that fails gives the problem kind "offline", an answer that is not JSON "unreadable-answer".
 *
 * @param language  read at each call, so that the server words its sentences in the language now chosen
 */
export function makeCall({
  routes,
  send,
  language,
}: {
  readonly routes: RouteTable;
  readonly send: typeof fetch;
  readonly language: () => string;
}): Call {
  return async <N extends RouteName>(name: N, request: Request<N>) => {
    const [method] = routes[name];
    const { body, idempotencyKey } = request as LooseRequest;
    const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language() };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (idempotencyKey !== undefined) headers["Idempotency-Key"] = idempotencyKey;
    try {
      const response = await send(address(routes, name, request), {
        method,
        headers,
        credentials: "same-origin",
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return await read<Answer<N>>(response);
    } catch {
      return fail(localProblem("offline"));
    }
  };
}

/** Path and query of a route, for calls and for plain links (CSV, live updates). */
export function address<N extends RouteName>(
  routes: RouteTable,
  name: N,
  request: Request<N> | LooseRequest,
): string {
  const { params = {}, query = {} } = request as LooseRequest;
  const path = routes[name][1].replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ""));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  return search.size === 0 ? path : `${path}?${search}`;
}

async function read<A>(response: Response): Promise<Result<A, Problem>> {
  const value = await json(response);
  if (response.ok && value !== undefined) return ok(value as A);
  return fail(isProblem(value) ? value : localProblem("unreadable-answer", response.status));
}

/** The parsed body, `null` when there is none, `undefined` when it is not JSON. */
async function json(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "kind" in value && "title" in value;

/** A problem that arose on this side of the network. */
export const localProblem = (kind: "offline" | "unreadable-answer", status = 0): Problem => ({
  type: "about:blank",
  title: "",
  status,
  kind,
});
