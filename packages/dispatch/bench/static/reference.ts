import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Instance } from "../instance/instance.ts";

/** The best published value of an instance; `vehicles` only where the fleet counts first. */
export interface Reference {
  readonly vehicles?: number | undefined;
  readonly distance: number;
}

/** Names under which reference values are kept, in the folder of the instances or the one above. */
const FILES = ["reference.json", "bks.json", "ab_optimal.json", "pr_tabu2003.json"];

/**
 * Looks the reference values of instances up. Read after everything is solved: the solver is never told them.
 * Understands `{name: distance}`, `{name: {vehicles, distance}}` and `{values: …}` around either.
 */
export function referencesFor(instances: readonly Instance[]): ReadonlyMap<string, Reference> {
  const found = new Map<string, Reference>();
  const folders = new Set(instances.flatMap(({ file }) => [dirname(file), dirname(dirname(file))]));
  for (const path of [...folders].flatMap((folder) => FILES.map((file) => join(folder, file)))) {
    if (!existsSync(path)) continue;
    const content = JSON.parse(readFileSync(path, "utf8"));
    const values: Record<string, unknown> = content.values ?? content;
    for (const { name } of instances) {
      const reference = referenceFrom(values[name]);
      if (reference !== undefined && !found.has(name)) found.set(name, reference);
    }
  }
  return found;
}

function referenceFrom(value: unknown): Reference | undefined {
  if (typeof value === "number") return { distance: value };
  const { vehicles, distance } = (value ?? {}) as Partial<Reference>;
  return typeof distance === "number" ? { vehicles, distance } : undefined;
}
