import type { CallOutcome } from "@noriai/api";
import { type Deed, type Deeds, deedsAfter } from "./deeds.ts";

/** The call that is on the line (通話). */
export interface OpenCall {
  /** Epoch seconds. */
  readonly beganAt: number;
  readonly memberId: string | undefined;
  readonly delegateId: string | undefined;
  readonly deeds: Deeds;
  /** As chosen by the operator; until then what was done decides. */
  readonly chosen: CallOutcome | undefined;
}

interface KeptCall {
  readonly callId: string;
  readonly call: OpenCall;
}

const keyOf = (tenant: string) => `noriai.call.${tenant}`;

/**
 * The call on this window's line, over a reload and while its operator looks at another page. Ids only: who it is, the
 * server says. What cannot be read is no call.
 */
export function readKeptCall(tenant: string): KeptCall | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(tenant)) ?? "null") as KeptCall | null;
    const isWhole = typeof kept?.callId === "string" && Array.isArray(kept.call?.deeds?.booked);
    return isWhole ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepCall(tenant: string, kept: KeptCall | undefined): void {
  if (kept === undefined) sessionStorage.removeItem(keyOf(tenant));
  else sessionStorage.setItem(keyOf(tenant), JSON.stringify(kept));
}

/** Notes what was done on another page in the call that waits at the desk; without one it is nobody's call. */
export function noteInKeptCall(tenant: string, deed: Deed): void {
  const kept = readKeptCall(tenant);
  if (kept === undefined) return;
  keepCall(tenant, { ...kept, call: { ...kept.call, deeds: deedsAfter(kept.call.deeds, deed) } });
}
