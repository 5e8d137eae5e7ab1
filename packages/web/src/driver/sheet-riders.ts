import type { DutySheet, TaskRider } from "@noriai/api";

/** Changes a party wherever it stands on the sheet. */
export function mapRiders(
  sheet: DutySheet,
  bookingId: string,
  change: (rider: TaskRider) => TaskRider,
): DutySheet {
  const both = (riders: readonly TaskRider[]) =>
    riders.map((rider) => (rider.bookingId === bookingId ? change(rider) : rider));
  return {
    ...sheet,
    tasks: sheet.tasks.map((task) => ({ ...task, boards: both(task.boards), alights: both(task.alights) })),
  };
}

/** What can be done with a rider, and the fare where it was not taken. */
export const collectOnly = (rider: TaskRider, ...more: TaskRider["actions"]): TaskRider["actions"] =>
  rider.collected === null && rider.fare.total > 0 ? [...more, "collect"] : more;
