import type { BookingPage } from "@noriai/api";
import { useEffect, useRef } from "react";
import { OvertakenNotice } from "../../bookings/overtaken-notice.tsx";
import { useKeys } from "../use-keys.ts";

/** Somebody else was faster with the booking that is changed: shown in the place of the offer, before any yes. */
export function OvertakenChange({
  seen,
  now,
  onLeave,
  onGoOn,
}: {
  seen: BookingPage;
  now: BookingPage;
  onLeave: () => void;
  /** To ask anew for what was typed, now knowing the booking as it is. */
  onGoOn: () => void;
}) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Who is typing goes on; a button that was there for a yes is gone.
    if (document.activeElement?.matches("input, select, textarea") === true) return;
    panel.current?.querySelector("button")?.focus();
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useKeys({ escape: onLeave });
  return (
    <div ref={panel}>
      <OvertakenNotice
        seen={seen}
        now={now}
        onLeave={onLeave}
        onGoOn={now.booking.actions.includes("change") ? onGoOn : undefined}
      />
    </div>
  );
}
