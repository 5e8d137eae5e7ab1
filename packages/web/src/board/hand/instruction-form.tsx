import type { Board } from "@noriai/api";
import { useNow } from "../../clock.tsx";
import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { SelectField, TextField } from "../../ui/field.tsx";
import { type Action, movableIn, targetsFor } from "./actions-of.ts";
import { type Choice, REASONS } from "./instruction-of.ts";
import { useBoardNames } from "./use-board-names.ts";

/** What has to be chosen for an action; for most of them nothing. */
export function InstructionForm({
  action,
  board,
  dutyId,
  choice,
  onChoose,
}: {
  action: Action;
  board: Board;
  dutyId: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const t = useMessages(handMessages);
  if (action === "takeOut")
    return (
      <>
        <SelectField
          label={t.reason}
          value={choice.reason}
          onChange={(event) => onChoose({ ...choice, reason: event.target.value as Choice["reason"] })}
        >
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t.reasons[reason]}
            </option>
          ))}
        </SelectField>
        <TextField
          type="time"
          label={t.from}
          hint={t.fromHint}
          value={choice.from}
          onChange={(event) => onChoose({ ...choice, from: event.target.value })}
        />
      </>
    );
  if (action === "move")
    return <MoveFields board={board} dutyId={dutyId} choice={choice} onChoose={onChoose} />;
  return null;
}

function MoveFields({
  board,
  dutyId,
  choice,
  onChoose,
}: {
  board: Board;
  dutyId: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const t = useMessages(handMessages);
  const { time } = useFormat();
  const now = useNow();
  const { riderOf } = useBoardNames(board);
  const { vehicles } = useTenancy().service;
  return (
    <>
      <SelectField
        label={t.booking}
        value={choice.bookingId}
        onChange={(event) => onChoose({ ...choice, bookingId: event.target.value })}
      >
        <option value="">{t.choose}</option>
        {movableIn(board, dutyId).map(({ id, promise }) => (
          <option key={id} value={id}>
            {time(promise.pickupFrom)} {riderOf(id).name} {riderOf(id).route}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t.target}
        value={choice.target}
        onChange={(event) => onChoose({ ...choice, target: event.target.value })}
      >
        <option value="">{t.choose}</option>
        {targetsFor(board, dutyId, now).map(({ id, vehicleId, startsAt, endsAt }) => (
          <option key={id} value={id}>
            {vehicles.find((vehicle) => vehicle.id === vehicleId)?.name ?? vehicleId} {time(startsAt)}〜
            {time(endsAt)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
