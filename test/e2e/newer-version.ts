import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A door before a town that can serve a newer build than the town does. */
export interface Front {
  readonly url: string;
  /** From now on the app's worker is another one, as after a new build. */
  makeNewer(): void;
  close(): Promise<void>;
}

export async function openFront(town: string): Promise<Front> {
  let isNewer = false;
  const server = createServer((asked, answer) => {
    const isWorker = isNewer && asked.url === "/worker.js";
    const headers = { ...asked.headers, ...(isWorker && { "accept-encoding": "identity" }) };
    delete headers["if-none-match"];
    const on = request(`${town}${asked.url}`, { method: asked.method!, headers }, (heard) => {
      if (!isWorker) {
        answer.writeHead(heard.statusCode!, heard.headers);
        heard.pipe(answer);
        return;
      }
      const chunks: Buffer[] = [];
      heard.on("data", (chunk: Buffer) => chunks.push(chunk));
      heard.on("end", () => {
        const worker = Buffer.concat(chunks).toString().replace('"version":"', '"version":"newer-');
        answer.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-cache" }).end(worker);
      });
    });
    on.on("error", () => answer.destroy());
    answer.on("close", () => on.destroy());
    asked.pipe(on);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    makeNewer() {
      isNewer = true;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
