import type { Answer, Problem, RouteName, Routes } from "@noriai/api";
import type { Result } from "@noriai/kernel";
import { useCallback, useRef, useState } from "react";
import type { Request } from "./client.ts";
import { isDecided, makeIntention } from "./intention.ts";
import { call } from "./server.ts";
import { newIntention } from "./world.ts";

type IdempotentRoute = {
  [N in RouteName]: Routes[N] extends { readonly idempotent: true } ? N : never;
}[RouteName];

export interface Command<N extends RouteName, R> {
  readonly run: (request: R) => Promise<Result<Answer<N>, Problem>>;
  readonly busy: boolean;
  /** What stood in the way of the last run. */
  readonly problem: Problem | undefined;
  readonly forgetProblem: () => void;
}

/** A command that must not happen twice. The key belongs to the user's intention and is sent again on a retry. */
export function useCommand<N extends IdempotentRoute>(
  name: N,
): Command<N, Omit<Request<N>, "idempotencyKey">> {
  const intention = useRef(makeIntention(newIntention));
  const send = useCallback(
    async (request: Omit<Request<N>, "idempotencyKey">) => {
      const idempotencyKey = intention.current.keyFor(request);
      const result = await call(name, { ...request, idempotencyKey } as Request<N>);
      if (isDecided(result)) intention.current.settle();
      return result;
    },
    [name],
  );
  return useRun<N, Omit<Request<N>, "idempotencyKey">>(send);
}

/** A command that may be sent again without harm. */
export function usePlainCommand<N extends Exclude<RouteName, IdempotentRoute>>(
  name: N,
): Command<N, Request<N>> {
  const send = useCallback((request: Request<N>) => call(name, request), [name]);
  return useRun<N, Request<N>>(send);
}

function useRun<N extends RouteName, R>(
  send: (request: R) => Promise<Result<Answer<N>, Problem>>,
): Command<N, R> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = useCallback(
    async (request: R) => {
      setBusy(true);
      setProblem(undefined);
      const result = await send(request);
      setBusy(false);
      if (!result.ok) setProblem(result.error);
      return result;
    },
    [send],
  );
  const forgetProblem = useCallback(() => setProblem(undefined), []);
  return { run, busy, problem, forgetProblem };
}
