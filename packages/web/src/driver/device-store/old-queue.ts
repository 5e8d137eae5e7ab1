import type { TaskEventInput } from "@noriai/api";
import type { DeviceRoom } from "./device-room.ts";

/** Takes over what an older version of the app had kept in the open: nothing that was recorded may be lost by an update. */
export function adoptOldQueue(room: DeviceRoom, key: string): void {
  const events = parseOldQueue(localStorage.getItem(key));
  localStorage.removeItem(key);
  for (const event of events) void room.record(event);
}

/** What is not a queue counts as empty. */
export function parseOldQueue(text: string | null): readonly TaskEventInput[] {
  if (text === null) return [];
  try {
    const { unsent } = JSON.parse(text) as { readonly unsent?: unknown };
    return Array.isArray(unsent) ? unsent.filter(isEvent) : [];
  } catch {
    return [];
  }
}

const isEvent = (value: unknown): value is TaskEventInput =>
  typeof value === "object" && value !== null && "id" in value && "dutyId" in value && "kind" in value;
