import type { Role } from "@noriai/identity";
import type { TenantId } from "@noriai/kernel";
import type { Store } from "@noriai/store";
import { type LiveHub, mayHear, type NumberedEvent } from "./live-hub.ts";
import { readOutbox } from "./read-outbox.ts";

const HEARTBEAT_MS = 15_000;
/** How many numbers back a page is told what it missed; older ones say nothing that the latest do not. */
const REPLAY_MAX = 1000;
/** Pieces that a page which does not read may leave lying. */
const UNREAD_MAX = 500;

interface Follower {
  readonly tenant: TenantId;
  readonly role: Role;
  readonly tokenHash: string;
  /** The last event the page heard before it was away. */
  readonly lastEventId: number | undefined;
  /** Asked at every heartbeat: whether the session is still good. */
  readonly isStillSignedIn: () => Promise<boolean>;
}

interface Streaming {
  readonly store: Store;
  readonly hub: LiveHub;
  readonly follower: Follower;
}

/**
 * The open answer of a page that follows along (server-sent events). A page that comes back with `Last-Event-ID` first
 * hears what it missed.
 */
export async function eventStream(streaming: Streaming): Promise<Response> {
  const { body, pipe } = openPipe();
  try {
    await attend(streaming, pipe); // before the answer begins: what a page fetches after it has its later changes told
  } catch (error) {
    pipe.end();
    throw error;
  }
  return new Response(body, {
    headers: { "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" },
  });
}

/** The writing end of one open answer. Ends once, by either side; what was asked for then is done. */
interface Pipe {
  write(text: string): void;
  end(): void;
  whenEnded(then: () => void): void;
}

function openPipe(): { readonly body: ReadableStream<Uint8Array>; readonly pipe: Pipe } {
  const encoder = new TextEncoder();
  const endings: (() => void)[] = [];
  let ended = false;
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const quit = (): void => {
    ended = true;
    for (const ending of endings.splice(0)) ending();
  };
  const body = new ReadableStream<Uint8Array>({
    start(started) {
      controller = started;
    },
    cancel: quit,
  });
  const end = (): void => {
    if (ended) return;
    quit();
    controller.close();
  };
  return {
    body,
    pipe: {
      write(text) {
        if (ended) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -UNREAD_MAX) end(); // it comes back and asks for what it missed
      },
      end,
      whenEnded(then) {
        if (ended) then();
        else endings.push(then);
      },
    },
  };
}

/** Greets, tells what was missed, then everything as it comes. */
async function attend({ store, hub, follower }: Streaming, pipe: Pipe): Promise<void> {
  const { tenant, role, tokenHash, isStillSignedIn } = follower;
  pipe.write("retry: 2000\n\n");
  const beat = setInterval(() => {
    pipe.write(": still here\n\n");
    isStillSignedIn().then(
      (isSignedIn) => isSignedIn || pipe.end(),
      () => {}, // the database is away for a moment; asked again at the next beat
    );
  }, HEARTBEAT_MS);
  pipe.whenEnded(() => clearInterval(beat));
  let waiting: NumberedEvent[] | undefined = [];
  const hear = (event: NumberedEvent): void => {
    if (waiting === undefined) pipe.write(frame(event));
    else waiting.push(event);
  };
  pipe.whenEnded(await hub.join(tenant, { role, tokenHash, hear, end: pipe.end }));
  const { missed, reached } = await missedBy(store, follower);
  pipe.write(`id: ${reached.from}\n\n`); // so that even a page that hears nothing knows from where to ask
  for (const event of missed) pipe.write(frame(event));
  for (const event of waiting)
    if ((event.id ?? Number.POSITIVE_INFINITY) > reached.to) pipe.write(frame(event));
  waiting = undefined;
}

async function missedBy(
  store: Store,
  { tenant, role, lastEventId }: Follower,
): Promise<{
  readonly missed: readonly NumberedEvent[];
  readonly reached: { readonly from: number; readonly to: number };
}> {
  const newest = await store.inTenant(tenant, (tx) => tx.lastOutboxId());
  const from = Math.min(newest, Math.max(lastEventId ?? newest, newest - REPLAY_MAX));
  const missed: NumberedEvent[] = [];
  let to = from;
  while (to < newest) {
    const piece = await readOutbox(store, tenant, to);
    missed.push(...piece.events.filter(({ event }) => mayHear(role, event)));
    if (piece.reached === to) break;
    to = piece.reached;
  }
  return { missed, reached: { from, to } };
}

function frame({ id, event }: NumberedEvent): string {
  const number = id === undefined ? "" : `id: ${id}\n`;
  return `${number}data: ${JSON.stringify(event)}\n\n`;
}

/** The number in `Last-Event-ID`; anything else counts as none. */
export function parseLastEventId(header: string | null): number | undefined {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
