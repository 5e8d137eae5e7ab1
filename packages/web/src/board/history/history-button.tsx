import { useState } from "react";
import { useMessages } from "../../language.tsx";
import { historyMessages } from "../../messages/history/index.ts";
import { buttonLook } from "../../ui/button.tsx";
import { HistoryPanel } from "./history-panel.tsx";

/** Opens a booking's whole history at the side of the page. */
export function HistoryButton({ bookingId, boardingCode }: { bookingId: string; boardingCode: string }) {
  const t = useMessages(historyMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t.openFor(boardingCode)}
        className={`${buttonLook({ look: "outline", size: "small" })} whitespace-nowrap`}
        onClick={() => setOpen(true)}
      >
        {t.open}
      </button>
      {open && (
        <HistoryPanel bookingId={bookingId} boardingCode={boardingCode} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
