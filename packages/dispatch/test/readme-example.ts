import { readFileSync } from "node:fs";
import { join } from "node:path";

const README = join(import.meta.dirname, "..", "README.md");

/** The README's examples as one program, in which the later ones go on from the first, and the lines they promise. */
export function readmeExample(): { readonly code: string; readonly prints: readonly string[] } {
  const code = [...readFileSync(README, "utf8").matchAll(/^```ts\n(.*?)^```/gms)]
    .map(([, block]) => block)
    .join("\n");
  return { code, prints: [...code.matchAll(/console\.log.*\/\/ (.*)$/gm)].map((match) => match[1]!) };
}
