import type { BookingPage, Problem, QuoteAnswer, TripRequestBody } from "@noriai/api";
import { type Dispatch, useCallback, useEffect, useMemo, useRef } from "react";
import { isOvertaken } from "../bookings/is-overtaken.ts";
import { useNow } from "../clock.tsx";
import { useCommand, usePlainCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { type CallAction, type CallState, type CallStep, isAbout } from "./call-state.ts";
import type { Mend } from "./doubts/doubt-list.tsx";
import { type GiveBack, useGiveBack } from "./give-back.ts";
import { type HoldState, holdState } from "./hold.ts";
import type { Deed } from "./log/deeds.ts";
import { mendedDraft, type RequestDraft, requestOf } from "./request-draft.ts";
import { permissionOf } from "./supervisor/supervised.ts";

export interface OfferDesk {
  /** @param draft  the form as it stands with this request, when it was not typed there */
  readonly ask: (request: TripRequestBody, draft?: RequestDraft) => Promise<void>;
  readonly asking: boolean;
  /** Asks again for the wish as it was probably meant. */
  readonly mend: (mend: Mend) => Promise<void>;
  readonly doubtsConfirmed: () => void;
  readonly confirm: () => Promise<void>;
  readonly confirming: boolean;
  /** Returns to the request. */
  readonly reconsider: () => void;
  readonly renew: () => Promise<void>;
  readonly hold: HoldState | undefined;
  readonly problem: Problem | undefined;
}

interface Offering {
  readonly call: CallState;
  readonly act: Dispatch<CallAction>;
  readonly note: (deed: Deed) => void;
}

/**
 * Asks for offers, and what to ask the caller once more; keeps offers held while the caller thinks about them, gives
 * them back when it is left, and books them or puts them in the place of the booking that is changed.
 */
export function useOffer({ call, act, note }: Offering): OfferDesk {
  const now = useNow();
  const { step, draft } = call;
  const offered = step.kind === "offered" ? step : undefined;
  const hold = offered && holdOf(offered, now);
  const giveBack = useGiveBack(offered?.quote);
  const onLine = useOnLine(call);
  const asking = useAsking({ call, act, note, onLine, refuse: giveBack.refuse });
  const renewing = useRenewal({ offered, isDue: hold?.kind === "renew", act, onLine, giveBack });
  const confirming = useConfirming({ offered, draft, act, note, onLine, giveBack });
  return {
    ask: (request, typed) => {
      confirming.forgetProblem();
      return asking.ask(request, typed);
    },
    asking: asking.busy,
    mend: (mend) => {
      confirming.forgetProblem();
      return asking.mend(mend);
    },
    doubtsConfirmed: () => act({ kind: "doubts-confirmed" }),
    confirm: confirming.confirm,
    confirming: confirming.busy,
    reconsider: () => act({ kind: "reconsidered" }),
    renew: renewing.renew,
    hold,
    problem: offered === undefined ? asking.problem : (confirming.problem ?? renewing.problem),
  };
}

type Offered = Extract<CallStep, { kind: "offered" }>;

/** An offer that is not held, as some changes are, can only be over. */
function holdOf({ quote, renewals }: Offered, now: number): HoldState | undefined {
  const state = holdState({ expiresAt: epochMs(quote.expiresAt) / 1000, now, renewals });
  return quote.held || state.kind === "expired" ? state : undefined;
}

const doubtsOf = ({ asking }: Offered) =>
  asking.kind === "known" ? asking.doubts.map(({ kind }) => kind) : [];

/** Asks the engine for the offer and the service for doubts, at once. */
function useAsking({
  call,
  act,
  note,
  onLine,
  refuse,
}: Offering & {
  readonly onLine: OnLine;
  /** Gives back what a late answer holds. */
  readonly refuse: (answer: QuoteAnswer) => void;
}) {
  const { tenant, service } = useTenancy();
  const params = { tenant };
  const quoting = useCommand("askQuote");
  const doubting = usePlainCommand("doubtTrip");
  const ask = async (wish: TripRequestBody, draft?: RequestDraft) => {
    const { supervised: _, ...bare } = wish;
    const permission = service.phoneOpen ? undefined : permissionOf(call.supervised);
    const request = permission === undefined ? bare : { ...bare, supervised: permission };
    const [result, doubts] = await Promise.all([
      quoting.run({ params, body: request }),
      doubting.run({ params, body: { ...bare, memberId: bare.memberId ?? "" } }),
    ]);
    if (!result.ok) return;
    if (!onLine.isFor(request)) return refuse(result.value);
    if (result.value.kind === "refusal") note({ kind: "refused" });
    const asked = doubts.ok ? doubts.value.doubts : undefined;
    act({ kind: "answered", answer: result.value, doubts: asked, request, ...(draft && { draft }) });
  };
  const mend = async (mend: Mend) => {
    if (call.member === undefined || quoting.busy) return;
    const draft = mendedDraft(call.draft, mend, service.timeZone);
    await ask(requestOf({ draft, memberId: call.member.id, timeZone: service.timeZone }), draft);
  };
  return { ask, mend, busy: quoting.busy || doubting.busy, problem: quoting.problem };
}

interface OnLine {
  /** Is the call still at this offer? */
  readonly isAt: (quoteId: string) => boolean;
  /** Is it still that caller's wish, and for the same booking? */
  readonly isFor: (request: TripRequestBody) => boolean;
}

/** Who is on the line when an answer comes, which may be another one than when it was asked for. */
function useOnLine(call: CallState): OnLine {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  }, [call]);
  return useMemo(
    () => ({
      isAt(quoteId) {
        const { step } = latest.current;
        return step.kind === "offered" && step.quote.id === quoteId;
      },
      isFor: (request) => isAbout(latest.current, request),
    }),
    [],
  );
}

interface AtOffer {
  readonly offered: Offered | undefined;
  readonly act: Dispatch<CallAction>;
  readonly onLine: OnLine;
  readonly giveBack: GiveBack;
}

function useConfirming({
  offered,
  draft: { replaces },
  act,
  note,
  onLine,
  giveBack,
}: AtOffer & Pick<CallState, "draft"> & Pick<Offering, "note">) {
  const readAgain = useReadAgain();
  const { take, ...taking } = useTaking(replaces);
  const confirm = async () => {
    if (offered === undefined) return;
    const quoteId = offered.quote.id;
    giveBack.keep(quoteId); // The end of the call does not take back a "yes" that is on its way.
    const result = await take(quoteId);
    if (!result.ok) {
      giveBack.keepNoMore();
      return isOvertaken(result.error) ? readAgain("getBooking") : undefined;
    }
    const kind = replaces === undefined ? "booked" : "changed";
    if (onLine.isAt(quoteId)) note({ kind, bookingId: result.value.id, doubts: doubtsOf(offered) });
    act({ kind: "booked", booking: result.value });
    await readAgain("listMemberBookings");
  };
  return { ...taking, confirm };
}

/** An offer becomes a booking; or it takes the place of one that is still as the operator saw it. */
function useTaking(replaces: BookingPage | undefined) {
  const { tenant } = useTenancy();
  const booking = useCommand("confirmQuote");
  const changing = useCommand("changeBooking");
  return {
    take: (quoteId: string) =>
      replaces === undefined
        ? booking.run({ params: { tenant, quoteId } })
        : changing.run({
            params: { tenant, bookingId: replaces.booking.id },
            body: { quoteId, version: replaces.version },
          }),
    busy: booking.busy || changing.busy,
    problem: replaces === undefined ? booking.problem : changing.problem,
    forgetProblem() {
      booking.forgetProblem();
      changing.forgetProblem();
    },
  };
}

/**
 * Renews once for each held offer; when the connection fails, the operator sees it and may press the button. Asking for
 * the same again lets the server put the new hold in the place of the old one.
 */
function useRenewal({ offered, isDue, act, onLine, giveBack }: AtOffer & { readonly isDue: boolean }) {
  const { tenant } = useTenancy();
  const { run, problem } = useCommand("askQuote");
  const renewed = useRef<string>(undefined);
  const renew = useCallback(async () => {
    if (offered === undefined) return;
    const result = await run({ params: { tenant }, body: offered.request });
    if (!result.ok) return;
    if (!onLine.isAt(offered.quote.id)) return giveBack.refuse(result.value);
    giveBack.keep(offered.quote.id);
    act({ kind: "renewed", answer: result.value });
  }, [offered, run, tenant, act, onLine, giveBack]);
  const quoteId = offered?.quote.id;
  useEffect(() => {
    if (!isDue || renewed.current === quoteId) return;
    renewed.current = quoteId;
    void renew();
  }, [isDue, quoteId, renew]);
  return { renew, problem };
}
