import type { Problem, QuoteAnswer, TripRequestBody } from "@noriai/api";
import { useCallback, useState } from "react";
import { useReadNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { call } from "../server.ts";

interface Answered {
  /** The request as text: an answer counts only for the request that it was given to. */
  readonly request: string;
  readonly answer: QuoteAnswer;
}

export interface OfferDesk {
  /** The server's answer to this very request, if there is one. */
  readonly answerTo: (request: TripRequestBody) => QuoteAnswer | undefined;
  readonly ask: (request: TripRequestBody) => Promise<void>;
  /** Gives a held seat back and forgets the answer. */
  readonly giveBack: () => Promise<void>;
  readonly forget: () => void;
  readonly asking: boolean;
  readonly problem: Problem | undefined;
}

const keyOf = (tenant: string) => `noriai.offer.${tenant}`;

/** Asks for offers, one at a time: asking anew first gives the last held seat back, so that it is not in its own way. */
export function useOffer(tenant: string): OfferDesk {
  const [answered, setAnswered] = useState<Answered | undefined>(() => kept(tenant));
  const { run, busy, problem } = useCommand("askQuote");
  const readNow = useReadNow();

  const forget = useCallback(() => {
    sessionStorage.removeItem(keyOf(tenant));
    setAnswered(undefined);
  }, [tenant]);

  const giveBack = useCallback(async () => {
    const held = kept(tenant)?.answer;
    forget();
    if (held?.kind !== "quote" || epochMs(held.quote.expiresAt) / 1000 <= readNow()) return;
    await call("releaseQuote", { params: { tenant, quoteId: held.quote.id } });
  }, [tenant, forget, readNow]);

  const ask = useCallback(
    async (request: TripRequestBody) => {
      await giveBack();
      const result = await run({ params: { tenant }, body: request });
      if (!result.ok) return;
      const next = { request: JSON.stringify(request), answer: result.value };
      sessionStorage.setItem(keyOf(tenant), JSON.stringify(next));
      setAnswered(next);
    },
    [tenant, giveBack, run],
  );

  const answerTo = useCallback(
    (request: TripRequestBody) =>
      answered?.request === JSON.stringify(request) ? answered.answer : undefined,
    [answered],
  );
  return { answerTo, ask, giveBack, forget, asking: busy, problem };
}

function kept(tenant: string): Answered | undefined {
  const text = sessionStorage.getItem(keyOf(tenant));
  return text === null ? undefined : (JSON.parse(text) as Answered);
}
