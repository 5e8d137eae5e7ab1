import type { Answer, Problem, RouteName } from "@noriai/api";
import { QueryClient, type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Request } from "./client.ts";
import { call } from "./server.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Problem;
  }
}

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

/** Reads a route and keeps its answer fresh: live updates fetch it again (see live.ts). */
export function useRead<N extends RouteName>(
  name: N,
  request: Request<N>,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number } = {},
): UseQueryResult<Answer<N>, Problem> {
  return useQuery<Answer<N>, Problem>({
    queryKey: [name, request],
    queryFn: async () => {
      const result = await call(name, request);
      if (!result.ok) throw result.error; // react-query knows failures only as throws
      return result.value;
    },
    ...options,
  });
}

/** Fetches again everything that was read from these routes. */
export function useReadAgain(): (...names: readonly RouteName[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (...names) =>
      client.invalidateQueries({ predicate: ({ queryKey }) => names.includes(queryKey[0] as RouteName) }),
    [client],
  );
}
