import type { DutySheet, TaskRider } from "@noriai/api";

/** Parties that have boarded, have not paid, and do not stand at the stop at hand. */
export function unpaidBehind({ tasks }: DutySheet): readonly TaskRider[] {
  const atHand = new Set(
    tasks
      .filter(({ state }) => state === "here")
      .flatMap(({ boards, alights }) => [...boards, ...alights].map(({ bookingId }) => bookingId)),
  );
  return tasks
    .flatMap(({ boards }) => boards)
    .filter(
      ({ bookingId, state, collected, fare, actions }) =>
        (state === "riding" || state === "completed") &&
        collected === null &&
        fare.total > 0 &&
        actions.includes("collect") &&
        !atHand.has(bookingId),
    );
}
