import type { Answer } from "@noriai/api";
import { type FormEvent, useRef, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { ChoiceCard } from "../ui/choice-card.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { addressFaults, addressOf, type JoinDraft } from "./join-draft.ts";

/** A code on its way, and where to. */
export interface SentCode extends Answer<"askJoinCode"> {
  readonly to: ReturnType<typeof addressOf>;
}

interface Choosing {
  readonly draft: JoinDraft;
  readonly offered: Answer<"getJoining">["offered"];
  readonly onChange: (part: Partial<JoinDraft>) => void;
  /** The code that was sent last: where no other one may be sent yet, it is still good for the same address. */
  readonly earlier: SentCode | undefined;
  readonly onSent: (code: SentCode) => void;
  readonly onBack: () => void;
}

type Means = NonNullable<JoinDraft["means"]>;

/** Chooses where the code goes: a mobile phone or a mailbox, as far as this town can send there. */
export function ContactStep(choosing: Choosing) {
  const { contact: t } = useMessages(joinMessages);
  const { service } = useTenancy();
  const { draft, offered } = choosing;
  const ways = (["sms", "email"] as const).filter((means) => offered[means]);
  const means = ways.find((way) => way === draft.means) ?? ways[0];
  if (means !== undefined) return <AddressForm {...choosing} ways={ways} means={means} />;
  return (
    <Notice tone="warning" title={t.none}>
      <p>{t.noneLead(service.phoneNumber)}</p>
    </Notice>
  );
}

function AddressForm({
  draft,
  ways,
  means,
  earlier,
  onChange,
  onSent,
  onBack,
}: Choosing & { ways: readonly Means[]; means: Means }) {
  const { contact: t, faults: words } = useMessages(joinMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { run, busy, problem } = usePlainCommand("askJoinCode");
  const chosen = { ...draft, means };
  const field = means === "sms" ? "mobile" : "email";
  const fault = addressFaults(chosen)[field];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (fault !== undefined) return form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
    if (busy) return;
    const to = addressOf(chosen);
    const sent = await run({ params: { tenant }, body: { ...to, language } });
    if (sent.ok) onSent({ ...sent.value, to });
    else if (sent.error.kind === "too-many-attempts" && earlier?.to.address === to.address) onSent(earlier);
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={t.title}
      onSubmit={(event) => void send(event)}
      className="flex flex-col gap-5"
    >
      <p className="text-lg">{t.lead}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {ways.length > 1 && <Ways ways={ways} means={means} onChoose={(way) => onChange({ means: way })} />}
      <TextField
        key={field}
        name={field}
        label={means === "sms" ? t.mobile : t.address}
        error={checked && fault !== undefined ? words[fault] : undefined}
        required
        inputMode={means === "sms" ? "tel" : "email"}
        autoComplete={means === "sms" ? "tel" : "email"}
        maxLength={254}
        value={draft[field]}
        onChange={({ target }) => onChange({ [field]: target.value })}
      />
      <Button type="submit" wide busy={busy}>
        {busy ? t.sending : t.send}
      </Button>
      <Button look="plain" onClick={onBack}>
        {t.back}
      </Button>
    </form>
  );
}

function Ways({
  ways,
  means,
  onChoose,
}: {
  ways: readonly Means[];
  means: Means;
  onChoose: (way: Means) => void;
}) {
  const { contact: t } = useMessages(joinMessages);
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="sr-only">{t.title}</legend>
      {ways.map((way) => (
        <ChoiceCard key={way} name="means" value={way} checked={way === means} onChoose={() => onChoose(way)}>
          {t[way]}
        </ChoiceCard>
      ))}
    </fieldset>
  );
}
