import type { Change, Day, Duty, Undoable } from "@noriai/booking";
import type { Plan, Route } from "@noriai/dispatch";
import { assert } from "@noriai/kernel";

/**
 * The changes of a decision as they are kept: of a plan only the routes that are new, the others by the id of their duty
 * ("as before"); of duties likewise. What somebody typed as a reason is left out: it may name a person.
 */
export type KeptChange =
  | Exclude<Change, { readonly kind: "plan-changed" }>
  | {
      readonly kind: "plan-changed";
      readonly routes: readonly (string | Route)[];
      readonly duties?: readonly (string | Duty)[];
      readonly undoable?: "none" | KeptUndoable;
      readonly closures?: NonNullable<Day["closures"]>;
    };

type KeptUndoable = Omit<Undoable, "plan"> & { readonly routes: readonly (string | Route)[] };

export const keptChanges = (before: Day, changes: readonly Change[]): readonly KeptChange[] =>
  changes.map((change) => keptChange(before, change));

export const changesOf = (before: Day, kept: readonly KeptChange[]): readonly Change[] =>
  kept.map((change) => changeOf(before, change));

function keptChange(before: Day, change: Change): KeptChange {
  if (change.kind === "booking-cancelled" && change.booking.cancellation !== undefined) {
    const { at } = change.booking.cancellation;
    return { ...change, booking: { ...change.booking, cancellation: { at, reason: "" } } };
  }
  if (change.kind !== "plan-changed") return change;
  const { plan, duties, undoable, ...rest } = change;
  return {
    ...rest,
    routes: keptRoutes(before, plan),
    ...(duties && { duties: asBefore(duties, before.duties, ({ id }) => id) }),
    ...(undoable !== undefined && {
      undoable: undoable === "none" ? undoable : keptUndoable(before, undoable),
    }),
  };
}

const keptUndoable = (before: Day, { plan, ...undoable }: Undoable): KeptUndoable => ({
  ...undoable,
  routes: keptRoutes(before, plan),
});

const keptRoutes = (before: Day, plan: Plan) =>
  asBefore(plan.routes, before.plan.routes, ({ dutyId }) => dutyId);

function asBefore<T>(now: readonly T[], before: readonly T[], idOf: (one: T) => string): (string | T)[] {
  const texts = new Map(before.map((one) => [idOf(one), JSON.stringify(one)]));
  return now.map((one) => (texts.get(idOf(one)) === JSON.stringify(one) ? idOf(one) : one));
}

function changeOf(before: Day, kept: KeptChange): Change {
  if (kept.kind !== "plan-changed") return kept;
  const { routes, duties, undoable, ...rest } = kept;
  return {
    ...rest,
    plan: planOf(before, routes),
    ...(duties && { duties: restored(duties, before.duties, ({ id }) => id) }),
    ...(undoable !== undefined && {
      undoable: undoable === "none" ? undoable : undoableOf(before, undoable),
    }),
  };
}

const undoableOf = (before: Day, { routes, ...undoable }: KeptUndoable): Undoable => ({
  ...undoable,
  plan: planOf(before, routes),
});

const planOf = (before: Day, routes: readonly (string | Route)[]): Plan => ({
  routes: restored(routes, before.plan.routes, ({ dutyId }) => dutyId),
});

function restored<T>(
  kept: readonly (string | T)[],
  before: readonly T[],
  idOf: (one: T) => string,
): readonly T[] {
  return kept.map((one) => {
    if (typeof one !== "string") return one;
    const found = before.find((other) => idOf(other) === one);
    assert(found !== undefined, `what is kept as before was there before: ${one}`);
    return found;
  });
}
