import { hostOf } from "./own-host.ts";

const WRITING = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * Whether a request that writes comes from our own pages or from no page at all (a program, a terminal).
 *
 * Browsers say where a request comes from by Sec-Fetch-Site; older ones by Origin. The session cookie is SameSite=Lax
 * besides, so both would have to fail. OWASP ASVS 5.0 V3.5
 *
 * @param publicOrigin  the origin that browsers see; without one the request's own host is taken
 */
export function isSameSite(request: Request, publicOrigin: string | undefined): boolean {
  if (!WRITING.has(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  if (publicOrigin !== undefined) return origin === publicOrigin;
  return URL.canParse(origin) && new URL(origin).host === hostOf(request);
}
