/** How long ago something was, in the largest unit of which it has one: 59 minutes, 23 hours, 3 days. */
export interface Age {
  readonly unit: "minutes" | "hours" | "days";
  readonly count: number;
}

/** @param ms  below zero when the device's clock was set back: that was just now */
export function ageOf(ms: number): Age {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 60) return { unit: "minutes", count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? { unit: "hours", count: hours } : { unit: "days", count: Math.floor(hours / 24) };
}
