import type { ServiceDate } from "@noriai/kernel";
import type { DemoTown } from "./demo-town.ts";
import { buildNeighbour } from "./neighbour.ts";
import { buildUbe } from "./ube.ts";

/**
 * 宇部市（デモ）, the town that the product shows first.
 * Pure but for reading this package's own data files: the same `today` gives the same town.
 */
export const buildDemoTown = ({ today }: { readonly today: ServiceDate }): DemoTown => buildUbe(today);

/** All demo towns: 宇部市（デモ） and the small となり町（デモ） without a map. */
export const buildDemoTowns = ({ today }: { readonly today: ServiceDate }): readonly DemoTown[] => [
  buildUbe(today),
  buildNeighbour(today),
];
