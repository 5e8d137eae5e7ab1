import { useEffect, useId, useRef } from "react";
import { useMessages } from "../../language.tsx";
import { historyMessages } from "../../messages/history/index.ts";
import { useRead } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { HistoryEntries } from "./history-entries.tsx";

/**
 * Everything about one booking, at the side of the page. It keeps the focus until it is closed, by Esc or its button;
 * then the focus goes back to where it was opened.
 */
export function HistoryPanel({
  bookingId,
  boardingCode,
  onClose,
}: {
  bookingId: string;
  boardingCode: string;
  onClose: () => void;
}) {
  const t = useMessages(historyMessages);
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current!;
    if (!dialog.open) dialog.showModal();
    heading.current?.focus();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      className="mr-0 ml-auto h-dvh max-h-dvh w-[min(34rem,100vw)] overflow-auto border-l border-line bg-white p-6 text-solid-gray-800 shadow-3"
    >
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <h2 ref={heading} tabIndex={-1} id={titleId} className="text-2xl leading-normal font-bold">
          {t.title(boardingCode)}
        </h2>
        <Button look="outline" size="small" onClick={() => ref.current?.close()}>
          {t.close}
        </Button>
      </div>
      <History bookingId={bookingId} />
    </dialog>
  );
}

function History({ bookingId }: { bookingId: string }) {
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getBookingHistory", { params: { tenant, bookingId } });
  if (error !== null && data === undefined)
    return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Loading /> : <HistoryEntries history={data} />;
}
