import type { Server as HttpServer } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { fail, ok, type Result } from "@noriai/kernel";
import type { Bindings, Server } from "./create-server.ts";

/** A server with a port. */
export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets the running ones finish, then closes what is left. */
  stop(): Promise<void>;
}

export type ListenFault =
  | { readonly kind: "port-in-use"; readonly port: number }
  | { readonly kind: "port-forbidden"; readonly port: number }
  | { readonly kind: "address-unavailable"; readonly host: string };

/** How long running requests may take to finish when the server stops. */
const FINISH_MS = 5_000;
/** A request must arrive whole within this, so that slow senders cannot hold the doors. */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;

/** Listens on a port of this machine. @param port  0 for any free one */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Result<Listening, ListenFault>> {
  const http = createAdaptorServer({
    fetch: (request, bindings) => server.fetch(request, bindings as Bindings),
    serverOptions: { requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, maxHeaderSize: 16 * 1024 },
  }) as HttpServer;
  const fault = await opened(http, { host, port });
  if (fault !== undefined) return fail(fault);
  const address = http.address();
  return ok({
    port: typeof address === "object" && address !== null ? address.port : port,
    async stop() {
      const closed = new Promise<void>((done) => http.close(() => done()));
      await server.close(); // live pages would otherwise never finish
      http.closeIdleConnections();
      const force = setTimeout(() => http.closeAllConnections(), FINISH_MS);
      await closed;
      clearTimeout(force);
    },
  });
}

function opened(
  http: HttpServer,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ListenFault | undefined> {
  return new Promise((done, broken) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") done({ kind: "port-in-use", port });
      else if (error.code === "EACCES") done({ kind: "port-forbidden", port });
      else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
        done({ kind: "address-unavailable", host });
      else broken(error);
    });
    http.listen(port, host, () => done(undefined));
  });
}
