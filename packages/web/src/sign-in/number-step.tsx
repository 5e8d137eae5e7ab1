import type { Answer } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { signInMessages } from "../messages/sign-in/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** A code on its way, if anybody has that number. */
export type SentCode = Answer<"askSignInCode">;

/** Takes the number and has a code sent. What was typed stays, whatever comes of it. */
export function NumberStep({
  number,
  earlier,
  onChange,
  onSent,
}: {
  number: string;
  /** A code that was sent for this very number a moment ago: it is still good when no other one may be sent yet. */
  earlier: SentCode | undefined;
  onChange: (number: string) => void;
  onSent: (sent: SentCode) => void;
}) {
  const t = useMessages(signInMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const { run, busy, problem } = usePlainCommand("askSignInCode");
  const [checked, setChecked] = useState(false);
  const isNumber = /\d/.test(number.normalize("NFKC"));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isNumber || busy) return;
    const sent = await run({ params: { tenant }, body: { number, language } });
    if (sent.ok) onSent(sent.value);
    else if (sent.error.kind === "too-many-attempts" && earlier !== undefined) onSent(earlier);
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex flex-col gap-5">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <TextField
        label={t.number}
        hint={t.numberHint}
        name="number"
        inputMode="tel"
        autoComplete="username"
        maxLength={40}
        value={number}
        error={checked && !isNumber ? t.needNumber : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      <Button type="submit" wide busy={busy}>
        {busy ? t.sending : t.send}
      </Button>
    </form>
  );
}
