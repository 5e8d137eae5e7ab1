import type { Booking } from "@noriai/api";
import type { ComponentProps } from "react";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { Badge } from "../ui/badge.tsx";

const TONES: Readonly<Record<Booking["state"], NonNullable<ComponentProps<typeof Badge>["tone"]>>> = {
  confirmed: "key",
  boarding: "key",
  riding: "success",
  completed: "gray",
  cancelled_by_rider: "gray",
  cancelled_by_operator: "error",
  no_show: "warning",
  suspended: "warning",
};

/** The state of a booking in the words of the staff. */
export function StateBadge({ state }: { state: Booking["state"] }) {
  const { states } = useMessages(bookingsMessages);
  return (
    <Badge tone={TONES[state]}>
      <span className="sm:whitespace-nowrap">{states[state]}</span>
    </Badge>
  );
}
