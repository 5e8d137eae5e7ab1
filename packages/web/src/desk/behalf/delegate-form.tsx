import type { Delegate, NewDelegate } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useNow } from "../../clock.tsx";
import { useCommand } from "../../command.ts";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { useReadAgain } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { wallTimeOf } from "../../wall-time.ts";
import { typedDate } from "../typed-date.ts";

type Relation = NewDelegate["relation"];
type ConsentWay = NewDelegate["consentedHow"];
const RELATIONS: readonly Relation[] = ["family", "care-manager", "facility", "other"];
const WAYS: readonly ConsentWay[] = ["phone", "paper", "in-person"];

/** Records that a member lets somebody book in their name: who, relation, when and how. */
export function DelegateForm({
  memberId,
  onAdded,
  onClose,
}: {
  memberId: string;
  onAdded: (delegate: Delegate) => void;
  onClose: () => void;
}) {
  const { behalf } = useMessages(callMessages);
  const t = behalf.form;
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("addDelegate");
  const [name, setName] = useState("");
  const [relation, setRelation] = useState<Relation>("family");
  const [consentedOn, setConsentedOn] = useState(today);
  const [consentedHow, setConsentedHow] = useState<ConsentWay>("phone");
  const [checked, setChecked] = useState(false);
  const date = typedDate(consentedOn);
  const fieldError = (field: string) => problem?.fields?.find((one) => one.name.includes(field))?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || name.trim() === "" || date === undefined) return;
    const body = { name: name.trim(), relation, consentedOn: date, consentedHow };
    const result = await run({ params: { tenant, memberId }, body });
    if (!result.ok) return;
    await readAgain("listDelegates");
    onAdded(result.value);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p>{t.hint}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <TextField
        label={t.name}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={checked && name.trim() === "" ? t.missing : fieldError("name")}
      />
      <SelectField
        label={t.relation}
        value={relation}
        onChange={(event) => setRelation(event.target.value as Relation)}
      >
        {RELATIONS.map((one) => (
          <option key={one} value={one}>
            {behalf.relations[one]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t.consentedOn}
        autoComplete="off"
        maxLength={20}
        value={consentedOn}
        onChange={(event) => setConsentedOn(event.target.value)}
        error={checked && date === undefined ? t.date : fieldError("consentedOn")}
      />
      <SelectField
        label={t.consentedHow}
        value={consentedHow}
        onChange={(event) => setConsentedHow(event.target.value as ConsentWay)}
      >
        {WAYS.map((one) => (
          <option key={one} value={one}>
            {behalf.ways[one]}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {t.submit}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
