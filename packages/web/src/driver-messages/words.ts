import type { DriverMessage } from "@noriai/api";
import type { DriverMessagesMessages } from "../messages/driver-messages/index.ts";

/** A message as it is read: its own words, or the saying in the reader's language. */
export function messageText(
  { content, to }: Pick<DriverMessage, "content" | "to">,
  t: DriverMessagesMessages,
): string {
  if (content.kind === "text") return content.text;
  const sayings: Readonly<Record<string, string>> = to === "driver" ? t.sayingsToDriver : t.sayingsToOffice;
  return sayings[content.saying] ?? content.saying;
}

/** Whole minutes since a message was sent. */
export const minutesSince = (sentAt: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(sentAt) / 1000) / 60));

/** How many duties' drivers are to be phoned, and how many messages of drivers nobody has read. */
export function alertsIn(
  messages: readonly DriverMessage[],
  now: number,
): { readonly toPhone: number; readonly fromDrivers: number } {
  const fromDrivers = messages.filter(({ to, readAt }) => to === "office" && readAt === null);
  return { toPhone: toBePhoned(messages, now).length, fromDrivers: fromDrivers.length };
}

/** Messages that nobody has read in time: the driver is to be phoned. The oldest of each duty stands for the others. */
export function toBePhoned(messages: readonly DriverMessage[], now: number): readonly DriverMessage[] {
  const due = messages.filter(({ phoneFrom }) => phoneFrom !== null && Date.parse(phoneFrom) / 1000 <= now);
  return due.filter(({ dutyId }, k) => due.findIndex((other) => other.dutyId === dutyId) === k);
}
