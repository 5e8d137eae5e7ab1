import { arrivalsAt, scheduleOf } from "@noriai/booking";
import { fail, ok, type StopId, serviceDateOf } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { decisionWorld } from "../decision-world.ts";
import { writeIn } from "../present/trip.ts";
import { hasStop } from "./stop-tasks.ts";

const ARRIVALS_MOST = 3;

/**
 * A stop as everybody may know it at this moment; what the marker's code opens. When a vehicle comes is told only where it
 * tells of nobody in particular.
 */
export const getStopMoment: Handler<"getStopMoment"> = async ({ world, town, params, now }) => {
  const stopId = params.stopId as StopId;
  if (!hasStop(town, stopId)) return fail({ kind: "not-found" });
  const { service, tenant } = town;
  const write = writeIn(service.timeZone);
  return world.store.inTenant(tenant.id, async (tx) => {
    const day = await tx.loadDay(service, serviceDateOf(now, service.timeZone));
    const schedule = scheduleOf(decisionWorld({ world, town, now }), day);
    const closures = (day.closures ?? []).filter(
      (closure) => closure.stopId === stopId && closure.until > now,
    );
    const takenOn = await tx.findStopPhotoDate(stopId);
    const arrivals = arrivalsAt({ day, schedule, stopId, from: now, most: ARRIVALS_MOST });
    return ok({
      body: {
        asOf: write(now),
        photo: takenOn === undefined ? null : { takenOn },
        closures: closures.map(({ from, until, reason }) => ({
          from: write(from),
          until: write(until),
          reason,
        })),
        troubles: [...(await tx.openTroubles(stopId))],
        arrivals: arrivals.map(({ about }) => ({ about: write(about) })),
      },
    });
  });
};

const POINTS_MOST = 8;

/** Places near which a stop may be looked for. Found on this server; nothing typed goes anywhere else or is kept. */
export const findAddress: Handler<"findAddress"> = async ({ world, town, body }) => {
  const points = await world.store.inTenant(town.tenant.id, (tx) =>
    tx.findAddressPoints(body.typed, POINTS_MOST),
  );
  return ok({
    body: { points: points.map(({ name, lat, lng }) => ({ name, position: { lat, lng } })) },
  });
};
