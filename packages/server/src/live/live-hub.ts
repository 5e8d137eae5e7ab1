import type { LiveEvent } from "@noriai/api";
import type { Role } from "@noriai/identity";
import type { TenantId } from "@noriai/kernel";
import type { Store } from "@noriai/store";
import { describeError, type Log } from "../log.ts";
import { readOutbox } from "./read-outbox.ts";

/** A live update with its place in the outbox; `id` is absent for what needs no replay. */
export interface NumberedEvent {
  readonly id?: number;
  readonly event: LiveEvent;
}

interface Listener {
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
  /** Hears of every commit of every tenant that there is something new to tell. */
  onCommit(hear: (tenant: TenantId) => void): void;
  /** To all tenants: the demo clock moved. */
  tellClock(): void;
  endSession(tokenHash: string): void;
  listenerCount(): number;
  close(): Promise<void>;
}

/** What each role needs to know of; names and trips are never in an event. */
const TOPICS: Readonly<Record<Role, readonly LiveEvent["topic"][]>> = {
  rider: ["plan", "recurring", "intake", "clock"],
  driver: ["plan", "crew", "terminals", "clock", "acknowledged", "driver-messages", "conflicts"],
  call_operator: [
    "crew",
    "plan",
    "recurring",
    "intake",
    "position",
    "terminal-state",
    "acknowledged",
    "conflicts",
    "delay-list",
    "driver-messages",
    "notices",
    "call",
    "clock",
  ],
  transport_operator: [
    "crew",
    "terminals",
    "plan",
    "intake",
    "stops",
    "position",
    "terminal-state",
    "acknowledged",
    "conflicts",
    "delay-list",
    "driver-messages",
    "notices",
    "clock",
  ],
  municipality: [
    "crew",
    "terminals",
    "plan",
    "intake",
    "stops",
    "position",
    "terminal-state",
    "acknowledged",
    "delay-list",
    "waiting",
    "notices",
    "clock",
  ],
  auditor: ["plan", "clock"],
};

export const mayHear = (role: Role, event: LiveEvent): boolean => TOPICS[role].includes(event.topic);

interface Source {
  readonly store: Store;
  readonly log: Log;
}

export async function createLiveHub(source: Source): Promise<LiveHub> {
  const rooms = new Map<TenantId, Room>();
  const commits = new Set<(tenant: TenantId) => void>();
  const stopListening = await source.store.listen(({ tenant, id }) => {
    rooms.get(tenant)?.passOn(id);
    for (const hear of commits) hear(tenant);
  });
  const everybody = (): Listener[] => [...rooms.values()].flatMap(({ listeners }) => [...listeners]);

  return {
    async join(tenant, listener) {
      const room = rooms.get(tenant) ?? openRoom(source, tenant);
      rooms.set(tenant, room);
      room.listeners.add(listener);
      const leave = (): void => {
        room.listeners.delete(listener);
        if (room.listeners.size === 0 && rooms.get(tenant) === room) rooms.delete(tenant);
      };
      await room.ready.catch((error) => {
        leave();
        throw error;
      });
      return leave;
    },
    onCommit: (hear) => void commits.add(hear),
    tellClock() {
      for (const room of rooms.values()) tell(room.listeners, { event: { topic: "clock" } });
    },
    endSession(tokenHash) {
      for (const listener of everybody()) if (listener.tokenHash === tokenHash) listener.end();
    },
    listenerCount: () => everybody().length,
    async close() {
      for (const listener of everybody()) listener.end();
      await stopListening();
    },
  };
}

/** One tenant's listeners. */
interface Room {
  readonly listeners: Set<Listener>;
  /** Fails when the database is away; the room is then to be left. */
  readonly ready: Promise<unknown>;
  /** Passes on what the outbox holds up to this number; one after the other, so that everybody hears it in order. */
  passOn(upTo: number): void;
}

function openRoom(source: Source, tenant: TenantId): Room {
  const listeners = new Set<Listener>();
  const ready = source.store.inTenant(tenant, (tx) => tx.lastOutboxId());
  let reached: Promise<number> = ready.catch(() => 0);
  return {
    listeners,
    ready,
    passOn(upTo) {
      reached = reached.then((from) => passBetween({ source, tenant, listeners, from, upTo }));
    },
  };
}

/** Reads on from the number reached; a database that is away loses nothing, the next notice reads on from the same. */
async function passBetween({
  source: { store, log },
  tenant,
  listeners,
  from,
  upTo,
}: {
  readonly source: Source;
  readonly tenant: TenantId;
  readonly listeners: ReadonlySet<Listener>;
  readonly from: number;
  readonly upTo: number;
}): Promise<number> {
  let reached = from;
  try {
    while (reached < upTo) {
      const piece = await readOutbox(store, tenant, reached);
      for (const numbered of piece.events) tell(listeners, numbered);
      if (piece.reached === reached) break;
      reached = piece.reached;
    }
  } catch (error) {
    log.error({ ...describeError(error) }, "live update not passed on");
  }
  return reached;
}

function tell(listeners: ReadonlySet<Listener>, numbered: NumberedEvent): void {
  for (const listener of listeners) if (mayHear(listener.role, numbered.event)) listener.hear(numbered);
}
