import type { DutySheet, TaskRider } from "@noriai/api";

/** Parties that have boarded, have not paid, and do not stand at the stop at hand. */
export const unpaidBehind = (sheet: DutySheet): readonly TaskRider[] =>
  boardedElsewhere(sheet).filter(
    ({ state, collected, fare, actions }) =>
      (state === "riding" || state === "completed") &&
      collected === null &&
      fare.total > 0 &&
      actions.includes("collect"),
  );

/** Parties whose fare was taken and who do not stand at the stop at hand: there it can be corrected anyway. */
export const paidElsewhere = (sheet: DutySheet): readonly TaskRider[] =>
  boardedElsewhere(sheet).filter(({ collected }) => collected !== null);

function boardedElsewhere({ tasks }: DutySheet): readonly TaskRider[] {
  const atHand = new Set(
    tasks
      .filter(({ state }) => state === "here")
      .flatMap(({ boards, alights }) => [...boards, ...alights].map(({ bookingId }) => bookingId)),
  );
  return tasks.flatMap(({ boards }) => boards).filter(({ bookingId }) => !atHand.has(bookingId));
}
