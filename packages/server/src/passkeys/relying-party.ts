import type { Call } from "../call.ts";
import { hostOf } from "../http/own-host.ts";

/** Whom a passkey is made for: the name of our pages, and the origin that browsers vouch for. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** Nothing under a bare address such as 127.0.0.1: a passkey needs a name. WebAuthn Level 3 §5.1.2 */
export function relyingPartyOf({
  world,
  request,
}: Pick<Call<"signIn">, "world" | "request">): RelyingParty | undefined {
  const origin = world.publicOrigin ?? `http://${hostOf(request)}`;
  const id = new URL(origin).hostname;
  return /^[\d.]+$|:/.test(id) ? undefined : { id, origin };
}
