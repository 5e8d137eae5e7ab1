import type { Booking, MemberSummary, Quote, QuoteAnswer, Refusal, TripRequestBody } from "@noriai/api";
import { emptyDraft, type RequestDraft } from "./request-draft.ts";

/** One phone call: who is on the line, what they want, and how far we are. */
export interface CallState {
  readonly member: MemberSummary | undefined;
  readonly draft: RequestDraft;
  readonly step: CallStep;
}

export type CallStep =
  | { readonly kind: "listening" }
  | {
      readonly kind: "offered";
      readonly quote: Quote;
      readonly request: TripRequestBody;
      /** How often the hold was renewed. */
      readonly renewals: number;
      /** A renewal changed what was read to the caller. */
      readonly moved: boolean;
    }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly request: TripRequestBody }
  | { readonly kind: "confirmed"; readonly booking: Booking };

export type CallAction =
  | { readonly kind: "member-picked"; readonly member: MemberSummary; readonly date: string }
  | { readonly kind: "draft-changed"; readonly draft: RequestDraft }
  | {
      readonly kind: "answered";
      readonly answer: QuoteAnswer;
      readonly request: TripRequestBody;
      readonly draft?: RequestDraft;
    }
  | { readonly kind: "renewed"; readonly answer: QuoteAnswer }
  | { readonly kind: "reconsidered" }
  | { readonly kind: "booked"; readonly booking: Booking }
  | { readonly kind: "next-call"; readonly date: string };

export const firstCall = (date: string): CallState => ({
  member: undefined,
  draft: emptyDraft(date),
  step: { kind: "listening" },
});

/** What happens to the call; pure, so that nothing typed is lost by accident. */
export function callAfter(call: CallState, action: CallAction): CallState {
  switch (action.kind) {
    case "member-picked":
      return { ...firstCall(action.date), member: action.member };
    case "draft-changed":
      return { ...call, draft: action.draft, step: { kind: "listening" } };
    case "answered":
      return { ...call, draft: action.draft ?? call.draft, step: stepOf(action.answer, action.request) };
    case "renewed":
      return renewed(call, action.answer);
    case "reconsidered":
      return { ...call, step: { kind: "listening" } };
    case "booked":
      return { ...call, step: { kind: "confirmed", booking: action.booking } };
    case "next-call":
      return firstCall(action.date);
  }
}

function stepOf(answer: QuoteAnswer, request: TripRequestBody): CallStep {
  if (answer.kind === "refusal") return { kind: "refused", refusal: answer.refusal, request };
  return { kind: "offered", quote: answer.quote, request, renewals: 0, moved: false };
}

/** A renewed hold keeps its place; only a call that is still at the offer takes it. */
function renewed(call: CallState, answer: QuoteAnswer): CallState {
  const { step } = call;
  if (step.kind !== "offered") return call;
  if (answer.kind === "refusal") return { ...call, step: stepOf(answer, step.request) };
  const { quote } = answer;
  const moved = step.moved || !saysTheSame(step.quote, quote);
  return { ...call, step: { ...step, quote, renewals: step.renewals + 1, moved } };
}

const saysTheSame = (a: Quote, b: Quote): boolean =>
  a.promise.pickupFrom === b.promise.pickupFrom &&
  a.promise.pickupTo === b.promise.pickupTo &&
  a.promise.arriveBy === b.promise.arriveBy &&
  a.fare.total === b.fare.total;
