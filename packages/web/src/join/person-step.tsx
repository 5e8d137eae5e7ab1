import type { Guardian } from "@noriai/api";
import { type FormEvent, useReducer, useRef, useState } from "react";
import { NO_READING, readingAfter } from "../desk/reading.ts";
import { typedDate } from "../desk/typed-date.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import {
  ageOn,
  asksGuardian,
  type JoinDraft,
  type JoinField,
  type JoinRules,
  personFaults,
} from "./join-draft.ts";
import { writtenDate } from "./written-date.ts";

interface Editing {
  readonly draft: JoinDraft;
  readonly rules: JoinRules;
  /** What the server found wrong, by field. */
  readonly told: Readonly<Partial<Record<JoinField, string>>>;
  readonly onChange: (part: Partial<JoinDraft>) => void;
}

/** The few fields that everybody gives, and a guardian for a child. SAP-PI-1 */
export function PersonStep({ onNext, ...editing }: Editing & { onNext: () => void }) {
  const t = useMessages(joinMessages);
  const { draft, rules, told } = editing;
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = personFaults(draft, rules);
  const wrong = Object.keys(faults);
  const next = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong.length === 0) return onNext();
    form.current?.querySelector<HTMLElement>(`[name="${wrong[0]}"]`)?.focus();
  };
  const errorOf = (name: JoinField) => {
    const fault = checked ? faults[name] : undefined;
    return fault === undefined ? told[name] : t.faults[fault];
  };
  return (
    <form ref={form} noValidate aria-label={t.you.title} onSubmit={next} className="flex flex-col gap-5">
      {checked && wrong.length > 0 && <Notice tone="error" title={t.you.wrong(wrong.length)} />}
      <Names {...editing} errorOf={errorOf} />
      <BirthDate {...editing} errorOf={errorOf} />
      {asksGuardian(draft, rules) && <GuardianFields {...editing} errorOf={errorOf} />}
      <Text
        {...editing}
        errorOf={errorOf}
        name="phone"
        hint={t.you.phoneHint}
        inputMode="tel"
        autoComplete="tel"
      />
      <Text {...editing} errorOf={errorOf} name="town" hint={t.you.townHint} autoComplete="address-level2" />
      <p>{t.noMyNumber}</p>
      <Button type="submit" wide>
        {t.you.next}
      </Button>
    </form>
  );
}

type Field = Editing & { readonly errorOf: (name: JoinField) => string | undefined };

function Text({
  draft,
  onChange,
  errorOf,
  name,
  rules: _,
  told: __,
  ...input
}: Field & {
  name: "phone" | "town";
  hint: string;
  inputMode?: "tel";
  autoComplete: string;
}) {
  const { you } = useMessages(joinMessages);
  return (
    <TextField
      {...input}
      name={name}
      label={you[name]}
      error={errorOf(name)}
      required
      maxLength={100}
      value={draft[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  );
}

/** The reading follows the name as long as nobody has typed it. */
function Names({ draft, onChange, errorOf }: Field) {
  const { you } = useMessages(joinMessages);
  const [reading, hear] = useReducer(readingAfter, NO_READING);
  const [isByHand, setByHand] = useState(draft.kana !== "");
  return (
    <>
      <TextField
        name="name"
        label={you.name}
        error={errorOf("name")}
        required
        autoComplete="name"
        maxLength={60}
        value={draft.name}
        onChange={({ target }) => {
          hear({ kind: "typed", name: target.value });
          onChange({ name: target.value });
        }}
        onCompositionUpdate={({ data }) => hear({ kind: "composing", text: data })}
        onCompositionEnd={({ data }) => hear({ kind: "composed", text: data })}
        onBlur={() => {
          if (!isByHand && reading.kana !== "") onChange({ kana: reading.kana.trim() });
        }}
      />
      <TextField
        name="kana"
        label={you.kana}
        hint={you.kanaHint}
        error={errorOf("kana")}
        required
        autoComplete="off"
        maxLength={60}
        value={draft.kana}
        onChange={({ target }) => {
          setByHand(target.value !== "");
          onChange({ kana: target.value });
        }}
      />
    </>
  );
}

/** Says how it was read, because eras are easily mixed up. */
function BirthDate({ draft, rules, onChange, errorOf }: Field) {
  const { you } = useMessages(joinMessages);
  const { language } = useLanguage();
  const date = typedDate(draft.birthDate);
  const age = ageOn(draft.birthDate, rules.today);
  return (
    <div>
      <TextField
        name="birthDate"
        label={you.birthDate}
        hint={you.birthDateHint}
        error={errorOf("birthDate")}
        required
        autoComplete="bday"
        maxLength={30}
        value={draft.birthDate}
        onChange={({ target }) => onChange({ birthDate: target.value })}
      />
      <p aria-live="polite" className="mt-1 text-lg">
        {date !== undefined &&
          age !== undefined &&
          age >= 0 &&
          you.birthDateRead(writtenDate(date, language), age)}
      </p>
    </div>
  );
}

function GuardianFields({ draft, rules, onChange, errorOf }: Field) {
  const { guardian: t } = useMessages(joinMessages);
  return (
    <fieldset className="flex flex-col gap-4 rounded-12 border border-edge p-4">
      <legend className="px-2 text-lg font-bold">{t.title}</legend>
      <p>{t.lead(rules.guardianBeforeAge)}</p>
      <TextField
        name="guardianName"
        label={t.name}
        error={errorOf("guardianName")}
        required
        autoComplete="off"
        maxLength={60}
        value={draft.guardianName}
        onChange={({ target }) => onChange({ guardianName: target.value })}
      />
      <SelectField
        name="guardianRelation"
        label={t.relation}
        value={draft.guardianRelation}
        onChange={({ target }) => onChange({ guardianRelation: target.value as Guardian["relation"] })}
      >
        {Object.entries(t.relations).map(([relation, text]) => (
          <option key={relation} value={relation}>
            {text}
          </option>
        ))}
      </SelectField>
      <TextField
        name="guardianPhone"
        label={t.phone}
        error={errorOf("guardianPhone")}
        required
        inputMode="tel"
        autoComplete="off"
        maxLength={20}
        value={draft.guardianPhone}
        onChange={({ target }) => onChange({ guardianPhone: target.value })}
      />
    </fieldset>
  );
}
