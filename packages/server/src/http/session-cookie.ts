import { isSessionToken } from "@noriai/identity";
import type { TenantId } from "@noriai/kernel";
import type { Mode } from "../server-world.ts";

/** What the browser hands back: which tenant's session, and its token. */
export interface PresentedSession {
  readonly tenant: string;
  readonly token: string;
}

/** `__Secure-`: browsers accept such a cookie only over TLS. RFC 6265bis §4.1.3.1 */
const nameIn = (mode: Mode): string => (mode === "production" ? "__Secure-noriai" : "noriai");

/** Reads the session cookie; anything malformed counts as none. */
export function presentedSession(cookieHeader: string | null, mode: Mode): PresentedSession | undefined {
  const prefix = `${nameIn(mode)}=`;
  for (const part of (cookieHeader ?? "").split(";")) {
    const pair = part.trim();
    if (!pair.startsWith(prefix)) continue;
    const value = pair.slice(prefix.length);
    const dot = value.lastIndexOf(".");
    const token = value.slice(dot + 1);
    if (dot > 0 && isSessionToken(token)) return { tenant: value.slice(0, dot), token };
  }
  return undefined;
}

/** The cookie that keeps a session, sent to its own tenant's addresses only. */
export const sessionCookie = ({
  tenant,
  token,
  maxAge,
  mode,
}: {
  readonly tenant: TenantId;
  readonly token: string;
  readonly maxAge: number;
  readonly mode: Mode;
}): string => `${nameIn(mode)}=${tenant}.${token}; Max-Age=${maxAge}; ${attributes(tenant, mode)}`;

export const forgottenCookie = (tenant: TenantId, mode: Mode): string =>
  `${nameIn(mode)}=; Max-Age=0; ${attributes(tenant, mode)}`;

const attributes = (tenant: TenantId, mode: Mode): string =>
  `Path=/api/t/${tenant}; HttpOnly; SameSite=Lax${mode === "production" ? "; Secure" : ""}`;
