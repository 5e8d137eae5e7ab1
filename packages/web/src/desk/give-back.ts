import type { Quote, QuoteAnswer } from "@noriai/api";
import { useEffect, useMemo, useRef } from "react";
import { call } from "../server.ts";
import { useTenancy } from "../shell/session.ts";

export interface GiveBack {
  /** This offer is being taken, or the server has put another in its place: it is not given back. */
  readonly keep: (quoteId: string) => void;
  /** It could not be taken after all. */
  readonly keepNoMore: () => void;
  /** Gives back what an answer holds for which nobody waits any more. */
  readonly refuse: (answer: QuoteAnswer) => void;
}

/**
 * Gives the places of a held offer back as soon as it is left behind, by whatever door: another wish, the end of the
 * call, another caller, another page. Otherwise a "no" would keep a seat from everybody else for the whole hold.
 *
 * @param quote  the offer on the screen
 */
export function useGiveBack(quote: Quote | undefined): GiveBack {
  const { tenant } = useTenancy();
  const kept = useRef<string>(undefined);
  const held = quote?.held ? quote.id : undefined;
  useEffect(() => {
    if (held === undefined) return;
    return () => {
      if (kept.current !== held) void call("releaseQuote", { params: { tenant, quoteId: held } });
    };
  }, [held, tenant]);
  return useMemo(
    () => ({
      keep(quoteId) {
        kept.current = quoteId;
      },
      keepNoMore() {
        kept.current = undefined;
      },
      refuse(answer) {
        if (answer.kind !== "quote" || !answer.quote.held) return;
        void call("releaseQuote", { params: { tenant, quoteId: answer.quote.id } });
      },
    }),
    [tenant],
  );
}
