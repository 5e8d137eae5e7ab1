import type { CrewMessages } from "../messages/crew/index.ts";

/** "2028-04-05" → 2028年4月5日: papers run over years, so the year is said. */
export function paperDay(date: string, { paperDay: write }: Pick<CrewMessages, "paperDay">): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return write(year, month, day);
}
