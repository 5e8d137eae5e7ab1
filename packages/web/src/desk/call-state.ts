import type {
  Booking,
  MemberSummary,
  Quote,
  QuoteAnswer,
  Refusal,
  TripDoubt,
  TripRequestBody,
} from "@noriai/api";
import { tripNeedsIn } from "../needs/trip-needs.ts";
import { emptyDraft, type RequestDraft } from "./request-draft.ts";
import type { Supervised } from "./supervisor/supervised.ts";

/** One phone call: who is on the line, what they want, and how far we are. */
export interface CallState {
  readonly member: MemberSummary | undefined;
  readonly draft: RequestDraft;
  /** Goes up whenever a whole trip was put into the form; the form then leads on to what is still to be said. */
  readonly tripsChosen: number;
  readonly step: CallStep;
  /** What a supervisor allows for this call, outside the phone hours; it ends with the call. 仕様書 3-(2)-② */
  readonly supervised: Supervised | undefined;
}

/** What to ask once more, and whether the caller has confirmed it. Unknown: it could not be found out. */
export type Asking =
  | { readonly kind: "known"; readonly doubts: readonly TripDoubt[]; readonly confirmed: boolean }
  | { readonly kind: "unknown"; readonly confirmed: boolean };

export type CallStep =
  | { readonly kind: "listening" }
  | {
      readonly kind: "offered";
      readonly quote: Quote;
      readonly request: TripRequestBody;
      readonly asking: Asking;
      /** How often the hold was renewed. */
      readonly renewals: number;
      /** A renewal changed what was read to the caller. */
      readonly moved: boolean;
    }
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      readonly request: TripRequestBody;
      readonly asking: Asking;
    }
  | {
      readonly kind: "confirmed";
      readonly booking: Booking;
      /** It has taken the place of another one. */
      readonly isChange: boolean;
    };

export type CallAction =
  | { readonly kind: "member-picked"; readonly member: MemberSummary; readonly date: string }
  | { readonly kind: "supervised"; readonly supervised: Supervised }
  | { readonly kind: "draft-changed"; readonly draft: RequestDraft }
  | { readonly kind: "trip-chosen"; readonly draft: RequestDraft }
  /** The booking stays as it is. */
  | { readonly kind: "change-left"; readonly date: string }
  | {
      readonly kind: "answered";
      readonly answer: QuoteAnswer;
      /** Nothing: they could not be asked for. */
      readonly doubts: readonly TripDoubt[] | undefined;
      readonly request: TripRequestBody;
      readonly draft?: RequestDraft;
    }
  | { readonly kind: "renewed"; readonly answer: QuoteAnswer }
  | { readonly kind: "doubts-confirmed" }
  | { readonly kind: "reconsidered" }
  | { readonly kind: "booked"; readonly booking: Booking }
  | { readonly kind: "next-call"; readonly date: string };

export const firstCall = (date: string): CallState => ({
  member: undefined,
  draft: emptyDraft(date),
  tripsChosen: 0,
  step: { kind: "listening" },
  supervised: undefined,
});

/** What happens to the call; pure, so that nothing typed is lost by accident. */
export function callAfter(call: CallState, action: CallAction): CallState {
  switch (action.kind) {
    case "member-picked":
      return {
        ...firstCall(action.date),
        member: action.member,
        draft: emptyDraft(action.date, tripNeedsIn(action.member.needs)),
        // A supervisor may be asked before the caller has a name; another member is another call.
        supervised: call.member === undefined ? call.supervised : undefined,
      };
    case "supervised":
      return { ...call, supervised: action.supervised };
    case "draft-changed":
      return { ...call, draft: action.draft, step: { kind: "listening" } };
    case "trip-chosen":
      return isOf(call.member, action.draft) ? filledIn(call, action.draft) : call; // that caller has hung up
    case "change-left":
      return filledIn(call, emptyDraft(action.date, tripNeedsIn(call.member?.needs ?? [])));
    case "answered":
      if (!isAbout(call, action.request)) return call; // that caller has hung up, or changes nothing after all
      return { ...call, draft: action.draft ?? call.draft, step: stepOf(action) };
    case "renewed":
      return renewed(call, action.answer);
    case "doubts-confirmed":
      return confirmedDoubts(call);
    case "reconsidered":
      return { ...call, step: { kind: "listening" } };
    case "booked":
      if (call.step.kind !== "offered") return call; // that caller has hung up
      return booked(call, action.booking);
    case "next-call":
      return firstCall(action.date);
  }
}

/** Does a request still say whose trip it is and what it replaces? */
export const isAbout = (
  { member, draft }: CallState,
  { memberId, replaces }: Pick<TripRequestBody, "memberId" | "replaces">,
): boolean => member?.id === memberId && draft.replaces?.booking.id === replaces;

/** The form with a whole trip in it. */
const filledIn = (call: CallState, draft: RequestDraft): CallState => ({
  ...call,
  draft,
  tripsChosen: call.tripsChosen + 1,
  step: { kind: "listening" },
});

/** A booking to be changed is the caller's own. */
const isOf = (member: MemberSummary | undefined, { replaces }: RequestDraft): boolean =>
  replaces === undefined || replaces.memberId === member?.id;

/** What is asked for next is another trip. */
function booked(call: CallState, booking: Booking): CallState {
  const { replaces, ...draft } = call.draft;
  return { ...call, draft, step: { kind: "confirmed", booking, isChange: replaces !== undefined } };
}

function stepOf({
  answer,
  request,
  doubts,
}: {
  readonly answer: QuoteAnswer;
  readonly request: TripRequestBody;
  readonly doubts: readonly TripDoubt[] | undefined;
}): CallStep {
  const asking: Asking =
    doubts === undefined
      ? { kind: "unknown", confirmed: false }
      : { kind: "known", doubts, confirmed: doubts.length === 0 };
  if (answer.kind === "refusal") return { kind: "refused", refusal: answer.refusal, request, asking };
  return { kind: "offered", quote: answer.quote, request, asking, renewals: 0, moved: false };
}

function confirmedDoubts(call: CallState): CallState {
  const { step } = call;
  if (step.kind !== "offered") return call;
  return { ...call, step: { ...step, asking: { ...step.asking, confirmed: true } } };
}

/** A renewed hold keeps its place and what was asked; only a call that is still at the offer takes it. */
function renewed(call: CallState, answer: QuoteAnswer): CallState {
  const { step } = call;
  if (step.kind !== "offered") return call;
  const { request, asking } = step;
  if (answer.kind === "refusal")
    return { ...call, step: { kind: "refused", refusal: answer.refusal, request, asking } };
  const { quote } = answer;
  const moved = step.moved || !saysTheSame(step.quote, quote);
  return { ...call, step: { ...step, quote, renewals: step.renewals + 1, moved } };
}

const saysTheSame = (a: Quote, b: Quote): boolean =>
  a.promise.pickupFrom === b.promise.pickupFrom &&
  a.promise.pickupTo === b.promise.pickupTo &&
  a.promise.arriveBy === b.promise.arriveBy &&
  a.fare.total === b.fare.total;
