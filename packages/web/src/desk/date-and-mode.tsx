import { useId } from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { SelectField } from "../ui/field.tsx";
import { STEP } from "./next-step.ts";
import type { RequestDraft } from "./request-draft.ts";

const MODES = ["depart", "arrive"] as const;

/** The day of the ride, and whether the time is that of leaving or of arriving. 仕様書 5-(1)-① */
export function DateAndMode({
  draft,
  error,
  onChange,
}: {
  draft: RequestDraft;
  error: string | undefined;
  onChange: (change: Partial<RequestDraft>) => void;
}) {
  const t = useMessages(deskMessages);
  const { days } = useTenancy().service;
  const format = useFormat();
  const name = useId();
  return (
    <>
      <SelectField
        {...{ [STEP]: "date" }}
        label={t.request.date}
        value={draft.date}
        onChange={(event) => onChange({ date: event.target.value })}
        error={error}
      >
        {days.map(({ serviceDate, operating }) => (
          <option key={serviceDate} value={serviceDate}>
            {format.serviceDate(serviceDate)}
            {operating ? "" : `　${t.request.dayOff}`}
          </option>
        ))}
      </SelectField>
      <fieldset {...{ [STEP]: "mode" }}>
        <legend className="mb-1 text-lg font-bold">{t.request.mode}</legend>
        <div className="flex gap-2">
          {MODES.map((mode) => (
            <label
              key={mode}
              className="focus-frame flex min-h-14 flex-1 items-center justify-center gap-2 rounded-8 border border-edge px-3 text-lg has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-50 has-checked:font-bold"
            >
              <input
                type="radio"
                name={name}
                className="size-5 accent-key-900"
                checked={draft.mode === mode}
                onChange={() => onChange({ mode })}
              />
              {t.request.modes[mode]}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
