import type { Texts } from "./texts.ts";

/** What a command may touch. Tests give their own; `main.ts` gives the process's. */
export interface Terminal {
  readonly texts: Texts;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** One line typed by the person or piped in, without its line break; never shown on the screen. */
  readonly readSecret: (prompt: string) => Promise<string>;
}

/** Exit codes: 0 done, 1 could not be done, 2 asked for wrongly. */
export type ExitCode = 0 | 1 | 2;

/** A command of the form `noriai <noun> <verb>`. */
export interface Command {
  /** Values that stand alone, in order, all needed: `["FILE"]`. */
  readonly values: readonly string[];
  /** Options with a value: `--area GEOJSON`. */
  readonly options: readonly string[];
  readonly needed?: readonly string[];
  readonly run: (input: CommandInput, terminal: Terminal) => Promise<ExitCode>;
}

export interface CommandInput {
  readonly values: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}
