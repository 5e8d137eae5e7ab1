import type { Booking } from "@noriai/api";
import type { ComponentProps } from "react";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { Badge } from "../ui/badge.tsx";

const TONES: Readonly<Record<Booking["state"], NonNullable<ComponentProps<typeof Badge>["tone"]>>> = {
  confirmed: "success",
  boarding: "key",
  riding: "key",
  completed: "gray",
  cancelled_by_rider: "gray",
  cancelled_by_operator: "error",
  no_show: "warning",
  suspended: "warning",
};

export function StateBadge({ state }: { state: Booking["state"] }) {
  const words = useMessages(riderMessages).state;
  return <Badge tone={TONES[state]}>{words[state]}</Badge>;
}
