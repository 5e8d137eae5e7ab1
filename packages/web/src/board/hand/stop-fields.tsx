import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useTenancy } from "../../shell/session.ts";
import { SelectField, TextField } from "../../ui/field.tsx";
import type { ChoiceProps } from "./booking-field.tsx";
import { type Choice, CLOSURE_REASONS } from "./instruction-of.ts";
import { nearStops } from "./near-stops.ts";

/** Which stop, why and until when; and where its riders could go instead. */
export function StopFields({ board, choice, onChoose, isClosing }: ChoiceProps & { isClosing: boolean }) {
  const t = useMessages(handMessages);
  const { stops } = useTenancy().service;
  const closed = new Set(board.closures.map(({ stopId }) => stopId));
  const offered = isClosing ? stops : stops.filter(({ id }) => closed.has(id));
  return (
    <>
      <SelectField
        label={t.stop}
        value={choice.stopId}
        onChange={(event) => onChoose({ ...choice, stopId: event.target.value })}
      >
        <option value="">{t.choose}</option>
        {offered.map(({ id, number, name }) => (
          <option key={id} value={id}>
            {number} {name}
          </option>
        ))}
      </SelectField>
      {isClosing && (
        <>
          <SelectField
            label={t.reason}
            value={choice.closure}
            onChange={(event) => onChoose({ ...choice, closure: event.target.value as Choice["closure"] })}
          >
            {CLOSURE_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t.closureReasons[reason]}
              </option>
            ))}
          </SelectField>
          <TextField
            type="time"
            label={t.closedUntil}
            hint={t.closedHint}
            value={choice.until}
            onChange={(event) => onChoose({ ...choice, until: event.target.value })}
          />
          {choice.stopId !== "" && <NearStops stopId={choice.stopId} />}
        </>
      )}
    </>
  );
}

function NearStops({ stopId }: { stopId: string }) {
  const t = useMessages(handMessages);
  const { stops } = useTenancy().service;
  const near = nearStops(stops, stopId);
  const name = stops.find(({ id }) => id === stopId)?.name ?? stopId;
  return (
    <section className="rounded-8 bg-surface p-3">
      <h3 className="font-bold">{t.near(name)}</h3>
      {near.length === 0 ? (
        <p>{t.noneNear}</p>
      ) : (
        <>
          <ul className="list-disc pl-6">
            {near.map((stop) => (
              <li key={stop.id}>{t.nearLine(stop.number, stop.name, stop.meters)}</li>
            ))}
          </ul>
          <p className="mt-1 text-base text-quiet">{t.nearHint}</p>
        </>
      )}
    </section>
  );
}
