import type { Answer, Problem, RouteName } from "@noriai/api";
import type { Result } from "@noriai/kernel";
import { QueryClient, type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { whenQuiet } from "./app/when-quiet.ts";
import type { Request } from "./client.ts";
import { forgetPersonal, keeperOf, keptAnswer } from "./kept/kept-reads.ts";
import { noteOutOfReach, onWithinReach, reachNow } from "./kept/reach.ts";
import { takeWindow } from "./kept/whose-window.ts";
import { call } from "./server.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Problem;
  }
}

/** Whoever stands at the roadside wants to see the ticket before the network has made up its mind. */
const PATIENCE_MS = 4_000;
/** Problems that may be gone in a moment. */
const PASSING = new Set(["offline", "busy", "unavailable", "unreadable-answer"]);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 5_000,
      retry: (failures, problem) => PASSING.has(problem.kind) && failures < 2,
      retryDelay: (failures) => 1_000 * 2 ** failures,
    },
  },
});

queryClient.getQueryCache().subscribe((change) => {
  if (change.type !== "updated" || change.action.type !== "success") return;
  const [name, request] = change.query.queryKey as [RouteName, Request<RouteName>];
  if (name === "getSession")
    readAnewIfOther(request as Request<"getSession">, change.action.data as Answer<"getSession">);
  // An answer that came with a command, as signing in gives the session, is kept like one that was asked for.
  if (change.action.manual === true) void keeperOf(name, request)(change.action.data as Answer<RouteName>);
});

/** Whoever comes in sees nothing of what was read for somebody else, by whatever door: another window's, too. */
function readAnewIfOther(request: Request<"getSession">, session: Answer<"getSession">): void {
  if (takeWindow(tenantOf(request), session))
    void queryClient.resetQueries({ predicate: ({ queryKey }) => !IMPERSONAL.has(String(queryKey[0])) });
}
const IMPERSONAL = new Set<string>([
  "getWorld",
  "getService",
  "getTerminal",
  "getSession",
] satisfies RouteName[]);

// What was shown meanwhile is old.
onWithinReach(() => void queryClient.invalidateQueries());
globalThis.addEventListener?.(
  "online",
  () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "getWorld" }),
);

/** Reads a route and keeps its answer fresh: live updates fetch it again (see live.ts). */
export function useRead<N extends RouteName>(
  name: N,
  request: Request<N>,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number } = {},
): UseQueryResult<Answer<N>, Problem> {
  return useQuery<Answer<N>, Problem>({
    queryKey: [name, request],
    queryFn: () => readOrKept(name, request),
    ...options,
  });
}

/**
 * Asks the server; where it is out of reach, gives what the device has kept of its last answer. A line that stalls is
 * waited for only while something is there to be looked at: with nothing on the page, what is kept comes after a few
 * seconds. The server's answer, of whichever question, then puts everything new in its place (see `onWithinReach`).
 */
export async function readOrKept<N extends RouteName>(name: N, request: Request<N>): Promise<Answer<N>> {
  const asking = ask(name, request);
  const isBare = queryClient.getQueryData([name, request]) === undefined;
  if (isBare) await Promise.race([asking, patience()]);
  else await asking;
  const kept = isOut(await soFar(asking)) ? await keptAnswer(name, request) : undefined;
  // It may have come while the kept one was unsealed.
  if (kept === undefined || !isOut(await soFar(asking))) return orThrow(await asking);
  noteOutOfReach(kept.isDated ? kept.keptAtMs : undefined);
  return kept.answer;
}

/** What has come of it by now; nothing while it is under way. */
const soFar = <T>(asking: Promise<T>): Promise<T | undefined> => Promise.race([asking, undefined]);

const isOut = (result: Result<unknown, Problem> | undefined): boolean =>
  result === undefined || (!result.ok && result.error.kind === "offline");

/** Asks the server and keeps its answer, however late it comes. */
async function ask<N extends RouteName>(name: N, request: Request<N>): Promise<Result<Answer<N>, Problem>> {
  const keep = keeperOf(name, request);
  const result = await call(name, request);
  // Sealing costs an old phone more than drawing: what was asked for is drawn first.
  if (result.ok) whenQuiet(() => void keep(result.value));
  else if (name === "getSession" && result.error.kind === "not-signed-in")
    await forgetPersonal(tenantOf(request as Request<"getSession">));
  return result;
}

/** Ends when the reader has waited long enough: at once where the server is known to be out of reach. */
function patience(): Promise<undefined> {
  const ms = reachNow().kind === "out" ? 0 : PATIENCE_MS;
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

/** react-query knows failures only as throws. */
function orThrow<A>(result: Result<A, Problem>): A {
  if (!result.ok) throw result.error;
  return result.value;
}

const tenantOf = ({ params }: Request<"getSession">): string => params.tenant;

/** Fetches again everything that was read from these routes. */
export function useReadAgain(): (...names: readonly RouteName[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (...names) =>
      client.invalidateQueries({ predicate: ({ queryKey }) => names.includes(queryKey[0] as RouteName) }),
    [client],
  );
}
