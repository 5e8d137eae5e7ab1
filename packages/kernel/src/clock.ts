import type { EpochSeconds } from "./units.ts";

/** Tells the present instant. Only the composition root makes one that reads the world. */
export type Clock = () => EpochSeconds;
