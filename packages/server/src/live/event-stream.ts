import { liveEvent } from "@noriai/api";
import type { Role } from "@noriai/identity";
import type { TenantId } from "@noriai/kernel";
import type { Store } from "@noriai/store";
import { type LiveHub, mayHear, type NumberedEvent } from "./live-hub.ts";

const HEARTBEAT_MS = 15_000;
const REPLAY_MAX = 1000;
/** Pieces that a page which does not read may leave lying. */
const UNREAD_MAX = 500;

export interface Follower {
  readonly tenant: TenantId;
  readonly role: Role;
  readonly tokenHash: string;
  /** The last event the page heard before it was away. */
  readonly lastEventId: number | undefined;
  /** Asked at every heartbeat: whether the session is still good. */
  readonly isStillSignedIn: () => Promise<boolean>;
}

/**
 * The open answer of a page that follows along (server-sent events). A page that comes back with `Last-Event-ID` first
 * hears what it missed, at most `REPLAY_MAX` events; older ones say nothing that the latest do not.
 */
export function eventStream({
  store,
  hub,
  follower,
}: {
  readonly store: Store;
  readonly hub: LiveHub;
  readonly follower: Follower;
}): Response {
  const encoder = new TextEncoder();
  let ended = false;
  let leave = (): void => {};

  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string): void => {
        if (ended) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -UNREAD_MAX) end(); // it comes back and asks for what it missed
      };
      const end = (): void => {
        if (ended) return;
        quit();
        controller.close();
      };
      let waiting: NumberedEvent[] | undefined = [];
      const hear = (event: NumberedEvent): void => {
        if (waiting === undefined) write(frame(event));
        else waiting.push(event);
      };
      const { role, tokenHash, tenant } = follower;
      const beat = setInterval(() => {
        write(": still here\n\n");
        follower.isStillSignedIn().then(
          (signedIn) => signedIn || end(),
          () => {}, // the database is away for a moment; asked again at the next beat
        );
      }, HEARTBEAT_MS);
      leave = () => clearInterval(beat);
      write("retry: 2000\n\n");
      const leaveRoom = await hub.join(tenant, { role, tokenHash, hear, end });
      leave = () => {
        clearInterval(beat);
        leaveRoom();
      };
      if (ended) return leave();
      const { missed, upTo } = await missedSince(store, follower);
      if (missed.length === 0) write(`id: ${upTo}\n\n`); // known from the start, so that even a page that heard nothing can ask for what it missed
      for (const event of missed) write(frame(event));
      for (const event of waiting) if ((event.id ?? Number.POSITIVE_INFINITY) > upTo) write(frame(event));
      waiting = undefined;
    },
    cancel: quit,
  });

  return new Response(body, {
    headers: { "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" },
  });

  function quit(): void {
    ended = true;
    leave();
  }
}

async function missedSince(
  store: Store,
  { tenant, role, lastEventId }: Follower,
): Promise<{ readonly missed: readonly NumberedEvent[]; readonly upTo: number }> {
  const { newest, entries } = await store.inTenant(tenant, async (tx) => {
    const newest = await tx.lastOutboxId();
    const from = Math.max(lastEventId ?? newest, newest - REPLAY_MAX);
    return { newest, entries: from < newest ? await tx.listOutboxSince(from, REPLAY_MAX) : [] };
  });
  const missed = entries.flatMap(({ id, event }) => {
    const known = liveEvent.safeParse(event);
    return known.success && mayHear(role, known.data) ? [{ id, event: known.data }] : [];
  });
  return { missed, upTo: Math.max(newest, entries.at(-1)?.id ?? 0) };
}

function frame({ id, event }: NumberedEvent): string {
  const number = id === undefined ? "" : `id: ${id}\n`;
  return `${number}data: ${JSON.stringify(event)}\n\n`;
}

/** The number in `Last-Event-ID`; anything else counts as none. */
export function parseLastEventId(header: string | null): number | undefined {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
