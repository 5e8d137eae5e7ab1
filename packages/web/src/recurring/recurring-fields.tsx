import { useId } from "react";
import { useMessages } from "../language.tsx";
import { recurringMessages } from "../messages/recurring/index.ts";
import { riderMessages } from "../messages/rider/index.ts";
import { OwnNeedFields } from "../needs/own-need-fields.tsx";
import type { RecordedNeeds } from "../needs/use-recorded-needs.ts";
import { timeChoices } from "../rider/time-choices.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { FARE_CLASSES, personsOf } from "../ui/party.ts";
import { Stepper } from "../ui/stepper.tsx";
import { type RecurringDraft, type RecurringFaults, withWeekday } from "./recurring-draft.ts";

interface Editing {
  readonly draft: RecurringDraft;
  readonly faults: RecurringFaults;
  readonly onChange: (part: Partial<RecurringDraft>) => void;
}

/** From where to where, on which weekdays, from when to when, at what time, with whom and with what. */
export function RecurringFields({ recorded, ...editing }: Editing & { recorded: RecordedNeeds }) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <StopChoice {...editing} name="from" />
        <StopChoice {...editing} name="to" />
      </div>
      <Weekdays {...editing} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField {...editing} name="first" />
        <DateField {...editing} name="last" />
      </div>
      <Times {...editing} />
      <Company {...editing} />
      <OwnNeedFields
        needs={editing.draft.needs}
        recorded={recorded}
        onChange={(needs) => editing.onChange({ needs })}
      />
    </>
  );
}

function StopChoice({ draft, faults, onChange, name }: Editing & { name: "from" | "to" }) {
  const { form: t } = useMessages(recurringMessages);
  const { stops } = useTenancy().service;
  return (
    <SelectField
      label={t[name]}
      error={faults[name] && t.faults[faults[name]]}
      value={draft[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    >
      <option value="">{t.choose}</option>
      {stops.map(({ id, number, name: stop }) => (
        <option key={id} value={id}>
          {number} {stop}
        </option>
      ))}
    </SelectField>
  );
}

function Weekdays({ draft: { weekdays }, faults, onChange }: Editing) {
  const t = useMessages(recurringMessages);
  const errorId = useId();
  return (
    <fieldset aria-describedby={faults.weekdays && errorId}>
      <legend className="mb-1 text-lg font-bold">{t.form.weekdays}</legend>
      {faults.weekdays !== undefined && (
        <p id={errorId} className="mb-1 font-bold text-error-2">
          {t.form.faults[faults.weekdays]}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {t.weekdayNames.map((day, k) => (
          <label
            key={day}
            className="inline-flex min-h-12 items-center gap-2 rounded-8 border border-edge px-3 text-lg has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-50"
          >
            <input
              type="checkbox"
              className="size-6"
              aria-invalid={faults.weekdays !== undefined || undefined}
              checked={weekdays.includes(k + 1)}
              onChange={() => onChange({ weekdays: withWeekday(weekdays, k + 1) })}
            />
            {day}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function DateField({ draft, faults, onChange, name }: Editing & { name: "first" | "last" }) {
  const { form: t } = useMessages(recurringMessages);
  return (
    <TextField
      type="date"
      label={t[name]}
      error={faults[name] && t.faults[faults[name]]}
      value={draft[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  );
}

function Times({ draft, faults, onChange }: Editing) {
  const { form: t } = useMessages(recurringMessages);
  const { mode, time, hasBack, backTime } = draft;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t.mode}
          value={mode}
          onChange={({ target }) => onChange({ mode: target.value as RecurringDraft["mode"] })}
        >
          <option value="arrive">{t.modes.arrive}</option>
          <option value="depart">{t.modes.depart}</option>
        </SelectField>
        <TimeChoice
          label={t.time}
          error={faults.time && t.faults[faults.time]}
          value={time}
          onChange={(next) => onChange({ time: next })}
        />
      </div>
      <label className="inline-flex min-h-11 items-center gap-3 text-lg font-bold">
        <input
          type="checkbox"
          className="size-6"
          checked={hasBack}
          onChange={() => onChange({ hasBack: !hasBack })}
        />
        {t.hasBack}
      </label>
      {hasBack && (
        <TimeChoice
          label={t.backTime}
          error={faults.backTime && t.faults[faults.backTime]}
          value={backTime}
          onChange={(next) => onChange({ backTime: next })}
        />
      )}
    </div>
  );
}

/** The times of the ordinary hours, by five minutes; one that was chosen before stays to choose. */
function TimeChoice({
  label,
  error,
  value,
  onChange,
}: {
  label: string;
  error: string | undefined;
  value: string;
  onChange: (time: string) => void;
}) {
  const { form: t } = useMessages(recurringMessages);
  const { service } = useTenancy();
  const format = useFormat();
  const within = timeChoices({
    bands: service.hours,
    date: "9999-12-31",
    now: 0,
    closesBefore: 0,
    timeZone: service.timeZone,
  });
  const choices = value === "" || within.includes(value) ? within : [...within, value].sort();
  return (
    <SelectField label={label} error={error} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t.choose}</option>
      {choices.map((time) => (
        <option key={time} value={time}>
          {format.wall(time)}
        </option>
      ))}
    </SelectField>
  );
}

const COMPANIONS_MOST = 20;

function Company({ draft: { companions, wheelchairs }, onChange }: Editing) {
  const { form: t, people, wheelchairCount } = useMessages(recurringMessages);
  const { fareClass: classes, who } = useMessages(riderMessages);
  return (
    <fieldset>
      <legend className="text-lg font-bold">{t.companions}</legend>
      {FARE_CLASSES.map((fareClass) => (
        <Stepper
          key={fareClass}
          label={classes[fareClass]}
          value={companions[fareClass]}
          shown={people(companions[fareClass])}
          max={COMPANIONS_MOST}
          fewer={who.fewer(classes[fareClass])}
          more={who.more(classes[fareClass])}
          onChange={(count) => onChange({ companions: { ...companions, [fareClass]: count } })}
        />
      ))}
      <Stepper
        label={t.wheelchairs}
        value={wheelchairs}
        shown={wheelchairCount(wheelchairs)}
        max={Math.min(9, personsOf(companions) + 1)}
        fewer={who.fewerWheelchairs}
        more={who.moreWheelchairs}
        onChange={(count) => onChange({ wheelchairs: count })}
      />
    </fieldset>
  );
}
