import type { Terminal } from "./command.ts";
import { readSecret } from "./read-secret.ts";
import { run } from "./run.ts";
import { ENGLISH } from "./texts-en.ts";
import { JAPANESE } from "./texts-ja.ts";

const language = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "";
const terminal: Terminal = {
  texts: language.startsWith("ja") ? JAPANESE : ENGLISH,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  readSecret: (prompt) => readSecret({ prompt, input: process.stdin, output: process.stderr }),
};

process.exitCode = await run(process.argv.slice(2), terminal);
