import type { NewId } from "@noriai/kernel";

/** What the players take from outside. They know no machine: whoever starts them says how to send, wait and measure. */
export interface SimWorld {
  readonly send: typeof fetch;
  /** Lets real milliseconds pass. */
  readonly pause: (ms: number) => Promise<void>;
  /** Milliseconds from any beginning, for measuring. */
  readonly elapsedMs: () => number;
  readonly newId: NewId;
}
