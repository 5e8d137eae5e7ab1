import * as dispatch from "@noriai/dispatch";
import type { VehicleId } from "@noriai/kernel";
import type { Duty } from "./day.ts";
import { arrivalOf } from "./drive.ts";
import { engineDuty } from "./engine-duty.ts";
import { openVisits } from "./open-visits.ts";
import { type Driven, type ProgressQuestion, progressOf } from "./progress.ts";

/** What is asked about all duties of a day. */
type DayQuestion = Omit<ProgressQuestion, "duty" | "engineDuty" | "backAt">;

/** A duty as the engine sees it, with what has really happened in it. */
interface DrivenDuty extends Driven {
  readonly duty: dispatch.Duty;
  readonly isIdle: boolean;
}

/**
 * The duties of a day, in its order, with what has really happened in each. A vehicle with several is driven through
 * them one after the other: a later one begins no earlier than it is foreseen to be back from the one before.
 */
export function drivenDuties(question: DayQuestion): readonly DrivenDuty[] {
  const { duties } = question.day;
  const last = new Map<VehicleId, DrivenDuty>();
  const driven = new Map<Duty, DrivenDuty>();
  for (const duty of duties.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const before = last.get(duty.vehicleId);
    const one = drivenDuty(question, duty, before && backAt(question, before));
    driven.set(duty, one);
    last.set(duty.vehicleId, one);
  }
  return duties.map((duty) => driven.get(duty)!);
}

function drivenDuty(question: DayQuestion, duty: Duty, back: number | undefined): DrivenDuty {
  const { world, day, travelTimes } = question;
  const planned = engineDuty(world, day, duty);
  const driven = progressOf({ ...question, duty, engineDuty: planned, backAt: back });
  const { place, freeAt, done } = driven.progress;
  const isIdle = openVisits(day, duty, done).length === 0;
  const departAt = Math.max(freeAt, world.now);
  const homeAt = isIdle ? arrivalOf(travelTimes, { from: place, to: planned.endPlace, departAt }) : 0;
  // A vehicle with nothing left to do breaks no rule by coming home late: its duty lasts until it is back.
  return { ...driven, isIdle, duty: { ...planned, endsAt: Math.max(planned.endsAt, homeAt) } };
}

/** A vehicle with nothing left to do is taken to have gone home when it became free. */
function backAt(
  { world, day, travelTimes, trips }: DayQuestion,
  { duty, progress, freeSince, isIdle }: DrivenDuty,
): number {
  if (isIdle) return arrivalOf(travelTimes, { from: progress.place, to: duty.endPlace, departAt: freeSince });
  const problem = {
    travelTimes,
    duties: [duty],
    trips: [...trips.values()],
    progress: [progress],
    now: world.now,
  };
  const routes = day.plan.routes.filter(({ dutyId }) => dutyId === duty.id);
  return dispatch.schedule({ problem, plan: { routes } }).duties[0]!.endArrival;
}
