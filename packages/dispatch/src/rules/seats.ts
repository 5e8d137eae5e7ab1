/** On every leg the riders aboard fit in the seats that the wheelchair places in use leave. */

import type { Duty } from "../problem.ts";
import type { Load } from "./load.ts";

export interface NoSeat {
  readonly kind: "no-seat";
  readonly seatsShort: number;
}

/** @see 仕様書 3-(1)-⑥ 運行車両, passenger capacity */
export function seats(load: Load, duty: Duty): NoSeat | undefined {
  const short = seatsShort(load, duty);
  return short > 0 ? { kind: "no-seat", seatsShort: short } : undefined;
}

/** How many seats are missing; 0 or less when all fit. */
export function seatsShort(load: Load, duty: Duty): number {
  return load.seats + load.wheelchairs * duty.seatsPerWheelchair - duty.seats;
}
