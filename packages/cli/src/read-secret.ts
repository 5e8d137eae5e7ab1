import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/**
 * Reads one line that must not be seen: asked for on a terminal without showing what is typed, else taken from what is
 * piped in. Never from the command line, where every user of the machine could read it.
 */
export async function readSecret({
  prompt,
  input,
  output,
}: {
  readonly prompt: string;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}): Promise<string> {
  const isAsked = input.isTTY === true;
  if (isAsked) output.write(prompt);
  // On a terminal, readline reads key by key and would echo to its output; it is given none.
  const lines = createInterface({ input, terminal: isAsked });
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
    if (isAsked) output.write("\n");
  }
}
