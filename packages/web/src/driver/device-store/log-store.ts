import { type IDBPDatabase, openDB } from "idb";
import { keyOf, type RoomKeys } from "../../kept/room-key.ts";
import { type Random, type Sealed, seal, unseal } from "../../kept/seal.ts";
import type { Correction } from "./clock-doubt.ts";
import {
  append,
  clockSet,
  type DeviceEntry,
  type DeviceEvent,
  type DeviceLog,
  newLog,
  settle,
  type Taken,
} from "./device-log.ts";

/**
 * A tablet's log on its disk, encrypted with a key that cannot be taken out of the browser. Every change reads and writes
 * in one transaction, so that two windows never give a number twice. Each gives the log as it is then; fails where the
 * browser keeps nothing.
 */
export interface LogStore {
  readonly load: () => Promise<DeviceLog>;
  /** Done when the entry is on the disk. @param drift  as of a log's entry */
  readonly append: (event: DeviceEvent, drift?: number) => Promise<DeviceLog>;
  /** Lets go of what the server has taken in. */
  readonly settle: (answer: Taken) => Promise<DeviceLog>;
  readonly setClock: (correction: Correction) => Promise<DeviceLog>;
}

interface Rooms extends RoomKeys {
  heads: { key: string; value: Pick<DeviceLog, "id" | "next"> };
  /** Under [tenant, number]. */
  entries: { key: [string, number]; value: { readonly event: SealedEvent; readonly drift: number } };
}

interface SealedEvent {
  readonly id: string;
  readonly sealed: Sealed;
}

interface Room {
  readonly tenant: string;
  readonly newId: () => string;
  readonly random: Random;
}

export function createLogStore(room: Room): LogStore {
  const withRooms = reopening();
  const change = (work: (log: DeviceLog<SealedEvent>) => DeviceLog<SealedEvent>) =>
    withRooms(async (db) => unsealed(db, room, await changeLog(db, room, work)));
  return {
    load: () => change((log) => log),
    async append(event, drift) {
      const sealed = await withRooms((db) => sealEvent(db, room, event));
      return change((log) => append(log, sealed, drift));
    },
    settle: (answer) => change((log) => settle(log, answer, room.newId())),
    setClock: (correction) => change((log) => clockSet(log, correction)),
  };
}

/** Works with the database; after a failure, or when the browser has closed it, it is opened anew. */
function reopening(): <T>(work: (db: IDBPDatabase<Rooms>) => Promise<T>) => Promise<T> {
  let opened: Promise<IDBPDatabase<Rooms>> | undefined;
  const forget = () => {
    opened = undefined;
  };
  return async (work) => {
    opened ??= openRooms(forget);
    const one = opened;
    try {
      return await work(await one);
    } catch (failed) {
      if (opened === one) forget();
      void one.then((db) => db.close()).catch(() => {});
      throw failed;
    }
  };
}

const openRooms = (terminated: () => void): Promise<IDBPDatabase<Rooms>> =>
  openDB<Rooms>("noriai-log", 1, {
    terminated,
    upgrade(db) {
      db.createObjectStore("keys");
      db.createObjectStore("heads");
      db.createObjectStore("entries");
    },
  });

/** Strict: written through to the disk before it counts, for the next second may take the battery. */
async function changeLog(
  db: IDBPDatabase<Rooms>,
  { tenant, newId }: Room,
  work: (log: DeviceLog<SealedEvent>) => DeviceLog<SealedEvent>,
): Promise<DeviceLog<SealedEvent>> {
  const changing = db.transaction(["heads", "entries"], "readwrite", { durability: "strict" });
  const [heads, entries] = [changing.objectStore("heads"), changing.objectStore("entries")];
  const head = await heads.get(tenant);
  const before = head === undefined ? newLog(newId()) : { ...head, unsent: await entriesOf(entries, tenant) };
  const after = work(before);
  if (after !== before || head === undefined) {
    const kept = new Set(after.unsent);
    for (const entry of before.unsent) if (!kept.has(entry)) await entries.delete([tenant, entry.no]);
    const known = new Set<unknown>(before.unsent);
    for (const entry of after.unsent)
      if (!known.has(entry))
        await entries.put({ event: entry.event, drift: entry.drift }, [tenant, entry.no]);
    await heads.put({ id: after.id, next: after.next }, tenant);
  }
  await changing.done;
  return after;
}

async function entriesOf(
  entries: {
    readonly getAll: (range: IDBKeyRange) => Promise<readonly Rooms["entries"]["value"][]>;
    readonly getAllKeys: (range: IDBKeyRange) => Promise<readonly [string, number][]>;
  },
  tenant: string,
): Promise<readonly DeviceEntry<SealedEvent>[]> {
  const own = IDBKeyRange.bound([tenant, 0], [tenant, Number.MAX_SAFE_INTEGER]);
  const [kept, keys] = await Promise.all([entries.getAll(own), entries.getAllKeys(own)]);
  return kept.map((entry, k) => ({ ...entry, no: keys[k]![1] }));
}

async function sealEvent(
  db: IDBPDatabase<Rooms>,
  { tenant, random }: Room,
  event: DeviceEvent,
): Promise<SealedEvent> {
  const key = await keyOf(db, tenant);
  return { id: event.id, sealed: await seal(event, { key, name: nameOf(tenant, event.id), random }) };
}

async function unsealed(
  db: IDBPDatabase<Rooms>,
  { tenant }: Room,
  { unsent, ...head }: DeviceLog<SealedEvent>,
): Promise<DeviceLog> {
  const key = await db.get("keys", tenant);
  const open = async ({ id, sealed }: SealedEvent) =>
    key && ((await unseal(sealed, { key, name: nameOf(tenant, id) })) as DeviceEvent | undefined);
  const events = await Promise.all(unsent.map(({ event }) => open(event)));
  return {
    ...head,
    unsent: unsent.map(({ no, drift, event: { id } }, k) => ({ no, drift, event: events[k] ?? damaged(id) })),
  };
}

/** What cannot be opened any more still has its number: the server writes down that it came, and people ask. */
const damaged = (id: string): DeviceEvent =>
  ({ id, at: "2000-01-01T00:00:00Z", kind: "damaged" }) as unknown as DeviceEvent;

/** A sealed event that was moved to another tenant or taken for another one does not open. */
const nameOf = (tenant: string, id: string): string => `${tenant} ${id}`;
