/** A party has somebody to pay heed to the infants, and fits into one empty vehicle with its wheelchairs. */

import { personsOf } from "../fare-class.ts";
import type { Rejection } from "../rejection.ts";
import type { Vehicle } from "../service.ts";
import type { Rule } from "./rule.ts";

/** Every person takes a seat, infants too (D-16); who rides in a wheelchair takes a wheelchair place instead. 3-(1)-⑥ */
export const party: Rule = ({ world: { service }, request }) => {
  const persons = personsOf(request.party);
  if (persons === 0) return [{ kind: "empty-party" }];
  const over = request.wheelchairs - persons;
  if (over > 0) return [{ kind: "wheelchairs-exceed-party", over }];
  const infantsAlone: Rejection[] = request.party.infant === persons ? [{ kind: "infants-alone" }] : [];
  return [...infantsAlone, ...tooLargeForAll(service.vehicles, persons, request.wheelchairs)];
};

function tooLargeForAll(vehicles: readonly Vehicle[], persons: number, wheelchairs: number): Rejection[] {
  const places = Math.max(0, ...vehicles.map(({ wheelchairPlaces }) => wheelchairPlaces));
  if (wheelchairs > places) return [{ kind: "too-many-wheelchairs", places, over: wheelchairs - places }];
  const seated = persons - wheelchairs;
  const seatsLeft = vehicles
    .filter(({ wheelchairPlaces }) => wheelchairPlaces >= wheelchairs)
    .map(({ seats, seatsPerWheelchair }) => seats - wheelchairs * seatsPerWheelchair);
  const seats = Math.max(0, ...seatsLeft);
  return seated > seats ? [{ kind: "party-too-large", seats, over: seated - seats }] : [];
}
