import { Navigate } from "@tanstack/react-router";
import { ownPageOf } from "../roles.ts";
import { useTenancy } from "./session.ts";

/** /t/:tenant leads on: to one's own page, or to the sign-in form. */
export function Landing() {
  const { tenant, session } = useTenancy();
  const to = session === undefined ? "/t/$tenant/sign-in" : ownPageOf(session.role).path;
  return <Navigate to={to} params={{ tenant }} replace />;
}
