import { setImmediate as othersFirst } from "node:timers/promises";
import { dayOpenings, type HourlessTrip, type HourOpening } from "@noriai/booking";
import { type EpochSeconds, fail, type MemberId, ok, type ServiceDate, type StopId } from "@noriai/kernel";
import { mayActFor } from "../acting-for.ts";
import type { Call, Handler, Outcome } from "../call.ts";
import { decisionWorld } from "../decision-world.ts";
import { knownAnswers } from "../known-answers.ts";
import { WORDS } from "../messages.ts";
import { type Write, writeIn } from "../present/trip.ts";
import { hasStop } from "./stop-tasks.ts";

const knownOpenings = knownAnswers<readonly HourOpening[]>(200);

/**
 * What room is left hour by hour for a rider's trip (空き状況のめやす), from the engine. Other requests are answered
 * between two hours, and the answer is kept as long as nothing it hangs on changes.
 */
export const getOpenings: Handler<"getOpenings"> = async (call) => {
  const { world, town, who, query, now } = call;
  const unknown = (["from", "to"] as const).find((end) => !hasStop(town, query[end] as StopId));
  if (unknown !== undefined) return unknownStop(call, unknown);
  const memberId = (query.memberId as MemberId | undefined) ?? who.account.member;
  if (memberId === undefined) return fail({ kind: "not-found" });
  const serviceDate = query.date as ServiceDate;
  const { member, day, intakeStops } = await world.store.inTenant(who.tenant, async (tx) => ({
    member: (await mayActFor(call, tx, memberId)) ? await tx.findMember(memberId) : undefined,
    day: await tx.loadDay(town.service, serviceDate),
    intakeStops: await tx.standingIntakeStops(town.service),
  }));
  if (member === undefined) return fail({ kind: "not-found" });
  const decisions = { ...decisionWorld({ world, town, now, members: [member] }), intakeStops };
  const trip = tripOf(query, memberId);
  const question = JSON.stringify([trip, day.version, intakeStops.map(({ id }) => id), minuteOf(now)]);
  const hours = await knownOpenings(town, question, () => hourByHour(dayOpenings(decisions, day, trip)));
  const write = writeIn(town.service.timeZone);
  return ok({ body: { asOf: write(now), hours: hours.map((hour) => presentHour(hour, write)) } });
};

const tripOf = (
  { date, from, to, persons, wheelchairs }: Call<"getOpenings">["query"],
  memberId: MemberId,
): HourlessTrip => ({
  memberId,
  serviceDate: date as ServiceDate,
  from: from as StopId,
  to: to as StopId,
  party: { general: persons, senior: 0, disabled: 0, child: 0, infant: 0 },
  wheelchairs,
});

async function hourByHour(openings: Iterable<HourOpening>): Promise<readonly HourOpening[]> {
  const hours: HourOpening[] = [];
  for (const hour of openings) {
    hours.push(hour);
    await othersFirst();
  }
  return hours;
}

const minuteOf = (now: EpochSeconds): number => Math.floor(now / 60);

const presentHour = ({ from, to, state, first }: HourOpening, write: Write) => ({
  from: write(from),
  to: write(to),
  state,
  first: first === undefined ? null : write(first),
});

const unknownStop = ({ language }: Call<"getOpenings">, name: string): Outcome<"getOpenings"> =>
  fail({ kind: "invalid-input", fields: [{ name, message: WORDS[language].field.stopUnknown }] });
