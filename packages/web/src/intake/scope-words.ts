import type { IntakeNotice } from "@noriai/api";
import { epochMs, type Format } from "../format.ts";
import type { IntakeMessages } from "../messages/intake/index.ts";

type Scope = IntakeNotice["scope"];

const NAMES_MAX = 3;

/** What a stop of intake covers, in words. */
export function scopeWords(
  { channels, stops, area, rides }: Scope,
  t: IntakeMessages,
  { format, stopName }: { readonly format: Format; readonly stopName: (id: string) => string },
): string {
  const names = stops?.slice(0, NAMES_MAX).map(stopName).join(t.scope.join) ?? "";
  const parts = [
    ...(channels ?? []).map((channel) => t.scope.channels[channel]),
    ...(stops ? [t.scope.stops(names, Math.max(0, stops.length - NAMES_MAX))] : []),
    ...(area ? [t.scope.area] : []),
    ...(rides
      ? [t.scope.rides(format.date(rides.from), format.time(rides.from), format.time(rides.to))]
      : []),
  ];
  return parts.length === 0 ? t.scope.all : parts.join(t.scope.join);
}

/** Is the planned end over, while the stop still stands? */
export const isOverdue = (plannedEnd: string | null, now: number): boolean =>
  plannedEnd !== null && epochMs(plannedEnd) / 1000 <= now;
