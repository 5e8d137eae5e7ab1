import type { MemberField } from "../desk/new-member.ts";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import type { RecordDraft } from "./record-draft.ts";

interface Editing {
  readonly draft: RecordDraft;
  readonly errorOf: (name: MemberField) => string | undefined;
  readonly onChange: (part: Partial<RecordDraft>) => void;
}

/** Every part of a record that the staff may change. */
export function RecordFields(editing: Editing) {
  const { draft, onChange } = editing;
  const t = useMessages(membersMessages);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Text {...editing} name="name" />
        <Text {...editing} name="kana" />
        <Text {...editing} name="phone" inputMode="tel" />
        <Text {...editing} name="birthDate" hint={t.form.birthDateHint} />
        <Text {...editing} name="town" />
        <Choice {...editing} name="contact" texts={t.contacts} />
        <Choice {...editing} name="language" texts={t.languages} />
      </div>
      <Needs {...editing} />
      <Check
        label={t.form.hasDisability}
        checked={draft.hasDisability}
        onChange={(hasDisability) => onChange({ hasDisability })}
      />
      {draft.hasDisability && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Text {...editing} name="seenOn" />
          <Text {...editing} name="until" />
        </div>
      )}
    </>
  );
}

function Text({
  draft,
  errorOf,
  onChange,
  name,
  ...input
}: Editing & { name: MemberField; hint?: string; inputMode?: "tel" }) {
  const { form } = useMessages(membersMessages);
  return (
    <TextField
      {...input}
      label={form[name]}
      error={errorOf(name)}
      autoComplete="off"
      maxLength={100}
      value={draft[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  );
}

function Choice({
  draft,
  onChange,
  name,
  texts,
}: Editing & { name: "contact" | "language"; texts: Readonly<Record<string, string>> }) {
  const { form } = useMessages(membersMessages);
  return (
    <SelectField
      label={form[name]}
      value={draft[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    >
      {Object.entries(texts).map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}

function Needs({ draft, onChange }: Editing) {
  const t = useMessages(membersMessages);
  const all = Object.keys(t.needs) as (keyof typeof t.needs)[];
  return (
    <fieldset>
      <legend className="text-lg font-bold">{t.form.needs}</legend>
      <div className="flex flex-wrap gap-x-8">
        {all.map((need) => (
          <Check
            key={need}
            label={t.needs[need]}
            checked={draft.needs.includes(need)}
            onChange={(isOn) =>
              onChange({ needs: all.filter((one) => (one === need ? isOn : draft.needs.includes(one))) })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

const Check = ({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) => (
  <label className="inline-flex min-h-11 items-center gap-3 text-lg">
    <input
      type="checkbox"
      className="size-6 accent-key-900"
      checked={checked}
      onChange={({ target }) => onChange(target.checked)}
    />
    {label}
  </label>
);
