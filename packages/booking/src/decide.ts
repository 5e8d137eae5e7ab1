import { type MemberId, never, type QuoteId, type WaitingId } from "@noriai/kernel";
import type { Day, Decision } from "./day.ts";
import { type CancelAnswer, type Cancellation, decideCancel } from "./decide-cancel.ts";
import { type ConfirmAnswer, type Confirmation, decideConfirm } from "./decide-confirm.ts";
import { decideImprove, type ImproveAnswer } from "./decide-improve.ts";
import { decideInstruct, type InstructAnswer } from "./decide-instruct.ts";
import { decideLeaveWaiting, type LeaveAnswer } from "./decide-leave-waiting.ts";
import { decideQuote, type QuoteAnswer } from "./decide-quote.ts";
import { decideRelease, type ReleaseAnswer } from "./decide-release.ts";
import { decideReplan, type ReplanAnswer } from "./decide-replan.ts";
import { decideSettle, type SettleAnswer } from "./decide-settle.ts";
import { decideTask, recordTask, type TaskAnswer } from "./decide-task.ts";
import { decideTold, type ToldAnswer } from "./decide-told.ts";
import { decideWait, type WaitAnswer, type WaitingWish } from "./decide-wait.ts";
import { decideWaitingOffers, type WaitingOffersAnswer } from "./decide-waiting-offers.ts";
import { decideWithWaiting } from "./decide-with-waiting.ts";
import type { Effort } from "./effort.ts";
import type { Instruction } from "./instruction.ts";
import type { TaskEvent } from "./task-event.ts";
import type { TripRequest } from "./trip-request.ts";
import type { World } from "./world.ts";

/** What is to be decided on a day, as data: it can be kept and decided again. */
export type Matter =
  | { readonly kind: "quote"; readonly request: TripRequest }
  | ({ readonly kind: "confirm" } & Confirmation)
  | { readonly kind: "release"; readonly quoteId: QuoteId; readonly memberId: MemberId }
  | ({ readonly kind: "cancel" } & Cancellation)
  /** From a terminal, or entered by somebody from what the driver wrote on paper. */
  | { readonly kind: "task"; readonly event: TaskEvent; readonly isFromPaper?: true }
  /** An entry of a tablet's log. */
  | { readonly kind: "told"; readonly event: TaskEvent }
  /** An entry that contradicted the record, and a person says that it holds. */
  | { readonly kind: "settle"; readonly event: TaskEvent }
  | { readonly kind: "improve"; readonly effort: Effort }
  | { readonly kind: "replan"; readonly effort: Effort }
  | { readonly kind: "instruct"; readonly instruction: Instruction; readonly effort: Effort }
  | ({ readonly kind: "wait" } & WaitingWish)
  | { readonly kind: "leave-waiting"; readonly waitingId: WaitingId; readonly memberId: MemberId }
  | { readonly kind: "waiting-offers" };

/** What each kind of matter is answered with. */
export interface AnswerTo {
  readonly quote: QuoteAnswer;
  readonly confirm: ConfirmAnswer;
  readonly release: ReleaseAnswer;
  readonly cancel: CancelAnswer;
  readonly task: TaskAnswer;
  readonly told: ToldAnswer;
  readonly settle: SettleAnswer;
  readonly improve: ImproveAnswer;
  readonly replan: ReplanAnswer;
  readonly instruct: InstructAnswer;
  readonly wait: WaitAnswer;
  readonly "leave-waiting": LeaveAnswer;
  readonly "waiting-offers": WaitingOffersAnswer;
}

/**
 * What a decision was given from outside, beside the day: with it the same decision can be taken again.
 * Who a member is was never asked, only whether there is one; nothing here names a person.
 */
export interface Given {
  readonly matter: Matter;
  readonly world: World;
  readonly drawn: Drawn;
}

/** What the decision drew from the world, in order. */
export interface Drawn {
  readonly ids: readonly string[];
  readonly chances: readonly number[];
  /** The members that were looked up, and whether they were found. */
  readonly members: Readonly<Record<string, boolean>>;
}

/** A decision together with what it was given. */
export type Taken<Answer> = Decision<Answer> & { readonly given: Given };

/** Takes one decision on a day, and keeps what it was given so that it can be taken again. The one way to decide. */
export function decide<M extends Matter>(world: World, day: Day, matter: M): Taken<AnswerTo[M["kind"]]> {
  const { drawing, drawn } = noting(world);
  const takesRoom = TAKES_ROOM.has(matter.kind);
  const taken = decideWithWaiting(drawing, day, {
    takesRoom,
    take: (open) => decideMatter(drawing, open, matter) as Decision<AnswerTo[M["kind"]]>,
  });
  return { ...taken, given: { matter, world, drawn } };
}

/** Matters that give room away: those who wait are asked before. */
const TAKES_ROOM: ReadonlySet<Matter["kind"]> = new Set<Matter["kind"]>(["quote", "confirm", "wait"]);

function decideMatter(world: World, day: Day, matter: Matter): Decision<AnswerTo[Matter["kind"]]> {
  switch (matter.kind) {
    case "quote":
      return decideQuote(world, day, matter.request);
    case "confirm":
      return decideConfirm(world, day, matter);
    case "release":
      return decideRelease(world, day, matter);
    case "cancel":
      return decideCancel(world, day, matter);
    case "task":
      return (matter.isFromPaper ? recordTask : decideTask)(world, day, matter.event);
    case "told":
      return decideTold(world, day, matter.event);
    case "settle":
      return decideSettle(world, day, matter.event);
    case "improve":
      return decideImprove(world, day, matter.effort);
    case "replan":
      return decideReplan(world, day, matter.effort);
    case "instruct":
      return decideInstruct(world, day, matter);
    case "wait":
      return decideWait(world, day, matter);
    case "leave-waiting":
      return decideLeaveWaiting(world, day, matter);
    case "waiting-offers":
      return decideWaitingOffers(world, day);
    default:
      return never(matter);
  }
}

/** The world, with a note of everything that is drawn from it. */
function noting(world: World): { readonly drawing: World; readonly drawn: Drawn } {
  const ids: string[] = [];
  const chances: number[] = [];
  const members: Record<string, boolean> = {};
  const drawing: World = {
    ...world,
    newId() {
      const id = world.newId();
      ids.push(id);
      return id;
    },
    random() {
      const chance = world.random();
      chances.push(chance);
      return chance;
    },
    findMember(id) {
      const member = world.findMember(id);
      members[id] = member !== undefined;
      return member;
    },
  };
  return { drawing, drawn: { ids, chances, members } };
}
