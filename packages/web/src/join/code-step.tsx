import type { Answer, Problem } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useWorld } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";
import { DemoCode } from "../one-time-code/demo-code.tsx";
import { digitsOf } from "../one-time-code/digits-of.ts";
import { SendAgain } from "../one-time-code/send-again.tsx";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import type { SentCode } from "./contact-step.tsx";
import type { personOf } from "./join-draft.ts";

interface Typing {
  readonly sent: SentCode;
  /** Of this registration, however often it is sent. */
  readonly attempt: string;
  readonly person: ReturnType<typeof personOf>;
  readonly source: string | undefined;
  readonly onJoined: (answer: Answer<"join">) => void;
  /** Something about the person is wrong; the code stays good. */
  readonly onRefused: (problem: Problem) => void;
}

/** Types the code and registers. A lost answer's repeat is the same attempt, so nobody is registered twice. */
export function CodeStep({
  onSent,
  onBack,
  ...typing
}: Typing & { onSent: (code: SentCode) => void; onBack: () => void }) {
  const { code: t, faults, purposes } = useMessages(joinMessages);
  const { mode } = useWorld();
  const { typed, type, isFaulty, busy, problem, submit } = useTypedCode(typing);
  const { sent } = typing;
  const isWrong = problem?.kind === "wrong-code";
  return (
    <form
      noValidate
      aria-label={t.title}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
      className="flex flex-col gap-5"
    >
      <p className="text-lg">
        {t.sent(sent.to.address)}
        <span className="block">{t.minutes(Math.round(sent.goodForSeconds / 60))}</span>
      </p>
      {mode === "demo" && <DemoCode codeId={sent.codeId} lead={t.demo} />}
      {isWrong && <Notice tone="error" title={t.wrong} />}
      {problem !== undefined && !isWrong && <ProblemNotice problem={problem} />}
      <TextField
        name="code"
        label={t.label}
        error={isFaulty ? faults.code : undefined}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="max-w-xs"
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
      <p>{purposes.agreed}</p>
      <Button type="submit" wide busy={busy}>
        {busy ? t.submitting : t.submit}
      </Button>
      <div className="flex flex-wrap gap-3">
        <AgainTo
          sent={sent}
          onSent={(code) => {
            type("");
            onSent(code);
          }}
        />
        <Button look="plain" onClick={onBack}>
          {t.change}
        </Button>
      </div>
    </form>
  );
}

/** The code as typed, and the registration by it. */
function useTypedCode({ sent, attempt, person, source, onJoined, onRefused }: Typing) {
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const { run, busy, problem, forgetProblem } = usePlainCommand("join");
  const code = digitsOf(typed);
  const isWhole = /^\d{6}$/.test(code);
  const type = (text: string) => {
    setTyped(text);
    if (text === "") setChecked(false);
    forgetProblem();
  };
  const submit = async () => {
    setChecked(true);
    if (busy || !isWhole) return;
    const from = source === undefined ? {} : { source };
    const body = { ...person, ...from, language, codeId: sent.codeId, code, attempt };
    const result = await run({ params: { tenant }, body });
    if (result.ok) onJoined(result.value);
    else if (result.error.kind === "invalid-input") onRefused(result.error);
  };
  return { typed, type, isFaulty: checked && !isWhole, busy, problem, submit };
}

function AgainTo({
  sent: { to, againAfterSeconds },
  onSent,
}: {
  sent: SentCode;
  onSent: (code: SentCode) => void;
}) {
  const { code: t } = useMessages(joinMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const { run, busy, problem } = usePlainCommand("askJoinCode");
  const send = async () => {
    const sent = await run({ params: { tenant }, body: { ...to, language } });
    if (sent.ok) onSent({ ...sent.value, to });
    return sent.ok;
  };
  return <SendAgain words={t} afterSeconds={againAfterSeconds} {...{ busy, problem, send }} />;
}
