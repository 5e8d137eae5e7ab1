import type { DBSchema, IDBPDatabase } from "idb";
import { newKey } from "./seal.ts";

/** Where a database keeps the key of each of its rooms. */
export interface RoomKeys extends DBSchema {
  keys: { key: string; value: CryptoKey };
}

/** The room's key, made when it has none; of two windows that make one at the same time the first one counts. */
export async function keyOf<Rooms extends RoomKeys>(
  db: IDBPDatabase<Rooms>,
  room: string,
): Promise<CryptoKey> {
  const keys = db as unknown as IDBPDatabase<RoomKeys>;
  const known = await keys.get("keys", room);
  if (known !== undefined) return known;
  const made = await newKey();
  const change = keys.transaction("keys", "readwrite");
  const first = await change.store.get(room);
  if (first === undefined) await change.store.put(made, room);
  await change.done;
  return first ?? made;
}
