import type { DutySheet, TaskEventInput, TaskRider } from "@noriai/api";
import { createContext, type ReactNode, use } from "react";
import type { FareMeans } from "./recorded-event.ts";

/** What the terminal has recorded and the server's sheet does not know yet, in the order in which it happened. */
const UnsentContext = createContext<readonly TaskEventInput[]>([]);

export const useUnsent = (): readonly TaskEventInput[] => use(UnsentContext);

export const UnsentProvider = ({
  unsent,
  children,
}: {
  unsent: readonly TaskEventInput[];
  children: ReactNode;
}) => <UnsentContext value={unsent}>{children}</UnsentContext>;

export interface Paid {
  readonly eventId: string;
  readonly means: FareMeans;
}

/** The record of a party's fare: on this terminal, else as the server knows it. */
export function usePaid(rider: TaskRider): Paid | undefined {
  return paidOf(rider, useUnsent());
}

export function paidOf(
  { bookingId, payment }: TaskRider,
  unsent: readonly TaskEventInput[],
): Paid | undefined {
  const own = fares(unsent).findLast((event) => event.bookingId === bookingId);
  return own === undefined ? (payment ?? undefined) : { eventId: own.id, means: own.means };
}

/** What is in the till, by means: as the server knows it, with what waits here of the same duty. */
export function tillOf(
  { duty, takings, tasks }: DutySheet,
  unsent: readonly TaskEventInput[],
): { readonly cash: number; readonly cashless: number } {
  const sum = { cash: takings?.cash ?? 0, cashless: takings?.cashless ?? 0 };
  const known = new Map(
    tasks
      .flatMap(({ boards, alights }) => [...boards, ...alights])
      .flatMap(({ payment, collected }) =>
        payment && collected !== null ? [[payment.eventId, { means: payment.means, amount: collected }]] : [],
      ),
  );
  for (const event of unsent.filter(({ dutyId }) => dutyId === duty?.id)) {
    if (event.kind === "fare-collected" && !known.has(event.id)) {
      sum[event.means] += event.amount;
      known.set(event.id, event);
    }
    const undone = event.kind === "undone" ? known.get(event.eventId) : undefined;
    if (undone !== undefined) sum[undone.means] -= undone.amount;
  }
  return sum;
}

const fares = (events: readonly TaskEventInput[]) =>
  events.filter((event) => event.kind === "fare-collected");
