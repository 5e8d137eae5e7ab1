import type { Change, Day, Drawn, Matter, Member, World } from "@noriai/booking";
import type { MemberId } from "@noriai/kernel";

/** What is sent to the thread: everything a decision may look at, as plain data. */
export interface ThoughtAsked {
  readonly world: Omit<World, "newId" | "random" | "findMember">;
  readonly supply: Supply;
  readonly day: Day;
  readonly matter: Matter;
}

/** What a decision may draw, drawn beforehand: a thread has neither chance nor members of its own. */
export interface Supply {
  readonly ids: readonly string[];
  readonly chances: readonly number[];
  readonly members: ReadonlyMap<MemberId, Member | undefined>;
}

/** What comes back. */
export type Thought =
  | {
      readonly kind: "decided";
      readonly answer: unknown;
      readonly changes: readonly Change[];
      readonly day: Day;
      readonly drawn: Drawn;
    }
  | { readonly kind: "failed"; readonly message: string };
