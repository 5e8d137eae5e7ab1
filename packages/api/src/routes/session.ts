import { z } from "zod";
import { route } from "../route.ts";
import { noContent, tenantParams } from "../schema/basics.ts";
import { role, session, signIn } from "../schema/person.ts";
import { T } from "./who.ts";

/** Signing in and out. */
export const sessionRoutes = {
  signIn: route({
    method: "POST",
    path: `${T}/session`,
    summary: "Sign in",
    access: "public",
    params: tenantParams,
    body: signIn,
    response: session,
  }),
  enterDemo: route({
    method: "POST",
    path: `${T}/demo-session`,
    summary: "Enter the demo town in a role",
    access: "demo",
    params: tenantParams,
    body: z.object({
      role,
      login: z.string().min(1).max(100).optional().describe("one of several in this role; absent: the first"),
    }),
    response: session,
  }),
  getSession: route({
    method: "GET",
    path: `${T}/session`,
    summary: "Who is signed in",
    access: "signed-in",
    params: tenantParams,
    response: session,
  }),
  signOut: route({
    method: "DELETE",
    path: `${T}/session`,
    summary: "Sign out",
    access: "signed-in",
    params: tenantParams,
    response: noContent,
  }),
} as const;
