import type { TripNeed } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { needsMessages } from "../messages/needs/index.ts";

/** What the driver is told of a ride, for the rider to read. */
export function ToldNeeds({ needs }: { needs: readonly TripNeed[] }) {
  const t = useMessages(needsMessages);
  return <span className="block">{t.told(needs.map((need) => t.names[need]).join(t.between))}</span>;
}
