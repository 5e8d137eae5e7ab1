import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";

/** Structured log. It carries no personal data: no query, no body, no name, no address of a person. */
export type Log = Pick<Logger, "info" | "warn" | "error">;

const REDACTED = ["name", "kana", "phone", "birthDate", "town", "password", "token", "login", "q"];

/** Opens a log file for appending; nothing when it cannot be opened. */
export function logFile(file: string): DestinationStream | undefined {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    appendFileSync(file, "");
    const destination = pino.destination({ dest: file, sync: true });
    destination.on("error", () => {}); // a full disk must not stop the town
    return destination;
  } catch {
    return undefined;
  }
}

/** One JSON object per line, as log collectors read it. Fields that could name a person are cut even if one slips in. */
export const jsonLog = (destination?: DestinationStream): Log => {
  const options: LoggerOptions = {
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { bindings: () => ({}), level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED.flatMap((field) => [field, `*.${field}`]), censor: "[redacted]" },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

/**
 * An error as it may be logged: its name, code and place. Messages of the database can quote values, so they are left
 * out unless they are our own broken invariants.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const message = error.message.startsWith("broken invariant:") ? error.message : undefined;
  const at = error.stack?.split("\n").filter((line) => line.trim().startsWith("at "));
  return { error: error.name, ...(code && { code }), ...(message && { message }), at: at?.slice(0, 8) };
}
