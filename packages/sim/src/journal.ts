import type { Booking, Problem, RouteName } from "@noriai/api";
import type { EpochSeconds, Result } from "@noriai/kernel";
import type { Channel } from "./plan/life-plan.ts";
import type { Answered } from "./post.ts";

/** What somebody was told, or did. */
export type Told =
  | { readonly kind: "asked" | "declined" | "gave-up"; readonly wish: string; readonly channel: Channel }
  | { readonly kind: "offered"; readonly wish: string; readonly channel: Channel }
  | {
      readonly kind: "refused";
      readonly wish: string;
      readonly channel: Channel;
      /** The weightiest rule that stood against it. */
      readonly because: string;
      readonly alternatives: number;
    }
  | {
      readonly kind: "confirmed";
      readonly wish: string;
      readonly channel: Channel;
      readonly booking: Booking;
    }
  | { readonly kind: "changed"; readonly wish: string; readonly old: string; readonly booking: Booking }
  | { readonly kind: "cancelled"; readonly booking: string }
  /** The hold ended, intake stopped, or a rule stood against it now. */
  | { readonly kind: "not-possible"; readonly route: RouteName; readonly because: string }
  | { readonly kind: "called"; readonly waited: number }
  | { readonly kind: "told-late"; readonly booking: string; readonly tell: ToldTimes }
  | {
      readonly kind: "boarded" | "alighted" | "no-show" | "fare";
      readonly booking: string;
      readonly at: EpochSeconds;
    }
  | { readonly kind: "jam"; readonly by: number }
  | { readonly kind: "step-refused"; readonly step: string; readonly because: string }
  | { readonly kind: "error"; readonly route: RouteName; readonly status: number; readonly problem: string };

/** The latest times that a call named. */
export type ToldTimes = Pick<Booking["promise"], "pickupTo" | "arriveBy">;

export type Note = Told & { readonly at: EpochSeconds };

/** Keeps what everybody was told, in the order in which it was told. */
export interface Journal {
  readonly notes: readonly Note[];
  readonly answers: readonly Answered[];
  tell(told: Told): void;
  hear(answered: Answered): void;
  /** The value of an answer; a problem becomes a note, an expected one or an error. */
  valueOf<T>(route: RouteName, answer: Result<T, Problem>): T | undefined;
}

/** @param lengthMax  of each list; the oldest go first, so that a town may live for weeks */
export function createJournal({
  now,
  lengthMax = Number.POSITIVE_INFINITY,
}: {
  readonly now: () => EpochSeconds;
  readonly lengthMax?: number;
}): Journal {
  const notes: Note[] = [];
  const answers: Answered[] = [];
  const keep = <T>(list: T[], one: T): void => {
    list.push(one);
    if (list.length > lengthMax) list.shift();
  };
  const tell = (told: Told): void => keep(notes, { ...told, at: "at" in told ? told.at : now() } as Note);
  return {
    notes,
    answers,
    tell,
    hear: (answered) => keep(answers, answered),
    valueOf(route, answer) {
      if (answer.ok) return answer.value;
      const { kind, status, rejections, title, fields } = answer.error;
      if (kind === "not-possible-now")
        tell({ kind: "not-possible", route, because: rejections?.[0]?.kind ?? kind });
      else
        tell({
          kind: "error",
          route,
          status,
          problem: [kind, title, JSON.stringify(fields ?? [])].join(" "),
        });
      return undefined;
    },
  };
}
