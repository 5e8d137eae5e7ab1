import { useNow } from "../../clock.tsx";
import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { SelectField } from "../../ui/field.tsx";
import { aheadIn, movableIn, targetsFor } from "./actions-of.ts";
import { BookingField, type ChoiceProps } from "./booking-field.tsx";
import { useBoardNames } from "./use-board-names.ts";

/** Which rider, to which vehicle, and, who wants to say it, at which turn. */
export function MoveFields(props: ChoiceProps) {
  const { board, dutyId, choice, onChoose } = props;
  const t = useMessages(handMessages);
  const { time } = useFormat();
  const now = useNow();
  const { vehicleOf } = useBoardNames(board);
  const { vehicles } = useTenancy().service;
  return (
    <>
      <BookingField {...props} bookings={movableIn(board, dutyId)} />
      <SelectField
        label={t.target}
        value={choice.target}
        onChange={(event) => {
          const target = event.target.value;
          const place = target === dutyId ? { pickup: "0", dropoff: "0" } : { pickup: "", dropoff: "" };
          onChoose({ ...choice, target, ...place });
        }}
      >
        <option value="">{t.choose}</option>
        <option value={dutyId}>{t.own(vehicleOf(dutyId))}</option>
        {targetsFor(board, dutyId, now).map(({ id, vehicleId, startsAt, endsAt }) => (
          <option key={id} value={id}>
            {vehicles.find((vehicle) => vehicle.id === vehicleId)?.name ?? vehicleId} {time(startsAt)}〜
            {time(endsAt)}
          </option>
        ))}
      </SelectField>
      {choice.target !== "" && choice.bookingId !== "" && <TurnFields {...props} />}
    </>
  );
}

/** The turn that costs others least, or one that is chosen: after whom to board and to alight. */
function TurnFields({ board, dutyId, choice, onChoose }: ChoiceProps) {
  const t = useMessages(handMessages).order;
  const duty = board.duties.find(({ id }) => id === choice.target);
  const { riderOf } = useBoardNames(board);
  const { stops } = useTenancy().service;
  if (duty === undefined) return null;
  const places = [
    t.first,
    ...aheadIn(duty, choice.bookingId).map(({ bookingId, kind, stopId }) => {
      const stop = stops.find(({ id }) => id === stopId)?.name ?? stopId;
      const { name } = riderOf(bookingId);
      return kind === "pickup" ? t.afterPickup(name, stop) : t.afterDropoff(name, stop);
    }),
  ];
  const byHand = choice.pickup !== "";
  const options = (from: number) =>
    places.map((words, place) =>
      place < from ? null : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place in a turn is its number
        <option key={place} value={place}>
          {words}
        </option>
      ),
    );
  return (
    <>
      {choice.target !== dutyId && (
        <SelectField
          label={t.cheapest}
          value={byHand ? "hand" : ""}
          onChange={(event) => {
            const place = event.target.value === "" ? "" : "0";
            onChoose({ ...choice, pickup: place, dropoff: place });
          }}
        >
          <option value="">{t.byItself}</option>
          <option value="hand">{t.byHand}</option>
        </SelectField>
      )}
      {byHand && (
        <>
          <SelectField
            label={t.pickup}
            value={choice.pickup}
            onChange={(event) => {
              const pickup = event.target.value;
              const dropoff = String(Math.max(Number(pickup), Number(choice.dropoff)));
              onChoose({ ...choice, pickup, dropoff });
            }}
          >
            {options(0)}
          </SelectField>
          <SelectField
            label={t.dropoff}
            value={choice.dropoff}
            onChange={(event) => onChoose({ ...choice, dropoff: event.target.value })}
          >
            {options(Number(choice.pickup))}
          </SelectField>
        </>
      )}
    </>
  );
}
