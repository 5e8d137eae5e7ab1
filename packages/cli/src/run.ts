import { accountAdd } from "./account-add.ts";
import { addressImport } from "./address-import.ts";
import type { Command, ExitCode, Terminal } from "./command.ts";
import { mapImport } from "./map-import.ts";
import { parseArguments } from "./parse-arguments.ts";
import { replay } from "./replay.ts";
import { tenantAdd } from "./tenant-add.ts";

/** Every command by its noun and verb. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["account add", accountAdd],
  ["address import", addressImport],
  ["map import", mapImport],
  ["replay", replay],
  ["tenant add", tenantAdd],
]);

const HELP = new Set(["help", "--help", "-h"]);

/** Runs one command line, without the program's own name, and tells how it ended. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (words.length === 0 || words.some((word) => HELP.has(word))) {
    terminal.print(terminal.texts.usage);
    return 0;
  }
  const found = findCommand(words);
  if (found === undefined) {
    terminal.printError(terminal.texts.unknownCommand(words.slice(0, 2).join(" ")));
    terminal.printError(terminal.texts.usage);
    return 2;
  }
  const input = parseArguments(found.command, found.rest);
  if (!input.ok) {
    terminal.printError(terminal.texts.argumentFault(input.error));
    terminal.printError(terminal.texts.usage);
    return 2;
  }
  return found.command.run(input.value, terminal);
}

function findCommand(words: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const command = COMMANDS.get(words.slice(0, length).join(" "));
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  return undefined;
}
