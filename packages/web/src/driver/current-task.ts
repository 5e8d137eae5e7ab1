import type { DutySheet, TripTask } from "@noriai/api";

/** Where the driver is at: the stop the vehicle stands at, else the one it drives to. */
export const currentTask = ({ tasks }: DutySheet): TripTask | undefined =>
  tasks.find(({ state }) => state === "here") ?? tasks.find(({ state }) => state === "next");
