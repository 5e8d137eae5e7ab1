import type { DutySheet } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { epochMs } from "../format.ts";

const DRIVE_OUT = 3600;
const OVERTIME = 2 * 3600;

/** From the drive to the first rider until the last one has alighted. */
export function useOnDuty({ duty, tasks }: DutySheet): boolean {
  const now = useNow();
  if (duty === null) return false;
  const [startsAt, endsAt] = [epochMs(duty.startsAt) / 1000, epochMs(duty.endsAt) / 1000];
  const overtime = tasks.some(({ state }) => state !== "done") ? OVERTIME : 0;
  return startsAt - DRIVE_OUT <= now && now <= endsAt + overtime;
}
