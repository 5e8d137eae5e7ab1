import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { terminalMessages } from "../messages/terminal/index.ts";
import { digitsOf } from "../one-time-code/digits-of.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Makes this tablet a terminal of the register. Who came by the QR code finds the digits typed already. */
export function BindForm() {
  const t = useMessages(terminalMessages);
  const { tenant } = useTenancy();
  const [code, setCode] = useState(() => bindingCodeOf(location.hash));
  const [asked, setAsked] = useState(false);
  const { run, busy, problem } = usePlainCommand("bindTerminal");
  const readAgain = useReadAgain();
  const digits = bindingCodeOf(code);
  const bind = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (digits.length !== 8) return;
    const { ok } = await run({ params: { tenant }, body: { code: digits } });
    if (!ok) return;
    history.replaceState(null, "", location.pathname); // used up, and nobody's business
    await readAgain("getTerminal");
  };
  return (
    <form onSubmit={bind} noValidate className="flex flex-col gap-5">
      <h2 className="text-2xl font-bold">{t.bindTitle}</h2>
      <p>{t.bindLead}</p>
      {problem !== undefined &&
        (problem.kind === "wrong-credentials" ? (
          <Notice tone="error" title={t.wrongCode} />
        ) : (
          <ProblemNotice problem={problem} />
        ))}
      <TextField
        label={t.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        error={asked && digits.length !== 8 ? t.codeFault : undefined}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button type="submit" busy={busy} className="min-h-20 text-2xl">
        {busy ? t.binding : t.bind}
      </Button>
    </form>
  );
}

/** The first eight digits: what follows them in an address is no part of the code. */
const bindingCodeOf = (text: string): string => digitsOf(text).slice(0, 8);
