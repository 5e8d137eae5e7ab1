export type { Desk, ExitCode, Terminal } from "./command.ts";
export { run } from "./run.ts";
export { ENGLISH } from "./texts-en.ts";
export { JAPANESE } from "./texts-ja.ts";
