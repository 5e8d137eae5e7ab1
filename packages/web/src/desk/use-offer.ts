import type { Problem, TripRequestBody } from "@noriai/api";
import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { useNow } from "../clock.tsx";
import { useCommand, usePlainCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import type { CallAction, CallState } from "./call-state.ts";
import type { Mend } from "./doubts/doubt-list.tsx";
import { type HoldState, holdState } from "./hold.ts";
import type { Deed } from "./log/deeds.ts";
import { mendedDraft, type RequestDraft, requestOf } from "./request-draft.ts";
import type { Supervised } from "./supervisor/supervisor-entry.tsx";

export interface OfferDesk {
  /** @param draft  the form as it stands with this request, when it was not typed there */
  readonly ask: (request: TripRequestBody, draft?: RequestDraft) => Promise<void>;
  readonly asking: boolean;
  /** Asks again for the wish as it was probably meant. */
  readonly mend: (mend: Mend) => Promise<void>;
  readonly doubtsConfirmed: () => void;
  readonly confirm: () => Promise<void>;
  readonly confirming: boolean;
  /** Gives the held places back and returns to the request. */
  readonly reconsider: () => void;
  readonly renew: () => Promise<void>;
  readonly hold: HoldState | undefined;
  readonly problem: Problem | undefined;
}

/**
 * Asks for offers, and what to ask the caller once more; keeps offers held while the call lasts, and books them.
 *
 * @param permission  of a supervisor, outside the phone hours
 */
export function useOffer({
  call,
  act,
  permission,
  note,
}: {
  readonly call: CallState;
  readonly act: Dispatch<CallAction>;
  readonly permission: Supervised | undefined;
  readonly note: (deed: Deed) => void;
}): OfferDesk {
  const { tenant, service } = useTenancy();
  const params = { tenant };
  const now = useNow();
  const readAgain = useReadAgain();
  const quoting = useCommand("askQuote");
  const doubting = usePlainCommand("doubtTrip");
  const renewing = useCommand("askQuote");
  const confirming = useCommand("confirmQuote");
  const releasing = usePlainCommand("releaseQuote");
  const { step } = call;
  const offered = step.kind === "offered" ? step : undefined;
  const hold =
    offered?.quote.held === true
      ? holdState({ expiresAt: epochMs(offered.quote.expiresAt) / 1000, now, renewals: offered.renewals })
      : undefined;

  const ask = async (wish: TripRequestBody, draft?: RequestDraft) => {
    const { supervised: _, ...bare } = wish;
    const request = permission === undefined ? bare : { ...bare, supervised: permission };
    const [result, doubts] = await Promise.all([
      quoting.run({ params, body: request }),
      doubting.run({ params, body: { ...bare, memberId: bare.memberId ?? "" } }),
    ]);
    if (!result.ok) return;
    if (result.value.kind === "refusal") note({ kind: "refused" });
    const asked = doubts.ok ? doubts.value.doubts : undefined;
    act({ kind: "answered", answer: result.value, doubts: asked, request, ...(draft && { draft }) });
  };
  const release = () => {
    if (offered?.quote.held) void releasing.run({ params: { tenant, quoteId: offered.quote.id } });
  };
  const mend = async (mend: Mend) => {
    if (call.member === undefined || quoting.busy) return;
    release();
    const draft = mendedDraft(call.draft, mend, service.timeZone);
    await ask(requestOf({ draft, memberId: call.member.id, timeZone: service.timeZone }), draft);
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
    const { asking } = offered;
    const doubts = asking.kind === "known" ? asking.doubts.map(({ kind }) => kind) : [];
    note({ kind: "booked", bookingId: result.value.id, doubts });
    act({ kind: "booked", booking: result.value });
    await readAgain("listMemberBookings");
  };
  const reconsider = () => {
    release();
    act({ kind: "reconsidered" });
  };
  return {
    ask,
    asking: quoting.busy || doubting.busy,
    mend,
    doubtsConfirmed: () => act({ kind: "doubts-confirmed" }),
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
