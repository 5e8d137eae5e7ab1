import type { Hours } from "./hours.ts";
import type { Work } from "./work.ts";

/** Rounds of narrowing: each can find new forced orders, each order new limits. Soon nothing is left to gain. */
const ROUNDS = 3;

/**
 * Narrows a vehicle's windows further for a drive with certain stops: what must come before a stop, by the windows, is
 * kept apart from it by the way between them; so more orders are forced. Undefined when some window closes: no
 * order of these stops can be driven, nor of any with more.
 *
 * @param ahead  the stops of the drive
 */
export function narrowed(work: Work, hours: Hours, ahead: readonly number[]): Hours | undefined {
  const { stops, lower } = work;
  const { legs } = lower;
  const count = stops.length;
  const earliest = hours.earliest.slice();
  const latest = hours.latest.slice();
  const before = hours.before.slice();
  for (let round = 0; round < ROUNDS; round++) {
    for (const a of ahead) for (const b of ahead) if (before[a * count + b] === 1) keepApart(a, b);
    for (const id of ahead) keepRide(id);
    if (ahead.some((id) => earliest[id]! > latest[id]!)) return undefined;
    if (!findOrders()) break;
  }
  return { earliest, latest, before };

  function keepApart(a: number, b: number): void {
    const [from, to] = [stops[a]!, stops[b]!];
    const arrival = legs.arrival(from.place, to.place, earliest[a]! + from.service);
    if (arrival > earliest[b]!) earliest[b] = arrival;
    const inTime = legs.departure(from.place, to.place, latest[b]!) - from.service;
    if (inTime < latest[a]!) latest[a] = inTime;
  }

  function keepRide(id: number): void {
    const { pickup, dropoff, span } = work.tasks[stops[id]!.task]!;
    if (id !== pickup) return;
    if (earliest[dropoff]! - span > earliest[pickup]!) earliest[pickup] = earliest[dropoff]! - span;
    if (latest[pickup]! + span < latest[dropoff]!) latest[dropoff] = latest[pickup]! + span;
  }

  function findOrders(): boolean {
    let isNew = false;
    for (const b of ahead) {
      const { place, service } = stops[b]!;
      const leaves = earliest[b]! + service;
      for (const a of ahead) {
        if (a === b || before[a * count + b] === 1) continue;
        if (leaves <= latest[a]! && legs.arrival(place, stops[a]!.place, leaves) <= latest[a]!) continue;
        before[a * count + b] = 1;
        isNew = true;
      }
    }
    return isNew;
  }
}
