import type { Problem, TripRequestBody } from "@noriai/api";
import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { useNow } from "../clock.tsx";
import { useCommand, usePlainCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import type { CallAction, CallState } from "./call-state.ts";
import { type HoldState, holdState } from "./hold.ts";
import type { RequestDraft } from "./request-draft.ts";

export interface OfferDesk {
  /** @param draft  the form as it stands with this request, when it was not typed there */
  readonly ask: (request: TripRequestBody, draft?: RequestDraft) => Promise<void>;
  readonly asking: boolean;
  readonly confirm: () => Promise<void>;
  readonly confirming: boolean;
  /** Gives the held places back and returns to the request. */
  readonly reconsider: () => void;
  readonly renew: () => Promise<void>;
  readonly hold: HoldState | undefined;
  readonly problem: Problem | undefined;
}

/** Asks for offers, keeps them held while the call lasts, and books them. */
export function useOffer(call: CallState, act: Dispatch<CallAction>): OfferDesk {
  const { tenant } = useTenancy();
  const params = { tenant };
  const now = useNow();
  const readAgain = useReadAgain();
  const quoting = useCommand("askQuote");
  const renewing = useCommand("askQuote");
  const confirming = useCommand("confirmQuote");
  const releasing = usePlainCommand("releaseQuote");
  const { step } = call;
  const offered = step.kind === "offered" ? step : undefined;
  const hold =
    offered?.quote.held === true
      ? holdState({ expiresAt: epochMs(offered.quote.expiresAt) / 1000, now, renewals: offered.renewals })
      : undefined;

  const ask = async (request: TripRequestBody, draft?: RequestDraft) => {
    const result = await quoting.run({ params, body: request });
    if (result.ok) act({ kind: "answered", answer: result.value, request, ...(draft && { draft }) });
  };
  /** Asking for the same again lets the server put the new hold in the place of the old one. */
  const renew = useCallback(async () => {
    if (offered === undefined) return;
    const result = await renewing.run({ params: { tenant }, body: offered.request });
    if (result.ok) act({ kind: "renewed", answer: result.value });
  }, [offered, renewing.run, tenant, act]);
  useRenewal({ due: hold?.kind === "renew", quoteId: offered?.quote.id, renew });

  const confirm = async () => {
    if (offered === undefined) return;
    const result = await confirming.run({ params: { tenant, quoteId: offered.quote.id } });
    if (!result.ok) return;
    act({ kind: "booked", booking: result.value });
    await readAgain("listMemberBookings");
  };
  const reconsider = () => {
    if (offered?.quote.held) void releasing.run({ params: { tenant, quoteId: offered.quote.id } });
    act({ kind: "reconsidered" });
  };
  return {
    ask,
    asking: quoting.busy,
    confirm,
    confirming: confirming.busy,
    reconsider,
    renew,
    hold,
    problem: offered === undefined ? quoting.problem : (confirming.problem ?? renewing.problem),
  };
}

/** Renews once for each held offer; when the connection fails, the operator sees it and may press the button. */
function useRenewal({
  due,
  quoteId,
  renew,
}: {
  readonly due: boolean;
  readonly quoteId: string | undefined;
  readonly renew: () => Promise<void>;
}): void {
  const renewed = useRef<string>(undefined);
  useEffect(() => {
    if (!due || renewed.current === quoteId) return;
    renewed.current = quoteId;
    void renew();
  }, [due, quoteId, renew]);
}
