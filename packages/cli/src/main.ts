import { fail, ok } from "@noriai/kernel";
import { openHouse, parseSettings, realSources } from "@noriai/server";
import type { Terminal } from "./command.ts";
import { readSecret } from "./read-secret.ts";
import { run } from "./run.ts";
import { ENGLISH } from "./texts-en.ts";
import { JAPANESE } from "./texts-ja.ts";

const language = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
const texts = language.startsWith("ja") ? JAPANESE : ENGLISH;

const terminal: Terminal = {
  texts,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  readSecret: (prompt) => readSecret({ prompt, input: process.stdin, output: process.stderr }),
  isInteractive: process.stdin.isTTY === true,
  async openDesk() {
    const settings = parseSettings(process.env);
    if (!settings.ok) return fail(settings.error.map(texts.settingsFault));
    const sources = realSources();
    const house = await openHouse({ settings: settings.value, sources });
    if (!house.ok) return fail([texts.startFault(house.error)]);
    const { store, close } = house.value;
    return ok({ store, sources, close });
  },
};

process.exitCode = await run(process.argv.slice(2), terminal);
