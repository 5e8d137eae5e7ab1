import type { Board } from "@noriai/api";
import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useFormat } from "../../shell/session.ts";
import { SelectField } from "../../ui/field.tsx";
import type { Choice } from "./instruction-of.ts";
import { useBoardNames } from "./use-board-names.ts";

/** What every part of the form is given. */
export interface ChoiceProps {
  readonly board: Board;
  readonly dutyId: string;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** One of these bookings, by the promised time, the rider and the way. */
export function BookingField({
  board,
  bookings,
  choice,
  onChoose,
}: ChoiceProps & { readonly bookings: Board["bookings"] }) {
  const t = useMessages(handMessages);
  const { time } = useFormat();
  const { riderOf } = useBoardNames(board);
  return (
    <SelectField
      label={t.booking}
      value={choice.bookingId}
      onChange={(event) =>
        onChoose({ ...choice, bookingId: event.target.value, pickup: "", dropoff: "", until: "" })
      }
    >
      <option value="">{t.choose}</option>
      {bookings.map(({ id, promise }) => (
        <option key={id} value={id}>
          {time(promise.pickupFrom)} {riderOf(id).name} {riderOf(id).route}
        </option>
      ))}
    </SelectField>
  );
}
