import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { SelectField, TextField } from "../../ui/field.tsx";
import { type Action, movableIn, pinnedIn } from "./actions-of.ts";
import { BookingField, type ChoiceProps } from "./booking-field.tsx";
import { type Choice, hasLater, REASONS } from "./instruction-of.ts";
import { MoveFields } from "./move-fields.tsx";
import { StopFields } from "./stop-fields.tsx";

/** What has to be chosen for an action; for some of them nothing. */
export function InstructionForm({ action, ...props }: ChoiceProps & { action: Action }) {
  const { board, dutyId } = props;
  switch (action) {
    case "takeOut":
      return <OutFields {...props} />;
    case "bringBack":
      return <RestOfDay {...props} isBack />;
    case "move":
      return <MoveFields {...props} />;
    case "pin":
    case "unpin":
      return <BookingField {...props} bookings={pinnedIn(board, dutyId, action === "unpin")} />;
    case "wait":
      return <WaitFields {...props} />;
    case "changeVehicle":
      return <VehicleField {...props} />;
    case "addDuty":
      return <AddFields {...props} />;
    case "closeStop":
    case "openStop":
      return <StopFields {...props} isClosing={action === "closeStop"} />;
    case "undo":
      return null;
  }
}

function OutFields(props: ChoiceProps) {
  const t = useMessages(handMessages);
  const { choice, onChoose } = props;
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
      <RestOfDay {...props} isBack={false} />
    </>
  );
}

/** Asked only of a vehicle that drives again later. */
function RestOfDay({ board, dutyId, choice, onChoose, isBack }: ChoiceProps & { isBack: boolean }) {
  const t = useMessages(handMessages);
  if (!hasLater(board, dutyId)) return null;
  return (
    <label className="flex min-h-11 items-center gap-3 text-lg">
      <input
        type="checkbox"
        className="size-6 accent-key-900"
        checked={choice.restOfDay}
        onChange={(event) => onChoose({ ...choice, restOfDay: event.target.checked })}
      />
      {isBack ? t.restBack : t.restOfDay}
    </label>
  );
}

function WaitFields(props: ChoiceProps) {
  const t = useMessages(handMessages);
  const { time } = useFormat();
  const { board, dutyId, choice, onChoose } = props;
  const booking = board.bookings.find(({ id }) => id === choice.bookingId);
  return (
    <>
      <BookingField {...props} bookings={movableIn(board, dutyId)} />
      <TextField
        type="time"
        label={t.until}
        hint={booking && t.untilHint(time(booking.promise.pickupFrom), time(booking.promise.pickupTo))}
        value={choice.until}
        onChange={(event) => onChoose({ ...choice, until: event.target.value })}
      />
    </>
  );
}

function VehicleField({ board, dutyId, choice, onChoose }: ChoiceProps) {
  const t = useMessages(handMessages);
  const { vehicles } = useTenancy().service;
  const own = board.duties.find(({ id }) => id === dutyId)?.vehicleId;
  return (
    <SelectField
      label={t.newVehicle}
      hint={t.newVehicleHint}
      value={choice.vehicleId}
      onChange={(event) => onChoose({ ...choice, vehicleId: event.target.value })}
    >
      <option value="">{t.choose}</option>
      {vehicles
        .filter(({ id }) => id !== own)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}

function AddFields({ choice, onChoose }: ChoiceProps) {
  const t = useMessages(handMessages);
  const { vehicles } = useTenancy().service;
  return (
    <>
      <SelectField
        label={t.vehicle}
        hint={t.hoursHint}
        value={choice.vehicleId}
        onChange={(event) => onChoose({ ...choice, vehicleId: event.target.value })}
      >
        <option value="">{t.choose}</option>
        {vehicles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          type="time"
          label={t.starts}
          value={choice.from}
          onChange={(event) => onChoose({ ...choice, from: event.target.value })}
        />
        <TextField
          type="time"
          label={t.ends}
          value={choice.until}
          onChange={(event) => onChoose({ ...choice, until: event.target.value })}
        />
      </div>
    </>
  );
}
