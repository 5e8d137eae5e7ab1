import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import type { RegistrationDraft } from "./registration-draft.ts";

interface Part {
  readonly draft: RegistrationDraft;
  readonly errorOf: (name: string) => string | undefined;
  readonly onChange: (part: Partial<RegistrationDraft>) => void;
}

type TextName = "source" | "email" | "ageSeenOn" | "seenBy" | "guardianName" | "guardianPhone";

/** Who answers for a child. */
export function GuardianPart({ beforeAge, ...part }: Part & { beforeAge: number }) {
  const t = useMessages(registrationsMessages);
  const { draft, onChange } = part;
  return (
    <Fields title={t.form.guardian}>
      <p className="sm:col-span-2">{t.form.guardianLead(beforeAge)}</p>
      <Text {...part} name="guardianName" />
      <Text {...part} name="guardianPhone" inputMode="tel" />
      <SelectField
        label={t.form.guardianRelation}
        value={draft.guardianRelation}
        onChange={({ target }) =>
          onChange({ guardianRelation: target.value as RegistrationDraft["guardianRelation"] })
        }
      >
        {Object.entries(t.relations).map(([relation, words]) => (
          <option key={relation} value={relation}>
            {words}
          </option>
        ))}
      </SelectField>
    </Fields>
  );
}

/** That papers were seen; the handbook stands with the person's fields. */
export function PapersPart(part: Part) {
  const { form: t } = useMessages(registrationsMessages);
  const { draft, onChange } = part;
  return (
    <Fields title={t.papers}>
      <label className="flex min-h-11 items-center gap-3 text-lg sm:col-span-2">
        <input
          type="checkbox"
          className="size-6 shrink-0 accent-key-900"
          checked={draft.hasAgePaper}
          onChange={({ target }) => onChange({ hasAgePaper: target.checked })}
        />
        {t.ageSeen}
      </label>
      {draft.hasAgePaper && <Text {...part} name="ageSeenOn" />}
      {(draft.hasAgePaper || draft.hasDisability) && <Text {...part} name="seenBy" />}
    </Fields>
  );
}

/** How the form came in, and where the member may be written to. */
export function ReceptionPart(part: Part) {
  const t = useMessages(registrationsMessages);
  const { draft, onChange } = part;
  return (
    <Fields title={t.form.rest}>
      <SelectField
        label={t.form.way}
        value={draft.way}
        onChange={({ target }) => onChange({ way: target.value as RegistrationDraft["way"] })}
      >
        {(["paper", "counter", "phone"] as const).map((way) => (
          <option key={way} value={way}>
            {t.ways[way]}
          </option>
        ))}
      </SelectField>
      <Text {...part} name="email" inputMode="email" />
      <Text {...part} name="source" />
    </Fields>
  );
}

const Fields = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset>
    <legend className="mb-3 text-xl font-bold">{title}</legend>
    <div className="grid items-end gap-4 sm:grid-cols-2">{children}</div>
  </fieldset>
);

function Text({
  draft,
  errorOf,
  onChange,
  name,
  ...input
}: Part & { name: TextName; inputMode?: "tel" | "email" }) {
  const { form } = useMessages(registrationsMessages);
  return (
    <TextField
      {...input}
      name={name}
      label={form[name]}
      error={errorOf(name)}
      autoComplete="off"
      maxLength={254}
      value={draft[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  );
}
