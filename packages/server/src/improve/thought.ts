import type { Change, Day, Drawn, Matter, World } from "@noriai/booking";

/** What is sent to the thread: everything a decision may look at, as plain data. */
export interface ThoughtAsked {
  readonly world: Omit<World, "newId" | "random" | "findMember">;
  readonly day: Day;
  readonly matter: Matter;
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
