import { randomBytes } from "node:crypto";
import type { Clock, EpochSeconds, NewId, Random } from "@noriai/kernel";

/** Where time, chance and ids come from: the only place that reads them from the machine. */
export interface Sources {
  readonly wallNow: Clock;
  /** Milliseconds since the program began; never goes back. */
  readonly elapsedMs: () => number;
  readonly newId: NewId;
  readonly random: Random;
  readonly randomBytes: (count: number) => Uint8Array;
}

export const realSources = (): Sources => ({
  wallNow: () => Math.floor(Date.now() / 1000) as EpochSeconds,
  elapsedMs: () => performance.now(),
  newId: () => timeOrderedId(Date.now(), randomBytes(10)),
  random: Math.random,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
});

/** UUID version 7: begins with the millisecond, so that new rows lie together. RFC 9562 §5.7 */
function timeOrderedId(ms: number, chance: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.set(chance, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
