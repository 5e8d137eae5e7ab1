import type { Result } from "@noriai/kernel";
import type { Sources } from "@noriai/server";
import type { Store } from "@noriai/store";
import type { Texts } from "./texts.ts";

/** What a command may touch. Tests give their own; `main.ts` gives the process's. */
export interface Terminal {
  readonly texts: Texts;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** One line typed by a person or piped in, without its line break; never shown on the screen. */
  readonly readSecret: (prompt: string) => Promise<string>;
  /** Is somebody typing, and may mistype? */
  readonly isInteractive: boolean;
  /** Opens the database that the environment names; fails with sentences that say what to do. */
  readonly openDesk: () => Promise<Result<Desk, readonly string[]>>;
}

/** The tenants' data, opened for one command. */
export interface Desk {
  readonly store: Store;
  readonly sources: Sources;
  readonly close: () => Promise<void>;
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
  /** Options without a value: `--force`. */
  readonly switches?: readonly string[];
  readonly run: (input: CommandInput, terminal: Terminal) => Promise<ExitCode>;
}

export interface CommandInput {
  readonly values: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly switches: ReadonlySet<string>;
}
