import type { Answer, Problem } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { confirmingMessages } from "../messages/confirming/index.ts";
import { DemoCode } from "../one-time-code/demo-code.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** A code on its way to an address. */
export interface SentTo extends Answer<"askAddressCode"> {
  readonly address: string;
}

/** Takes the code that came to an address. There is no hurry: one whose time is over is sent again, and nothing is lost. */
export function ConfirmCode({
  sent,
  busy,
  problem,
  onCode,
  onAgain,
  onBack,
}: {
  sent: SentTo;
  busy: boolean;
  problem: Problem | undefined;
  onCode: (code: string) => void;
  onAgain: () => void;
  onBack: () => void;
}) {
  const t = useMessages(confirmingMessages);
  const { mode } = useWorld();
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const code = typed.normalize("NFKC").replace(/[\s-]/g, "");
  const isWhole = /^\d{6}$/.test(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!busy && isWhole) onCode(code);
  };
  return (
    <form noValidate aria-label={t.title} onSubmit={submit} className="flex flex-col gap-4">
      <p role="status" className="text-lg break-words">
        {t.sent(sent.address)} {t.minutes(Math.round(sent.goodForSeconds / 60))}
      </p>
      {mode === "demo" && <DemoCode codeId={sent.codeId} lead={t.demo} />}
      {problem?.kind === "wrong-code" && <Notice tone="error" title={t.wrong} />}
      {problem !== undefined && problem.kind !== "wrong-code" && <ProblemNotice problem={problem} />}
      <TextField
        label={t.label}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="max-w-xs"
        value={typed}
        error={checked && !isWhole ? t.needed : undefined}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" busy={busy}>
        {busy ? t.submitting : t.submit}
      </Button>
      <div className="flex flex-wrap gap-3">
        <Button look="plain" size="medium" onClick={onAgain}>
          {t.again}
        </Button>
        <Button look="plain" size="medium" onClick={onBack}>
          {t.back}
        </Button>
      </div>
    </form>
  );
}
