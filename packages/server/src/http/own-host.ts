/** Names that always mean this machine, with any port. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/**
 * Whether the demo was asked for under a name of this machine. A page from elsewhere can let its own name point to
 * 127.0.0.1 (DNS rebinding) and would then count as same site, in a town that lets everybody in.
 */
export const isOwnHost = (request: Request): boolean => LOOPBACK.test(hostOf(request));

/** The host as the caller wrote it. */
export const hostOf = (request: Request): string => request.headers.get("host") ?? new URL(request.url).host;
