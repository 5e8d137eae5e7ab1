import type { MyRecord, Problem } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { ConfirmCode, type SentTo } from "../notices/confirm-code.tsx";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import {
  type OwnRecordDraft,
  type OwnRecordFault,
  ownDraftOf,
  ownFaults,
  ownMerged,
  ownWishOf,
} from "./own-record-draft.ts";

interface Editing {
  readonly record: MyRecord["record"];
  readonly onClose: (isSaved: boolean) => void;
}

/** Changes the part of the record that needs no papers. What was typed stays, also when the desk was faster. */
export function OwnRecordForm(editing: Editing) {
  const { record: t } = useMessages(myMessages);
  const own = useOwnRecord(editing);
  const { draft, change, submit, errorOf, overtaken, busy, problem, sent } = own;
  if (sent !== undefined)
    return (
      <div className="rounded-12 border-2 border-key-900 p-5">
        <ConfirmCode
          key={sent.codeId}
          sent={sent}
          busy={busy}
          problem={problem}
          onCode={own.confirm}
          onAgain={own.askCode}
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
      {overtaken && <Notice tone="warning" title={t.overtaken} />}
      {problem !== undefined && !isUnproven(problem) && <ProblemNotice problem={problem} />}
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

function useOwnRecord({ record, onClose }: Editing) {
  const { record: t } = useMessages(myMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const [seen, setSeen] = useState(record);
  const [draft, setDraft] = useState(() => ownDraftOf(record));
  const [overtaken, setOvertaken] = useState(false);
  const [checked, setChecked] = useState(false);
  const [sent, setSent] = useState<SentTo>();
  const { run, busy, problem } = usePlainCommand("changeMyRecord");
  const asking = usePlainCommand("askAddressCode");
  const faults = ownFaults(draft);
  const wish = ownWishOf(draft, seen.version);
  const askCode = async () => {
    const { phone: address, language } = wish;
    const asked = await asking.run({ params: { tenant }, body: { means: "sms", address, language } });
    if (asked.ok) setSent({ ...asked.value, address });
  };
  /** A new mobile number has to be the member's own: the server says so, and a code shows it. */
  const save = async (proof?: typeof wish.proof) => {
    const result = await run({ params: { tenant }, body: { ...wish, ...(proof && { proof }) } });
    if (!result.ok) return isUnproven(result.error) ? askCode() : undefined;
    setSent(undefined);
    await readAgain("getMyRecord", "getSession");
    if (result.value.kind === "changed") return onClose(true);
    const now = result.value.record;
    setDraft(ownMerged({ seen: ownDraftOf(seen), now: ownDraftOf(now), typed: draft }));
    setSeen(now);
    setOvertaken(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!busy && faults.length === 0) void save();
  };
  const errorOf = (field: OwnRecordFault) =>
    checked && faults.includes(field)
      ? t.faults[field]
      : problem?.fields?.find(({ name }) => name === field)?.message;
  return {
    ...{ draft, submit, errorOf, overtaken, sent, busy: busy || asking.busy },
    problem: asking.problem ?? problem,
    change: (part: Partial<OwnRecordDraft>) => setDraft((before) => ({ ...before, ...part })),
    askCode: () => void askCode(),
    confirm: (code: string) => void (sent && save({ codeId: sent.codeId, code })),
    stopConfirming: () => setSent(undefined),
  };
}

const isUnproven = ({ rejections }: Problem): boolean => rejections?.[0]?.kind === "phone-unproven";

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
