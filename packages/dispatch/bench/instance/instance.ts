/**
 * A published benchmark instance, in its own numbers (doubles, the instance's unit of time and distance): what the
 * judge reads. The engine never sees it; it gets the `Problem` that `problemOf` makes of it.
 */
export interface Instance {
  readonly name: string;
  readonly file: string;
  readonly vehicles: number;
  readonly capacity: number;
  /** Distance that a vehicle drives in one unit of time. */
  readonly speed: number;
  /** From leaving the start to being at the end, at most; infinite when the format knows no such limit. */
  readonly routeDurationMax: number;
  readonly start: Depot;
  readonly end: Depot;
  readonly requests: readonly InstanceRequest[];
}

export interface Depot extends Point {
  readonly ready: number;
  readonly due: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface InstanceRequest {
  readonly pickup: InstanceNode;
  readonly dropoff: InstanceNode;
  readonly load: number;
  /** From the end of service at the pickup to the beginning of service at the drop-off; may be infinite. */
  readonly rideMax: number;
  /** When the dispatcher hears of it; everything is known beforehand where the format does not say. */
  readonly knownAt: number;
}

export interface InstanceNode extends Point {
  /** The instance's own number for it. */
  readonly id: number;
  readonly service: number;
  /** Service begins no earlier, no later. */
  readonly ready: number;
  readonly due: number;
}

export const distanceBetween = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
