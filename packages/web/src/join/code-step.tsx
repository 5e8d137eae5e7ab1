import type { Answer, Problem } from "@noriai/api";
import { type FormEvent, useEffect, useState } from "react";
import { useWorld } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import type { SentCode } from "./contact-step.tsx";
import { DemoCode } from "./demo-code.tsx";
import { digitsOf, type personOf } from "./join-draft.ts";

/** Types the code and registers. A lost answer's repeat is the same attempt, so nobody is registered twice. */
export function CodeStep({
  sent,
  attempt,
  person,
  source,
  onSent,
  onJoined,
  onRefused,
  onBack,
}: {
  sent: SentCode;
  /** Of this registration, however often it is sent. */
  attempt: string;
  person: ReturnType<typeof personOf>;
  source: string | undefined;
  onSent: (code: SentCode) => void;
  onJoined: (answer: Answer<"join">) => void;
  /** Something about the person is wrong; the code stays good. */
  onRefused: (problem: Problem) => void;
  onBack: () => void;
}) {
  const { code: t, faults } = useMessages(joinMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const { mode } = useWorld();
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const { run, busy, problem, forgetProblem } = usePlainCommand("join");
  const isWrong = problem?.kind === "wrong-code";
  const isWhole = /^\d{6}$/.test(digitsOf(typed));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || !isWhole) return;
    const body = {
      ...{ ...person, language, codeId: sent.codeId, code: digitsOf(typed), attempt },
      ...(source !== undefined && { source }),
    };
    const result = await run({ params: { tenant }, body });
    if (result.ok) onJoined(result.value);
    else if (result.error.kind === "invalid-input") onRefused(result.error);
  };
  return (
    <form
      noValidate
      aria-label={t.title}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-5"
    >
      <p className="text-lg">
        {t.sent(sent.to.address)} {t.minutes(Math.round(sent.goodForSeconds / 60))}
      </p>
      {mode === "demo" && <DemoCode codeId={sent.codeId} lead={t.demo} />}
      {isWrong && <Notice tone="error" title={t.wrong} />}
      {problem !== undefined && !isWrong && <ProblemNotice problem={problem} />}
      <TextField
        name="code"
        label={t.label}
        error={checked && !isWhole ? faults.code : undefined}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="max-w-xs"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          forgetProblem();
        }}
      />
      <Button type="submit" wide busy={busy}>
        {busy ? t.submitting : t.submit}
      </Button>
      <div className="flex flex-wrap gap-3">
        <SendAgain
          sent={sent}
          onSent={(code) => {
            setTyped("");
            setChecked(false);
            forgetProblem();
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

/** Another code for the same address, once it may have got lost. */
function SendAgain({ sent, onSent }: { sent: SentCode; onSent: (code: SentCode) => void }) {
  const { code: t } = useMessages(joinMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const { run, busy, problem } = usePlainCommand("askJoinCode");
  const [mayAsk, setMayAsk] = useState(false);
  const [isAgain, setAgain] = useState(false);
  const { againAfterSeconds, to } = sent;
  useEffect(() => {
    if (mayAsk) return;
    const timer = setTimeout(() => setMayAsk(true), againAfterSeconds * 1000);
    return () => clearTimeout(timer);
  }, [mayAsk, againAfterSeconds]);
  const send = async () => {
    const result = await run({ params: { tenant }, body: { ...to, language } });
    if (!result.ok) return;
    setMayAsk(false);
    setAgain(true);
    onSent({ ...result.value, to });
  };
  return (
    <div className="flex flex-col gap-2">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {isAgain && <Notice tone="success" title={t.sentAgain} />}
      <Button
        look="outline"
        size="medium"
        busy={busy}
        disabledBecause={mayAsk ? undefined : t.againSoon}
        onClick={() => void send()}
      >
        {t.again}
      </Button>
    </div>
  );
}
