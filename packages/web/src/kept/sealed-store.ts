import { type IDBPDatabase, openDB } from "idb";
import { keyOf, type RoomKeys } from "./room-key.ts";
import { type Random, type Sealed, seal, unseal } from "./seal.ts";

/**
 * What this device keeps for hours without a network, encrypted at rest. Everything of one room is sealed with one key
 * and gone with it. Where the browser keeps nothing (private windows, full storage) nothing is kept and nothing fails.
 */
export interface SealedStore {
  readonly keep: (place: Place, value: unknown) => Promise<void>;
  /** The value and the device's time at which it was kept, in milliseconds. */
  readonly read: (place: Place) => Promise<KeptValue | undefined>;
  /** Forgets a room with its key: what may be left of it on the disk can never be read again. */
  readonly forget: (room: string) => Promise<void>;
}

/** Rooms are forgotten as a whole: a tenant's when its session ends. */
export interface Place {
  readonly room: string;
  readonly name: string;
}

export interface KeptValue {
  readonly value: unknown;
  readonly keptAtMs: number;
}

interface Rooms extends RoomKeys {
  /** Under [room, name]. */
  values: { key: [string, string]; value: Sealed };
}

/** @param deviceMs  the device's own clock, which may be wrong */
export function createSealedStore({
  database,
  random,
  deviceMs,
}: {
  readonly database: string;
  readonly random: Random;
  readonly deviceMs: () => number;
}): SealedStore {
  let opened: Promise<IDBPDatabase<Rooms>> | undefined;
  const open = () => (opened ??= openRooms(database));

  return {
    async keep({ room, name }, value) {
      await orNothing(async () => {
        const db = await open();
        const key = await keyOf(db, room);
        const sealed = await seal({ value, keptAtMs: deviceMs() }, { key, name: `${room} ${name}`, random });
        await put(db, { room, name }, sealed);
      });
    },
    read: ({ room, name }) =>
      orNothing(async () => {
        const db = await open();
        const [key, sealed] = await Promise.all([db.get("keys", room), db.get("values", [room, name])]);
        if (key === undefined || sealed === undefined) return undefined;
        return (await unseal(sealed, { key, name: `${room} ${name}` })) as KeptValue | undefined;
      }),
    async forget(room) {
      await orNothing(async () => {
        const change = (await open()).transaction(["keys", "values"], "readwrite");
        await change.objectStore("keys").delete(room);
        await change.objectStore("values").delete(IDBKeyRange.bound([room, ""], [room, "\uffff"]));
        await change.done;
      });
    },
  };
}

const openRooms = (database: string): Promise<IDBPDatabase<Rooms>> =>
  openDB<Rooms>(database, 1, {
    upgrade(db) {
      db.createObjectStore("keys");
      db.createObjectStore("values");
    },
  });

/** Unless the room was forgotten in the meantime: then it belongs to a session that has ended. */
async function put(db: IDBPDatabase<Rooms>, { room, name }: Place, sealed: Sealed): Promise<void> {
  const change = db.transaction(["keys", "values"], "readwrite");
  if ((await change.objectStore("keys").get(room)) !== undefined)
    await change.objectStore("values").put(sealed, [room, name]);
  await change.done;
}

async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
