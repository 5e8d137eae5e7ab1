import type { RouteName } from "@noriai/api";
import type { Day, Decision } from "@noriai/booking";
import type { ServiceDate } from "@noriai/kernel";
import type { DayCommand, TenantTransaction } from "@noriai/store";
import type { Call, Outcome } from "./call.ts";

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
  }: {
    readonly decide: (day: Day) => Decision<A>;
    readonly outcomeOf: (answer: A, day: Day) => Outcome<N>;
  },
): Promise<Outcome<N>> {
  let told: Outcome<N> | undefined;
  await decideOn(call, serviceDate, {
    decide,
    after: async (tx, answer, day) => {
      told = outcomeOf(answer, day);
      await call.remember(tx, told);
    },
  });
  return told!;
}
