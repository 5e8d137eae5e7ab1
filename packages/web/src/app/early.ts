import type { RouteName } from "@noriai/api";
import type { Request } from "../client.ts";
import { queryClient, readOrKept } from "../read.ts";

/**
 * Asks at once for what every page of a tenant needs first, before anything is drawn: on a slow network each question
 * that waits for the answer to another one costs a whole round trip.
 */
export function askEarly(path: string): void {
  ask("getWorld", {});
  const [, tenant] = /^\/t\/([^/]+)/.exec(path) ?? [];
  if (tenant === undefined) return;
  const request = { params: { tenant: decodeURIComponent(tenant) } };
  ask("getService", request);
  ask("getSession", request);
  if (/^\/t\/[^/]+\/ride\/?$/.test(path)) void import("../rider/rider-home.tsx");
}

/** What stands in the way shows when the page asks again. */
function ask<N extends RouteName>(name: N, request: Request<N>): void {
  void queryClient.prefetchQuery({ queryKey: [name, request], queryFn: () => readOrKept(name, request) });
}
