import {
  type Answer,
  type Body,
  type Params,
  type Problem,
  type Query,
  ROUTES,
  type Route,
  type RouteName,
  type Routes,
} from "@noriai/api";
import { fail, ok, type Result } from "@noriai/kernel";
import type { SimWorld } from "./sim-world.ts";

type Part<K extends string, T> = [T] extends [undefined] ? unknown : { readonly [P in K]: T };
type InTenant<N extends RouteName> =
  Params<N> extends { tenant: string } ? Omit<Params<N>, "tenant"> : unknown;
type Ids<N extends RouteName> = keyof InTenant<N> extends never ? unknown : { readonly params: InTenant<N> };
type Key<N extends RouteName> = Routes[N] extends { readonly idempotent: true }
  ? { readonly key: string }
  : unknown;

/** What a call carries: the parts that the route table asks for; the tenant is the town's. */
export type Asking<N extends RouteName> = Ids<N> & Part<"query", Query<N>> & Part<"body", Body<N>> & Key<N>;

/** One answer of the server, for the figures of the day. */
export interface Answered {
  readonly route: RouteName;
  readonly status: number;
  readonly ms: number;
}

export interface Town {
  readonly world: SimWorld;
  /** As in `http://127.0.0.1:8080`. */
  readonly origin: string;
  readonly tenant: string;
  readonly hear: (answered: Answered) => void;
}

/** Somebody's way to the server: the public interface, with a session of their own once they have entered. */
export interface Post {
  call<N extends RouteName>(name: N, asking: Asking<N>): Promise<Result<Answer<N>, Problem>>;
  /** An open answer, to be read as it comes. */
  open(name: RouteName): Promise<Response>;
}

interface Loose {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly key?: string;
}

/** A post without a session, or with the one whose cookie is given. */
export function postOf(town: Town, cookie?: string): Post {
  const { world, origin, tenant, hear } = town;
  const send = (name: RouteName, asking: Loose): Promise<Response> => {
    const { method }: Route = ROUTES[name];
    const { body, key } = asking;
    return world.send(`${origin}${pathOf(name, tenant, asking)}`, {
      method,
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(cookie !== undefined && { cookie }),
        ...(key !== undefined && { "idempotency-key": key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };
  return {
    async call(name, asking) {
      const from = world.elapsedMs();
      const response = await send(name, asking as Loose).catch(() => undefined);
      const text = (await response?.text().catch(() => undefined)) ?? "";
      hear({ route: name, status: response?.status ?? 0, ms: world.elapsedMs() - from });
      if (response?.ok) return ok(text === "" ? null : JSON.parse(text));
      return fail(problemOf(text, response?.status ?? 0));
    },
    open: (name) => send(name, {}),
  };
}

/** Walks in by the demo's door. Nothing when there is nobody of that role and login. */
export async function enter(town: Town, who: Body<"enterDemo">): Promise<Post | undefined> {
  const { world, origin, tenant } = town;
  const response = await world.send(`${origin}${pathOf("enterDemo", tenant, {})}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(who),
  });
  await response.text();
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  return response.ok && cookie !== undefined ? postOf(town, cookie) : undefined;
}

function pathOf(name: RouteName, tenant: string, { params = {}, query = {} }: Loose): string {
  const all: Readonly<Record<string, string>> = { ...params, tenant };
  const path = ROUTES[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(all[key] ?? ""));
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  return search.size === 0 ? path : `${path}?${search}`;
}

function problemOf(text: string, status: number): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return { type: "about:blank", title: "", status, kind: "unreadable-answer" };
  }
}
