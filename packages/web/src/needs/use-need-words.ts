import type { TripNeed } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { needsMessages } from "../messages/needs/index.ts";

/** The needs of a trip in the short words of the staff, one for each. */
export function useNeedWords(): (trip: {
  readonly needs?: readonly TripNeed[] | undefined;
}) => readonly string[] {
  const t = useMessages(needsMessages);
  return ({ needs = [] }) => needs.map((need) => t.short[need]);
}
