import type { Role } from "../../roles.ts";
import { useTenancy } from "../../shell/session.ts";

const DISPATCHERS: readonly Role[] = ["call_operator", "transport_operator"];

/** The city and auditors look on; who takes calls or drives the vehicles acts. */
export function useMayDispatch(): boolean {
  const { session } = useTenancy();
  return session !== undefined && DISPATCHERS.includes(session.role);
}
