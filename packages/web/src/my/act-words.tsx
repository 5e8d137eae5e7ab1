import type { Booking } from "@noriai/api";
import { lazy, Suspense } from "react";
import { IfItComes } from "../ui/if-it-comes.tsx";
import { newsOf } from "./acts.ts";

// Most bookings are their member's alone: the words are fetched where somebody else had a hand in one.
const ActLines = lazy(async () => ({ default: (await import("./act-lines.tsx")).ActLines }));

/** Who booked, changed or called off; said only where it was not the member alone. */
export function ActWords({ acts }: { acts: Booking["acts"] }) {
  const told = newsOf(acts ?? []);
  return (
    told.length > 0 && (
      <IfItComes>
        <Suspense>
          <ActLines told={told} />
        </Suspense>
      </IfItComes>
    )
  );
}
