import type { Terminal } from "../src/index.ts";
import { ENGLISH, run } from "../src/index.ts";

/** What a command said and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line with a terminal that remembers what it was told. */
export async function noriai(words: readonly string[], given: Partial<Terminal> = {}): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    texts: ENGLISH,
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    readSecret: () => Promise.reject(new Error("no secret was expected")),
    isInteractive: false,
    openDesk: () => Promise.reject(new Error("no database was expected")),
    ...given,
  };
  const code = await run(words, terminal);
  return { code, out: out.join("\n"), err: err.join("\n") };
}
