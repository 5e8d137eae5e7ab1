import type { Session } from "@noriai/api";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useWorld } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { signInMessages } from "../messages/sign-in/index.ts";
import { DemoCode } from "../one-time-code/demo-code.tsx";
import { digitsOf } from "../one-time-code/digits-of.ts";
import { SendAgain } from "../one-time-code/send-again.tsx";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { LostCode } from "./lost-code.tsx";
import type { SentCode } from "./number-step.tsx";

/** So many wrong tries and the server takes no more for this code. */
const TRIES_MAX = 5;

/** Takes the code. There is no hurry on this page: a code that has ended is replaced by a new one, and nothing is lost. */
export function CodeStep({
  number,
  sent,
  onSent,
  onEntered,
  onBack,
}: {
  number: string;
  sent: SentCode;
  onSent: (sent: SentCode) => void;
  onEntered: (session: Session) => void;
  onBack: () => void;
}) {
  const { code: t } = useMessages(signInMessages);
  const { mode } = useWorld();
  const { typed, type, fault, wrong, enter, busy, problem, forget } = useCode(sent, onEntered);
  const startAnew = (next: SentCode) => {
    forget();
    onSent(next);
  };
  return (
    <form noValidate onSubmit={(event) => void enter(event)} className="flex flex-col gap-5">
      <StepTitle title={t.title} />
      <p className="text-lg">
        {t.sent} {t.minutes(Math.round(sent.goodForSeconds / 60))}
      </p>
      {mode === "demo" && <DemoCode codeId={sent.codeId} lead={t.demo} />}
      {problem?.kind === "wrong-code" && (
        <Notice tone="error" title={wrong < TRIES_MAX ? t.wrong : t.wornOut} />
      )}
      {problem !== undefined && problem.kind !== "wrong-code" && <ProblemNotice problem={problem} />}
      <TextField
        label={t.label}
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="max-w-xs"
        value={typed}
        error={fault}
        onChange={({ target }) => type(target.value)}
      />
      <Button type="submit" wide busy={busy}>
        {busy ? t.submitting : t.submit}
      </Button>
      <div className="flex flex-wrap gap-3">
        <AgainTo number={number} afterSeconds={sent.againAfterSeconds} onSent={startAnew} />
        <Button look="plain" onClick={onBack}>
          {t.change}
        </Button>
      </div>
      <LostCode />
    </form>
  );
}

function AgainTo({
  number,
  afterSeconds,
  onSent,
}: {
  number: string;
  afterSeconds: number;
  onSent: (sent: SentCode) => void;
}) {
  const { code: t } = useMessages(signInMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const { run, busy, problem } = usePlainCommand("askSignInCode");
  const send = async () => {
    const sent = await run({ params: { tenant }, body: { number, language } });
    if (sent.ok) onSent(sent.value);
    return sent.ok;
  };
  return <SendAgain words={t} {...{ afterSeconds, busy, problem, send }} />;
}

/** What is typed, what is wrong with it, and how often it was wrong. */
function useCode({ codeId }: SentCode, onEntered: (session: Session) => void) {
  const { code: t } = useMessages(signInMessages);
  const { tenant } = useTenancy();
  const { run, busy, problem, forgetProblem } = usePlainCommand("signInWithCode");
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const [wrong, setWrong] = useState(0);
  const code = digitsOf(typed);
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (code.length !== 6 || busy) return;
    const entered = await run({ params: { tenant }, body: { codeId, code } });
    if (entered.ok) onEntered(entered.value);
    else if (entered.error.kind === "wrong-code") setWrong((count) => count + 1);
  };
  const type = (text: string) => {
    setTyped(text);
    forgetProblem();
  };
  const forget = () => {
    type("");
    setChecked(false);
    setWrong(0);
  };
  const fault = checked && code.length !== 6 ? t.need : undefined;
  return { typed, type, fault, wrong, enter, busy, problem, forget };
}

/** Takes the focus: what is read next is where the code goes. */
function StepTitle({ title }: { title: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <h2 ref={ref} tabIndex={-1} className="text-2xl leading-normal font-bold">
      {title}
    </h2>
  );
}
