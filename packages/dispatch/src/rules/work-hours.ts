/** A driver is at work, from leaving the start place to being at the end place, no longer than the duty allows. */

export interface WorkTooLong {
  readonly kind: "work-too-long";
  readonly seconds: number;
}

/** @param workSpan  the most seconds of work; infinite when only the duty's hours limit them */
export function workHours(workSeconds: number, { workSpan }: { workSpan: number }): WorkTooLong | undefined {
  const seconds = workSeconds - workSpan;
  return seconds > 0 ? { kind: "work-too-long", seconds } : undefined;
}
