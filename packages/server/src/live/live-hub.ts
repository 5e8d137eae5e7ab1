import { type LiveEvent, liveEvent } from "@noriai/api";
import type { Role } from "@noriai/identity";
import type { TenantId } from "@noriai/kernel";
import type { Store } from "@noriai/store";
import { describeError, type Log } from "../log.ts";

/** A live update with its place in the outbox; `id` is absent for what needs no replay. */
export interface NumberedEvent {
  readonly id?: number;
  readonly event: LiveEvent;
}

export interface Listener {
  readonly role: Role;
  /** Which session listens, so that signing out ends it. */
  readonly tokenHash: string;
  readonly hear: (event: NumberedEvent) => void;
  readonly end: () => void;
}

/** Tells every open page of a tenant what changed: one subscription to the database for the whole server. */
export interface LiveHub {
  /** Joins, once it is sure that nothing committed from now on is missed; the returned function leaves. */
  join(tenant: TenantId, listener: Listener): Promise<() => void>;
  /** To all tenants: the demo clock moved. */
  tellClock(): void;
  endSession(tokenHash: string): void;
  listenerCount(): number;
  close(): Promise<void>;
}

/** What each role needs to know of; names and trips are never in an event. */
const TOPICS: Readonly<Record<Role, readonly LiveEvent["topic"][]>> = {
  rider: ["plan", "clock"],
  driver: ["plan", "clock", "acknowledged"],
  call_operator: ["plan", "position", "acknowledged", "clock"],
  transport_operator: ["plan", "position", "acknowledged", "clock"],
  municipality: ["plan", "position", "acknowledged", "clock"],
  auditor: ["plan", "clock"],
};

export const mayHear = (role: Role, event: LiveEvent): boolean => TOPICS[role].includes(event.topic);

/** One tenant's listeners and how far its outbox has been passed on to them. */
interface Room {
  readonly listeners: Set<Listener>;
  /** Does one thing after another: the number reached so far comes out. */
  passing: Promise<number>;
}

const PASS_AT_ONCE = 500;

export async function createLiveHub({
  store,
  log,
}: {
  readonly store: Store;
  readonly log: Log;
}): Promise<LiveHub> {
  const rooms = new Map<TenantId, Room>();
  const stopListening = await store.listen(({ tenant, id }) => {
    const room = rooms.get(tenant);
    if (room === undefined) return;
    room.passing = room.passing.then((reached) => pass({ tenant, room, reached, upTo: id }));
  });

  return {
    async join(tenant, listener) {
      const room = rooms.get(tenant) ?? openRoom(tenant);
      room.listeners.add(listener);
      await room.passing;
      return () => {
        room.listeners.delete(listener);
        if (room.listeners.size === 0 && rooms.get(tenant) === room) rooms.delete(tenant);
      };
    },
    tellClock() {
      for (const room of rooms.values()) tell(room, { event: { topic: "clock" } });
    },
    endSession(tokenHash) {
      for (const listener of all()) if (listener.tokenHash === tokenHash) listener.end();
    },
    listenerCount: () => all().length,
    async close() {
      for (const listener of all()) listener.end();
      await stopListening();
    },
  };

  function all(): Listener[] {
    return [...rooms.values()].flatMap(({ listeners }) => [...listeners]);
  }

  function openRoom(tenant: TenantId): Room {
    const passing = store.inTenant(tenant, (tx) => tx.lastOutboxId());
    const room: Room = { listeners: new Set(), passing };
    rooms.set(tenant, room);
    passing.catch(() => rooms.delete(tenant)); // whoever joins next begins anew
    return room;
  }

  /** The outbox is numbered without gaps in the order of commits, so reading on from a number misses nothing. */
  async function pass({
    tenant,
    room,
    reached,
    upTo,
  }: {
    readonly tenant: TenantId;
    readonly room: Room;
    readonly reached: number;
    readonly upTo: number;
  }): Promise<number> {
    try {
      let last = reached;
      while (last < upTo) {
        const entries = await store.inTenant(tenant, (tx) => tx.listOutboxSince(last, PASS_AT_ONCE));
        for (const { id, event } of entries) {
          const known = liveEvent.safeParse(event);
          if (known.success) tell(room, { id, event: known.data });
        }
        if (entries.length === 0) break;
        last = entries.at(-1)!.id;
      }
      return last;
    } catch (error) {
      // The next notice reads on from the same number.
      log.error({ ...describeError(error) }, "live update not passed on");
      return reached;
    }
  }

  function tell(room: Room, numbered: NumberedEvent): void {
    for (const listener of room.listeners)
      if (mayHear(listener.role, numbered.event)) listener.hear(numbered);
  }
}
