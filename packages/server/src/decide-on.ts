import type { RouteName } from "@noriai/api";
import type { Day } from "@noriai/booking";
import { fail, type ServiceDate } from "@noriai/kernel";
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
    /** What has to happen in the same transaction, or the trouble for which nothing at all happens. */
    readonly also?: (tx: TenantTransaction) => Promise<Trouble | undefined>;
  },
): Promise<Outcome<N>> {
  let told: Outcome<N> | undefined;
  try {
    await decideOn(call, serviceDate, {
      decide,
      after: async (tx, answer, day) => {
        told = outcomeOf(answer, day);
        const trouble = told.ok ? await also?.(tx) : undefined;
        if (trouble !== undefined) throw new Undone(trouble);
        await call.remember(tx, told);
      },
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return fail(error.trouble);
  }
  return told!;
}

/** Rolls the transaction back; what there was to say goes out by itself. */
class Undone extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(`undone: ${trouble.kind}`);
    this.trouble = trouble;
  }
}
