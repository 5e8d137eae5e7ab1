import type { ChannelMeans } from "@noriai/store";
import type { WordedNotice } from "./word-notice.ts";

/** A notice or a one-time code on its way out of the house. */
export interface Letter {
  /** The same with every attempt: who gets it twice can tell. Of a notice to a helper another one than of that to the rider. */
  readonly id: string;
  readonly address: string;
  readonly words: WordedNotice;
  /** The service in whose name it is sent. */
  readonly from: string;
  /** The page of the app that shows more, from the root of the server. */
  readonly page?: string;
  /** Nobody needs it after so many seconds. */
  readonly goodForSeconds: number;
}

/**
 * What came of one attempt. `refused` will be refused again; `address-gone` means the address itself is dead. The fault
 * is a code for the log and the outbox page, never an address.
 */
export type Posted =
  | { readonly kind: "sent" }
  | { readonly kind: "failed" | "refused" | "address-gone"; readonly fault: string };

/** One way by which letters leave: mail, short message, push. Never throws. */
export interface Way {
  send(letter: Letter): Promise<Posted>;
}

/** The ways that are set up. In the demo nothing leaves: what would be sent is kept to be looked at. */
export interface Ways {
  readonly keepsAll: boolean;
  readonly by: Partial<Readonly<Record<ChannelMeans, Way>>>;
  /** For browsers that want to subscribe; absent where push is not set up. */
  readonly pushKey?: string;
}

export const NO_WAYS: Ways = { keepsAll: false, by: {} };
export const DEMO_WAYS: Ways = { keepsAll: true, by: {} };
