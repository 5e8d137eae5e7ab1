import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "@noriai/kernel";
import { isRetryable } from "./store-busy.ts";

/** Pauses before each new try, in milliseconds; with jitter their sum stays below 2 s. */
const PAUSES = [20, 40, 80, 160, 320, 640];

/**
 * Does pure work again after a deadlock or a serialization failure, a few times. What still fails then is thrown
 * (as StoreBusy by the caller's transaction).
 */
export async function withRetries<T>(work: () => Promise<T>, random: Random): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error) && !isRetryable((error as { cause?: unknown } | undefined)?.cause)) throw error;
      await sleep(pause * (0.5 + random()));
    }
  }
  return await work();
}
