import { isSessionToken } from "@noriai/identity";
import type { TenantId } from "@noriai/kernel";
import type { Mode } from "../server-world.ts";

/** A terminal stays what it is for years; the register ends it. */
const MAX_AGE = 5 * 365 * 24 * 3600;

const nameIn = (mode: Mode): string => (mode === "production" ? "__Secure-noriai-device" : "noriai-device");

/** The token of the terminal that asks; only its own tenant's addresses are sent it. */
export function presentedDevice(cookieHeader: string | null, mode: Mode): string | undefined {
  const prefix = `${nameIn(mode)}=`;
  const tokens = (cookieHeader ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
  return tokens.find(isSessionToken);
}

/** The cookie by which a terminal is known again. No script reads it, so no script carries it away. */
export const deviceCookie = ({
  tenant,
  token,
  mode,
}: {
  readonly tenant: TenantId;
  readonly token: string;
  readonly mode: Mode;
}): string =>
  `${nameIn(mode)}=${token}; Max-Age=${MAX_AGE}; Path=/api/t/${tenant}; HttpOnly; SameSite=Lax${
    mode === "production" ? "; Secure" : ""
  }`;
