import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("data/", import.meta.url));

/** A folder of the benchmark data that comes with the package. */
export const dataFolder = (name: string): string => resolve(DATA, name);
