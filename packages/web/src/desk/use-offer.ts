import type { Problem, TripRequestBody } from "@noriai/api";
import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { useNow } from "../clock.tsx";
import { useCommand, usePlainCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import type { CallAction, CallState, CallStep } from "./call-state.ts";
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

interface Offering {
  readonly call: CallState;
  readonly act: Dispatch<CallAction>;
  /** Of a supervisor, outside the phone hours. */
  readonly permission: Supervised | undefined;
  readonly note: (deed: Deed) => void;
}

/**
 * Asks for offers, and what to ask the caller once more; keeps offers held while the call lasts, and books them.
 */
export function useOffer({ call, act, permission, note }: Offering): OfferDesk {
  const { tenant } = useTenancy();
  const now = useNow();
  const readAgain = useReadAgain();
  const renewing = useCommand("askQuote");
  const confirming = useCommand("confirmQuote");
  const releasing = usePlainCommand("releaseQuote");
  const { step } = call;
  const offered = step.kind === "offered" ? step : undefined;
  const hold = offered && holdOf(offered, now);
  const release = () => {
    if (offered?.quote.held) void releasing.run({ params: { tenant, quoteId: offered.quote.id } });
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
    note({ kind: "booked", bookingId: result.value.id, doubts: doubtsOf(offered) });
    act({ kind: "booked", booking: result.value });
    await readAgain("listMemberBookings");
  };
  const asking = useAsking({ call, act, permission, note, release });
  return {
    ask: asking.ask,
    asking: asking.busy,
    mend: asking.mend,
    doubtsConfirmed: () => act({ kind: "doubts-confirmed" }),
    confirm,
    confirming: confirming.busy,
    reconsider() {
      release();
      act({ kind: "reconsidered" });
    },
    renew,
    hold,
    problem: offered === undefined ? asking.problem : (confirming.problem ?? renewing.problem),
  };
}

type Offered = Extract<CallStep, { kind: "offered" }>;

const holdOf = ({ quote, renewals }: Offered, now: number): HoldState | undefined =>
  quote.held ? holdState({ expiresAt: epochMs(quote.expiresAt) / 1000, now, renewals }) : undefined;

const doubtsOf = ({ asking }: Offered) =>
  asking.kind === "known" ? asking.doubts.map(({ kind }) => kind) : [];

/** Asks the engine for the offer and the service for doubts, at once. */
function useAsking({
  call,
  act,
  permission,
  note,
  release,
}: Offering & { /** Gives back what is held. */ readonly release: () => void }) {
  const { tenant, service } = useTenancy();
  const params = { tenant };
  const quoting = useCommand("askQuote");
  const doubting = usePlainCommand("doubtTrip");
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
  const mend = async (mend: Mend) => {
    if (call.member === undefined || quoting.busy) return;
    release();
    const draft = mendedDraft(call.draft, mend, service.timeZone);
    await ask(requestOf({ draft, memberId: call.member.id, timeZone: service.timeZone }), draft);
  };
  return { ask, mend, busy: quoting.busy || doubting.busy, problem: quoting.problem };
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
