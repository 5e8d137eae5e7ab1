import type { DeviceLogId, EventId } from "@noriai/kernel";

/**
 * The database could not answer in time, or its outcome is not known. Nothing is wrong with the command: the caller
 * repeats it later with the same idempotency key. The server answers 503 with `Retry-After`.
 */
export class StoreBusy extends Error {
  override readonly name = "StoreBusy";
  readonly reason: BusyReason;

  constructor(reason: BusyReason, cause?: unknown) {
    super(`the store is busy: ${reason}`, { cause });
    this.reason = reason;
  }
}

export type BusyReason = "contention" | "timeout" | "unreachable";

/** A command with this key was remembered meanwhile: nothing was written now, its first answer can be found. */
export class AnswerAlreadyRemembered extends Error {
  override readonly name = "AnswerAlreadyRemembered";
}

/** The id of a task event stands already in the tenant, on this day or another: nothing was written. */
export class EventIdTaken extends Error {
  override readonly name = "EventIdTaken";
  readonly id: EventId;

  constructor(id: EventId, cause?: unknown) {
    super(`the id of task event ${id} is taken`, { cause });
    this.id = id;
  }
}

/** The entry of a tablet's log was taken in meanwhile, by another request: nothing was written. */
export class LogOutOfTurn extends Error {
  override readonly name = "LogOutOfTurn";

  constructor(log: DeviceLogId, no: number) {
    super(`entry ${no} of log ${log} is not the next one`);
  }
}

/** SQLSTATE of a PostgreSQL error, if it is one. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  sqlStateOf(error) === "23505" && (error as { readonly constraint?: unknown }).constraint === constraint;

/** Serialization failure and deadlock: the same pure work may simply be done again. */
export const isRetryable = (error: unknown): boolean =>
  sqlStateOf(error) === "40001" || sqlStateOf(error) === "40P01";

/** Turns errors of an overloaded or absent database into StoreBusy; everything else is a bug and stays itself. */
export function asStoreBusy(error: unknown): unknown {
  const state = sqlStateOf(error);
  if (state !== undefined && state in BUSY_STATES) return new StoreBusy(BUSY_STATES[state]!, error);
  if (error instanceof Error && LOST_CONNECTION.test(error.message))
    return new StoreBusy("unreachable", error);
  if (error instanceof Error && POOL_EXHAUSTED.test(error.message)) return new StoreBusy("timeout", error);
  return error;
}

const BUSY_STATES: Readonly<Record<string, BusyReason>> = {
  "40001": "contention",
  "40P01": "contention",
  "55P03": "timeout", // lock_timeout
  "57014": "timeout", // statement_timeout
  "53300": "unreachable", // too many connections
  "57P01": "unreachable", // terminated by an administrator
  "57P02": "unreachable", // crash of another backend
  "57P03": "unreachable", // starting up
  "08006": "unreachable",
  "08003": "unreachable",
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  ENOENT: "unreachable", // unix socket gone
  EPIPE: "unreachable",
  ETIMEDOUT: "unreachable",
};
const LOST_CONNECTION =
  /connection terminated|client has encountered a connection error|connection error and is not queryable/i;
const POOL_EXHAUSTED = /timeout exceeded when trying to connect/i;
