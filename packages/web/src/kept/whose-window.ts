import type { Session } from "@noriai/api";

const keyOf = (tenant: string) => `noriai.whose.${tenant}`;

/**
 * Notes who is signed in in this window. What somebody else typed here before is gone; what was begun before anybody
 * signed in stays, and so does everything of whoever comes back.
 *
 * @returns whether somebody else had the window before
 */
export function takeWindow(tenant: string, { role, memberId, displayName }: Session): boolean {
  const former = sessionStorage.getItem(keyOf(tenant));
  const now = JSON.stringify([role, memberId ?? displayName]);
  const isOther = former !== null && former !== now;
  if (isOther) sessionStorage.clear();
  sessionStorage.setItem(keyOf(tenant), now);
  return isOther;
}
