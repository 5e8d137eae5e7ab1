import type { Board } from "@noriai/api";
import { useState } from "react";
import { BookingLink } from "../../bookings/booking-link.tsx";
import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { InstructionDialog } from "./instruction-dialog.tsx";
import { useBoardNames } from "./use-board-names.ts";
import { useMayDispatch } from "./use-may-dispatch.ts";

/** Who has to be cared for by people, and what can still be taken back. */
export function HandNotices({ board }: { board: Board }) {
  return (
    <>
      <CareNotices board={board} />
      <Undo board={board} />
    </>
  );
}

/** Who has to be cared for by people: those without a vehicle, those at closed stops. On a past day nobody any more. */
export function CareNotices({ board, isPast = false }: { board: Board; isPast?: boolean }) {
  return (
    <>
      {board.stranded.length > 0 && <Stranded board={board} isPast={isPast} />}
      {board.closures.length > 0 && <Closures board={board} isPast={isPast} />}
    </>
  );
}

function Stranded({ board, isPast }: { board: Board; isPast: boolean }) {
  const t = useMessages(handMessages).stranded;
  const { time } = useFormat();
  const { riderOf, isAboard } = useBoardNames(board);
  const riders = board.bookings.filter(({ id }) => board.stranded.includes(id));
  return (
    <Notice tone="error" title={t.title(riders.length)}>
      {!isPast && <p>{t.hint}</p>}
      <ul className="mt-2 list-disc pl-6">
        {riders.map(({ id, promise, boardingCode }) => {
          const { name, route } = riderOf(id);
          return (
            <li key={id}>
              {t.line(name, time(promise.pickupFrom), route)} {isAboard(id) && <b>{t.aboard}</b>}{" "}
              {!isPast && <BookingLink bookingId={id} code={boardingCode} />}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function Closures({ board: { closures }, isPast }: { board: Board; isPast: boolean }) {
  const t = useMessages(handMessages);
  const { time } = useFormat();
  const { stops } = useTenancy().service;
  return (
    <Notice
      tone="warning"
      title={closures
        .map(({ stopId, until, reason }) => {
          const stop = stops.find(({ id }) => id === stopId);
          const name = stop === undefined ? stopId : `${stop.number} ${stop.name}`;
          return t.closed(name, time(until), t.closureReasons[reason]);
        })
        .join(" ")}
    >
      {!isPast && <p>{t.nearHint}</p>}
    </Notice>
  );
}

/** The dialog stands beside the notice, not in it: the notice goes with the last step, and what was done is still told. */
function Undo({ board }: { board: Board }) {
  const t = useMessages(handMessages);
  const { time } = useFormat();
  const [open, setOpen] = useState(false);
  const { undoable } = board;
  if (!useMayDispatch()) return null;
  return (
    <>
      {undoable !== null && (
        <Notice title={t.undoable[undoable.kind](time(undoable.at))}>
          <p className="mb-2">{t.undoable.hint}</p>
          <Button look="outline" size="small" onClick={() => setOpen(true)}>
            {t.menu.undo}
          </Button>
        </Notice>
      )}
      <InstructionDialog
        action={open ? "undo" : undefined}
        board={board}
        dutyId={board.duties[0]?.id ?? ""}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
