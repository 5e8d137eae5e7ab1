import type { Position } from "@noriai/kernel";
import type { Service } from "../src/index.ts";
import { aService } from "./a-service.ts";
import { stop } from "./a-world.ts";

/** A service with this many stops on a grid of some three kilometres. */
export function withStops(count: number): Service {
  const side = Math.ceil(Math.sqrt(count));
  const step = 0.03 / side;
  const positionOf = (k: number): Position => ({
    lat: 43.1 + Math.floor(k / side) * step,
    lng: 141.2 + (k % side) * step,
  });
  const [template] = aService().stops;
  const stops = Array.from({ length: count }, (_, k) => ({
    ...template!,
    id: stop(`S${k + 1}`),
    number: k + 1,
    position: positionOf(k),
  }));
  return aService({ stops });
}
