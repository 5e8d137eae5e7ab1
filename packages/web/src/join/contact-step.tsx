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

/** Chooses where the code goes: a mobile phone or a mailbox, as far as this town can send there. */
export function ContactStep({
  draft,
  offered,
  onChange,
  onSent,
  onBack,
}: {
  draft: JoinDraft;
  offered: Answer<"getJoining">["offered"];
  onChange: (part: Partial<JoinDraft>) => void;
  onSent: (code: SentCode) => void;
  onBack: () => void;
}) {
  const { contact: t, faults: words } = useMessages(joinMessages);
  const { tenant, service } = useTenancy();
  const { language } = useLanguage();
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { run, busy, problem } = usePlainCommand("askJoinCode");
  const ways = (["sms", "email"] as const).filter((means) => offered[means]);
  const means = ways.find((way) => way === draft.means) ?? ways[0];
  if (means === undefined)
    return (
      <Notice tone="warning" title={t.none}>
        <p>{t.noneLead(service.phoneNumber)}</p>
      </Notice>
    );
  const chosen = { ...draft, means };
  const field = means === "sms" ? "mobile" : "email";
  const fault = checked ? addressFaults(chosen)[field] : undefined;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (addressFaults(chosen)[field] !== undefined)
      return form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
    if (busy) return;
    const to = addressOf(chosen);
    const sent = await run({ params: { tenant }, body: { ...to, language } });
    if (sent.ok) onSent({ ...sent.value, to });
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
      {ways.length > 1 && (
        <fieldset className="grid gap-3 sm:grid-cols-2">
          <legend className="sr-only">{t.title}</legend>
          {ways.map((way) => (
            <ChoiceCard
              key={way}
              name="means"
              value={way}
              checked={way === means}
              onChoose={() => onChange({ means: way })}
            >
              {t[way]}
            </ChoiceCard>
          ))}
        </fieldset>
      )}
      <TextField
        key={field}
        name={field}
        label={means === "sms" ? t.mobile : t.address}
        error={fault === undefined ? undefined : words[fault]}
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
