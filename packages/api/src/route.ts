import type { Role } from "@noriai/identity";
import type { z } from "zod";

/**
 * One line of the route table. A route without `access` does not compile, so nothing is open by accident.
 * The server answers, the OpenAPI description, the faces' typed client and the isolation matrix are all made from it.
 */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Hono's notation: `/api/t/:tenant/quotes/:quoteId`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType | Media;
  /** A command that must not happen twice: needs the header `Idempotency-Key`, and a repeat gets the first answer. */
  readonly idempotent?: true;
}

/** Who may call: anybody, anybody in demo mode, anybody signed in to the tenant, or the roles named. */
export type Access = "public" | "demo" | "signed-in" | readonly Role[];

/** An answer that is not JSON. */
export interface Media {
  readonly media: "text/csv" | "text/event-stream" | "image/jpeg" | "application/geo+json";
}

/** Keeps the exact type of every line of the table. */
export const route = <const R extends Route>(line: R): R => line;
