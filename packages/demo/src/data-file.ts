import { fileURLToPath } from "node:url";

/** Absolute path of a file in this package's `data` folder. */
export const dataFile = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.url));
