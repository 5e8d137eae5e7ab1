import type { World } from "@noriai/api";
import { rateOf } from "../server-clock.ts";

/**
 * The world as it was heard, after some time of the device has passed since: without a network nobody else tells the
 * time. A device whose clock was set back gets the time at which it last heard.
 *
 * @param passedMs  by the device's clock
 */
export function worldAfter(world: World, passedMs: number): World {
  const nowMs = Date.parse(world.now) + Math.max(0, passedMs) * rateOf(world);
  return { ...world, now: new Date(nowMs).toISOString() };
}
