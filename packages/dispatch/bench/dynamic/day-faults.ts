import type { Problem, Trip } from "../../src/index.ts";
import type { TimedRequest } from "./stream.ts";

/**
 * What is wrong with a day that has been driven, read off what really happened: every accepted rider boarded and
 * alighted once in one vehicle, within the promise and the ride limit, nobody before anybody heard of the request,
 * no vehicle faster than the road, no leg with more aboard than seats.
 */
export function dayFaults({
  problem,
  requests,
}: {
  problem: Problem;
  requests: readonly TimedRequest[];
}): string[] {
  const { trips, progress } = problem;
  const heard = new Map(requests.map(({ trip, at }) => [trip.id, at]));
  const carried = trips.flatMap((trip) => riderFaults(problem, trip, heard.get(trip.id) ?? Number.NaN));
  return [...carried, ...progress.flatMap(({ dutyId }) => vehicleFaults(problem, dutyId))];
}

function riderFaults({ progress }: Problem, trip: Trip, heardAt: number): string[] {
  const events = progress.flatMap(({ dutyId, done }) =>
    done.filter(({ tripId }) => tripId === trip.id).map((visit) => ({ dutyId, ...visit })),
  );
  const [pickup, dropoff] = events;
  if (events.length !== 2 || pickup?.kind !== "pickup" || dropoff?.kind !== "dropoff")
    return [`${trip.id} was not carried once from end to end`];
  const boarded = pickup.at - trip.boardSeconds;
  const alighted = dropoff.at - trip.alightSeconds;
  return [
    ...fault(pickup.dutyId !== dropoff.dutyId, `${trip.id} changed the vehicle`),
    ...fault(
      boarded < trip.pickup.earliest || boarded > trip.pickup.latest,
      `${trip.id} boarded at ${boarded}`,
    ),
    ...fault(
      alighted < trip.dropoff.earliest || alighted > trip.dropoff.latest,
      `${trip.id} alighted at ${alighted}`,
    ),
    ...fault(alighted - pickup.at > trip.rideSecondsMax, `${trip.id} rode ${alighted - pickup.at}`),
    ...fault(!(boarded >= heardAt), `${trip.id} boarded before anybody knew`),
  ];
}

function vehicleFaults({ duties, progress, trips, travelTimes }: Problem, dutyId: string): string[] {
  const duty = duties.find(({ id }) => id === dutyId)!;
  const { done } = progress.find((one) => one.dutyId === dutyId)!;
  const found: string[] = [];
  let [at, place, load] = [duty.startsAt, duty.startPlace, 0];
  const way = (to: number) => travelTimes.seconds[place * travelTimes.placeCount + to]!;
  for (const visit of done) {
    const trip = trips.find(({ id }) => id === visit.tripId)!;
    const isPickup = visit.kind === "pickup";
    const to = isPickup ? trip.pickupPlace : trip.dropoffPlace;
    const begun = visit.at - (isPickup ? trip.boardSeconds : trip.alightSeconds);
    const taken = trip.seats + trip.wheelchairs * duty.seatsPerWheelchair;
    load += isPickup ? taken : -taken;
    found.push(...fault(begun < at + way(to), `${dutyId} flew to ${visit.kind} ${visit.tripId}`));
    found.push(...fault(load > duty.seats, `${dutyId} carries ${load}`));
    [at, place] = [visit.at, to];
  }
  const back = at + way(duty.endPlace);
  return [...found, ...fault(back > duty.endsAt, `${dutyId} is back at ${back}`)];
}

const fault = (isSo: boolean, what: string): string[] => (isSo ? [what] : []);
