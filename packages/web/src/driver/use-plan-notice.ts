import type { DutySheet, Problem } from "@noriai/api";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import {
  type PlanChange,
  parseSeenPlan,
  planAhead,
  planChange,
  type SeenPlan,
  withoutParty,
} from "./plan-change.ts";

const AGAIN_MS = 10_000;

export interface PlanNews {
  /** Nothing: the driver knows the plan. "first": the plan was never shown on this terminal. */
  readonly news: PlanChange | "first" | undefined;
  /** Tells whether the server has heard it. */
  readonly acknowledge: () => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
}

/**
 * Watches for plans that the driver has not seen. A new version that changes nothing ahead (an offer that is only held,
 * the driver's own step) is acknowledged by itself; anything else waits for the driver.
 *
 * @param served  the sheet as the server knows it
 * @param recorded  the same with the terminal's own unsent steps
 */
export function usePlanNotice({
  served,
  recorded,
}: {
  readonly served: DutySheet;
  readonly recorded: DutySheet;
}): PlanNews {
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("acknowledgePlan");
  const [seen, see] = useSeenPlan(`noriai.seen.${tenant}.${served.duty?.id ?? "none"}`);
  const { version, acknowledged } = served;
  const behind = version > acknowledged;
  const news = useMemo(() => {
    if (!behind) return undefined;
    if (seen === undefined) return planAhead(served).length === 0 ? undefined : ("first" as const);
    return planChange(seen, served);
  }, [behind, seen, served]);

  const acknowledge = useCallback(async () => {
    const result = await run({ params: { tenant }, body: { version } });
    if (!result.ok) return false;
    see(planAhead(served));
    await readAgain("getDutySheet");
    return true;
  }, [run, tenant, version, served, see, readAgain]);

  useEffect(() => {
    if (!behind && seen === undefined) see(planAhead(served));
  }, [behind, seen, served, see]);
  useUnseen({ due: behind && news === undefined, version, acknowledge });
  useGivenUp({ recorded, seen, see });
  return { news, acknowledge, busy, problem };
}

/** Acknowledges by itself a version that changes nothing for the driver; tries again when the network was gone. */
function useUnseen({
  due,
  version,
  acknowledge,
}: {
  readonly due: boolean;
  readonly version: number;
  readonly acknowledge: () => Promise<boolean>;
}): void {
  const tried = useRef(-1);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` counts the tries
  useEffect(() => {
    if (!due || tried.current === version) return;
    tried.current = version;
    void acknowledge().then((heard) => {
      if (heard) return;
      setTimeout(() => {
        tried.current = -1;
        setAttempt((last) => last + 1);
      }, AGAIN_MS);
    });
  }, [due, version, acknowledge, attempt]);
}

/** A party that the driver gave up waiting for leaves what was seen: that it is gone is no news. */
function useGivenUp({
  recorded,
  seen,
  see,
}: {
  readonly recorded: DutySheet;
  readonly seen: SeenPlan | undefined;
  readonly see: (plan: SeenPlan) => void;
}): void {
  useEffect(() => {
    const gaveUp = recorded.tasks.flatMap(({ boards }) => boards.filter(({ state }) => state === "no_show"));
    const next = gaveUp.reduce((plan, { bookingId }) => withoutParty(plan, bookingId), seen ?? []);
    if (seen !== undefined && next.length < seen.length) see(next);
  }, [recorded, seen, see]);
}

/** The plan last confirmed on this terminal, kept through a reload. Holds no names. */
function useSeenPlan(key: string): readonly [SeenPlan | undefined, (plan: SeenPlan) => void] {
  const [seen, setSeen] = useState<SeenPlan | undefined>(() => parseSeenPlan(localStorage.getItem(key)));
  const see = useCallback(
    (plan: SeenPlan) => {
      localStorage.setItem(key, JSON.stringify(plan));
      setSeen(plan);
    },
    [key],
  );
  return [seen, see];
}
