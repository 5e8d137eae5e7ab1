import { setTimeout as sleep } from "node:timers/promises";
import type { TenantId } from "@noriai/kernel";
import pg from "pg";
import { connectionConfig, type LogLine } from "./pool.ts";
import { OUTBOX_CHANNEL } from "./repositories/outbox.ts";

export interface OutboxEvent {
  readonly tenant: TenantId;
  readonly id: number;
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * Hears of every commit that wrote to the outbox, over one connection of its own. When the connection is lost it is
 * opened again, and `missed` is asked for what may have been told meanwhile.
 * @returns stops listening
 */
export async function listenToOutbox(options: {
  readonly url: string;
  readonly onEvent: (event: OutboxEvent) => void;
  readonly missed: () => Promise<readonly OutboxEvent[]>;
  readonly log: LogLine;
}): Promise<() => Promise<void>> {
  const { url, onEvent, missed, log } = options;
  const stopping = new AbortController();
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client(connectionConfig(url));
    next.on("error", (error) => log(`outbox connection lost: ${error.message}`));
    next.on("notification", ({ payload }) => {
      const event = parse(payload);
      if (event !== undefined) onEvent(event);
    });
    await next.connect();
    await next.query(`LISTEN ${OUTBOX_CHANNEL}`);
    next.on("end", () => void reconnect());
    return next;
  }

  async function reconnect(): Promise<void> {
    for (let pause = FIRST_PAUSE; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        await sleep(pause, undefined, { signal: stopping.signal });
        client = await connect();
        if (stopping.signal.aborted) return await client.end();
        for (const event of await missed()) onEvent(event);
        return;
      } catch (error) {
        if (!stopping.signal.aborted) log(`outbox connection not back yet: ${(error as Error).message}`);
      }
    }
  }

  return async () => {
    stopping.abort();
    await client.end().catch(() => undefined);
  };
}

function parse(payload: string | undefined): OutboxEvent | undefined {
  const match = /^([^|]+)\|(\d+)$/.exec(payload ?? "");
  return match === null ? undefined : { tenant: match[1] as TenantId, id: Number(match[2]) };
}
