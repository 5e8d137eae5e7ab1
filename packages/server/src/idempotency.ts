import { createHash } from "node:crypto";
import type { RouteName } from "@noriai/api";
import type { CommandKey } from "@noriai/store";

/** Reads the header `Idempotency-Key`: 1 to 100 visible characters. */
export const parseIdempotencyKey = (header: string | null): string | undefined =>
  header !== null && /^[\x21-\x7e]{1,100}$/.test(header) ? header : undefined;

/** One command that must happen once: its key, and what tells it from another command with the same key. */
export interface Command {
  readonly key: CommandKey;
  readonly fingerprint: string;
}

/** Same route, same address, same content (in whatever order its names came) give the same fingerprint. */
export const fingerprintOf = (content: {
  readonly route: RouteName;
  readonly params: unknown;
  readonly body: unknown;
}) =>
  createHash("sha256")
    .update(JSON.stringify(sorted(content)))
    .digest("hex");

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
