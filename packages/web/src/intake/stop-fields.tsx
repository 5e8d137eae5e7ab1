import { useId } from "react";
import { useMessages } from "../language.tsx";
import { intakeMessages } from "../messages/intake/index.ts";
import { useTenancy } from "../shell/session.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { placesWithin, type StopDraft, type StopFaults } from "./stop-draft.ts";

interface Editing {
  readonly draft: StopDraft;
  readonly faults: StopFaults;
  readonly onChange: (part: Partial<StopDraft>) => void;
}

/** What a stop of intake covers, why, what riders read, and until when it is meant. */
export function StopFields(editing: Editing) {
  return (
    <>
      <What {...editing} />
      {editing.draft.part && <Part {...editing} />}
      <Why {...editing} />
      <PlannedEnd {...editing} />
    </>
  );
}

function Why({ draft, faults, onChange }: Editing) {
  const t = useMessages(intakeMessages);
  return (
    <>
      <SelectField
        label={t.reason}
        value={draft.reason}
        onChange={({ target }) => onChange({ reason: target.value })}
      >
        {Object.entries(t.reasons).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t.detail}
        maxLength={150}
        value={draft.detail}
        onChange={({ target }) => onChange({ detail: target.value })}
      />
      <TextField
        label={t.notice}
        hint={t.noticeHint}
        error={faults.notice && t[faults.notice]}
        maxLength={300}
        value={draft.notice}
        onChange={({ target }) => onChange({ notice: target.value })}
      />
    </>
  );
}

function PlannedEnd(editing: Editing) {
  const t = useMessages(intakeMessages);
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-3 sm:grid-cols-2">
        <Typed {...editing} name="endDate" type="date" label={t.endDate} />
        <Typed {...editing} name="endTime" type="time" label={t.endTime} />
      </div>
      <p className="text-quiet">{t.endHint}</p>
    </div>
  );
}

function Typed({
  draft,
  faults,
  onChange,
  name,
  ...field
}: Editing & {
  name: "date" | "from" | "to" | "endDate" | "endTime";
  type: "date" | "time";
  label: string;
  hint?: string;
}) {
  const t = useMessages(intakeMessages);
  return (
    <TextField
      {...field}
      error={faults[name] && t[faults[name]]}
      value={draft[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  );
}

function What({ draft, onChange }: Editing) {
  const t = useMessages(intakeMessages);
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-lg font-bold">{t.what}</legend>
      <div className="flex flex-wrap gap-x-8">
        {([false, true] as const).map((part) => (
          <label key={String(part)} className="inline-flex min-h-11 items-center gap-2 text-lg">
            <input
              type="radio"
              name={name}
              className="size-6"
              checked={draft.part === part}
              onChange={() => onChange({ part })}
            />
            {part ? t.whats.part : t.whats.all}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const WITHIN = [0, 500, 1000, 2000, 5000] as const;

function Part(editing: Editing) {
  const t = useMessages(intakeMessages);
  const { draft, onChange } = editing;
  return (
    <div className="flex flex-col gap-3 rounded-8 border border-line p-3">
      <SelectField
        label={t.channel}
        value={draft.channel}
        onChange={({ target }) => onChange({ channel: target.value as StopDraft["channel"] })}
      >
        <option value="">{t.channelBoth}</option>
        <option value="web">{t.scope.channels.web}</option>
        <option value="phone">{t.scope.channels.phone}</option>
      </SelectField>
      <Where {...editing} />
      <Typed {...editing} name="date" type="date" label={t.date} hint={t.dateHint} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Typed {...editing} name="from" type="time" label={t.from} />
        <Typed {...editing} name="to" type="time" label={t.to} />
      </div>
    </div>
  );
}

function Where({ draft: { place, within }, onChange }: Editing) {
  const t = useMessages(intakeMessages);
  const { stops } = useTenancy().service;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t.place}
          value={place}
          onChange={({ target }) => onChange({ place: target.value })}
        >
          <option value="">{t.placeAll}</option>
          {stops.map(({ id, number, name }) => (
            <option key={id} value={id}>
              {number} {name}
            </option>
          ))}
        </SelectField>
        {place !== "" && (
          <SelectField
            label={t.within}
            value={within}
            onChange={({ target }) => onChange({ within: Number(target.value) })}
          >
            {WITHIN.map((meters) => (
              <option key={meters} value={meters}>
                {meters === 0 ? t.withinOne : t.withinMeters(metersText(meters))}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {place !== "" && <p>{t.placeCount(placesWithin({ stops, place, within }).length)}</p>}
    </>
  );
}

const metersText = (meters: number): string => (meters < 1000 ? `${meters} m` : `${meters / 1000} km`);
