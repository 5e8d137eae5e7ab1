import type { Board, InstructionAnswer } from "@noriai/api";
import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useFormat } from "../../shell/session.ts";
import { useBoardNames } from "./use-board-names.ts";

type Effect = Extract<InstructionAnswer, { kind: "instructed" }>["effects"][number];

/** Whom it touches and how, those worst off first. */
export function EffectList({ board, effects }: { board: Board; effects: readonly Effect[] }) {
  const t = useMessages(handMessages).preview;
  const { riderOf } = useBoardNames(board);
  if (effects.length === 0) return <p>{t.nobody}</p>;
  return (
    <>
      <p className="font-bold">{t.sum(effects.length)}</p>
      <ul className="flex flex-col gap-2">
        {effects.map((effect) => {
          const { name, route } = riderOf(effect.bookingId);
          const isBad = effect.after.dutyId === null || effect.after.late > 0;
          return (
            <li
              key={effect.bookingId}
              className={`rounded-8 border p-3 ${isBad ? "border-error-1 bg-red-50" : "border-line bg-surface"}`}
            >
              <p className="font-bold">{t.line(name, route)}</p>
              <Consequences board={board} effect={effect} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Consequences({ board, effect }: { board: Board; effect: Effect }) {
  const t = useMessages(handMessages).preview;
  const { time } = useFormat();
  const { vehicleOf, isAboard } = useBoardNames(board);
  const { bookingId, before, after } = effect;
  if (after.dutyId === null)
    return <p className="font-bold text-error-2">{isAboard(bookingId) ? t.aboard : t.stranded}</p>;
  const { dutyId, pickupAt, dropoffAt, late } = after;
  const said = [
    ...(before.dutyId === null && pickupAt !== null ? [t.found(vehicleOf(dutyId), time(pickupAt))] : []),
    ...(before.dutyId !== null && before.dutyId !== dutyId
      ? [t.moved(vehicleOf(before.dutyId), vehicleOf(dutyId))]
      : []),
    ...differing(before.pickupAt, pickupAt, (a, b) => t.pickup(time(a), time(b))),
    ...differing(before.dropoffAt, dropoffAt, (a, b) => t.dropoff(time(a), time(b))),
  ];
  return (
    <>
      {said.map((words) => (
        <p key={words} className="tabular-nums">
          {words}
        </p>
      ))}
      {late > 0 ? (
        <p className="font-bold text-error-2">{t.late(Math.ceil(late / 60))}</p>
      ) : (
        <p>{before.late > 0 ? t.lateKept : t.kept}</p>
      )}
    </>
  );
}

const differing = (
  before: string | null,
  after: string | null,
  words: (before: string, after: string) => string,
): readonly string[] => (before === null || after === null || before === after ? [] : [words(before, after)]);
