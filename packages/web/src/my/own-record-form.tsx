import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { ConfirmCode } from "../notices/confirm-code.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { StepTitle } from "../ui/step-title.tsx";
import type { OwnRecordDraft } from "./own-record-draft.ts";
import { type OwnEditing, useOwnRecord } from "./use-own-record.ts";

/** Changes the part of the record that needs no papers. What was typed stays, also when the desk was faster. */
export function OwnRecordForm(editing: OwnEditing) {
  const { record: t } = useMessages(myMessages);
  const own = useOwnRecord(editing);
  const { draft, change, submit, errorOf, overtaken, busy, problem, sent } = own;
  if (sent !== undefined)
    return (
      <div className="rounded-12 border-2 border-key-900 p-5">
        <ConfirmCode
          sent={sent}
          entering={own.entering}
          again={own.again}
          onCode={own.confirm}
          onBack={own.stopConfirming}
        />
      </div>
    );
  return (
    <form
      noValidate
      aria-label={t.edit}
      onSubmit={submit}
      className="flex flex-col gap-5 rounded-12 border-2 border-key-900 p-5"
    >
      <StepTitle level={3} title={t.edit} />
      {overtaken && <Notice tone="warning" title={t.overtaken} />}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <TextField
        label={t.fields.phone}
        hint={t.phoneHint}
        error={errorOf("phone")}
        inputMode="tel"
        autoComplete="tel"
        maxLength={20}
        value={draft.phone}
        onChange={({ target }) => change({ phone: target.value })}
      />
      <TextField
        label={t.fields.town}
        error={errorOf("town")}
        autoComplete="street-address"
        maxLength={100}
        value={draft.town}
        onChange={({ target }) => change({ town: target.value })}
      />
      <Choice
        label={t.fields.contact}
        texts={t.contacts}
        value={draft.contact}
        onChoose={(contact) => change({ contact })}
      />
      <Choice
        label={t.fields.language}
        texts={t.languages}
        value={draft.language}
        onChoose={(language) => change({ language })}
      />
      <Needs draft={draft} onChange={change} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {busy ? t.submitting : t.submit}
        </Button>
        <Button look="outline" onClick={() => editing.onClose(false)}>
          {t.close}
        </Button>
      </div>
    </form>
  );
}

function Choice<V extends string>({
  label,
  texts,
  value,
  onChoose,
}: {
  label: string;
  texts: Readonly<Record<V, string>>;
  value: V;
  onChoose: (value: V) => void;
}) {
  return (
    <SelectField label={label} value={value} onChange={({ target }) => onChoose(target.value as V)}>
      {(Object.entries(texts) as [V, string][]).map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}

function Needs({
  draft,
  onChange,
}: {
  draft: OwnRecordDraft;
  onChange: (part: Partial<OwnRecordDraft>) => void;
}) {
  const { record: t } = useMessages(myMessages);
  const all = Object.keys(t.needs) as (keyof typeof t.needs)[];
  const toggle = (need: (typeof all)[number], isOn: boolean) =>
    onChange({ needs: all.filter((one) => (one === need ? isOn : draft.needs.includes(one))) });
  return (
    <fieldset>
      <legend className="text-lg font-bold">{t.fields.needs}</legend>
      <p className="text-base text-quiet">{t.needsHint}</p>
      <div className="flex flex-wrap gap-x-8">
        {all.map((need) => (
          <label key={need} className="inline-flex min-h-11 items-center gap-3 text-lg">
            <input
              type="checkbox"
              className="size-6 accent-key-900"
              checked={draft.needs.includes(need)}
              onChange={({ target }) => toggle(need, target.checked)}
            />
            {t.needs[need]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
