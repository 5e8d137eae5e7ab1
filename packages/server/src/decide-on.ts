import type { RouteName } from "@noriai/api";
import type { Day } from "@noriai/booking";
import { fail, ok, type Result, type ServiceDate } from "@noriai/kernel";
import type { DayCommand, TenantTransaction } from "@noriai/store";
import type { Call, Outcome } from "./call.ts";
import type { Trouble } from "./trouble.ts";

/** Any call of somebody signed in. */
export type StaffCall = Pick<Call<"getBoard">, "world" | "town" | "who" | "now">;

/** Decides on a service date in the caller's name. */
export const decideOn = <A>(
  { world, town, who, now }: StaffCall,
  serviceDate: ServiceDate,
  deciding: Pick<DayCommand<A>, "decide" | "after">,
): Promise<A> =>
  world.store.decideOnDay({
    tenant: who.tenant,
    service: town.service,
    serviceDate,
    actor: who.actor,
    now,
    ...deciding,
  });

/** What has to happen in the transaction that writes, or the trouble for which nothing at all happens. */
type Also = (tx: TenantTransaction) => Promise<Trouble | undefined>;

/** Decides on a service date in the caller's name, unless there is trouble by the time it is written. */
export const decideUnless = <A>(
  call: StaffCall,
  serviceDate: ServiceDate,
  { decide, trouble }: Pick<DayCommand<A>, "decide"> & { readonly trouble: Also },
): Promise<Result<A, Trouble>> =>
  orUndone(async () =>
    ok(await decideOn(call, serviceDate, { decide, after: async (tx) => undoFor(await trouble(tx)) })),
  );

/** Decides on a service date and remembers what the caller is told, in one transaction with what changed. */
export async function decideOnceOn<N extends RouteName, A>(
  call: StaffCall & { readonly remember: (tx: TenantTransaction, outcome: Outcome<N>) => Promise<void> },
  serviceDate: ServiceDate,
  {
    decide,
    outcomeOf,
    also,
  }: {
    readonly decide: DayCommand<A>["decide"];
    readonly outcomeOf: (answer: A, day: Day) => Outcome<N>;
    readonly also?: Also;
  },
): Promise<Outcome<N>> {
  return orUndone<Outcome<N>>(async () => {
    let told: Outcome<N> | undefined;
    await decideOn(call, serviceDate, {
      decide,
      after: async (tx, answer, day) => {
        told = outcomeOf(answer, day);
        if (told.ok) undoFor(await also?.(tx));
        await call.remember(tx, told);
      },
    });
    return told!;
  });
}

function undoFor(trouble: Trouble | undefined): void {
  if (trouble !== undefined) throw new Undone(trouble);
}

async function orUndone<R>(work: () => Promise<R>): Promise<R | Result<never, Trouble>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return fail(error.trouble);
  }
}

/** Rolls the transaction back; what there was to say goes out by itself. */
class Undone extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(`undone: ${trouble.kind}`);
    this.trouble = trouble;
  }
}
