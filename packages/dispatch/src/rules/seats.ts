/** On every leg the riders aboard fit in the seats that the wheelchair places in use leave. */

import type { Duty } from "../problem.ts";
import type { Load } from "./load.ts";

export interface NoSeat {
  readonly kind: "no-seat";
  readonly seatsShort: number;
}

/** @see 仕様書 3-(1)-⑥ 運行車両, passenger capacity */
export function seats(load: Load, duty: Duty): NoSeat | undefined {
  const seatsShort = load.seats + load.wheelchairs * duty.seatsPerWheelchair - duty.seats;
  return seatsShort > 0 ? { kind: "no-seat", seatsShort } : undefined;
}
