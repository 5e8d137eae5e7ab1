import type { Problem } from "@noriai/api";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { oneTimeCodeMessages } from "../messages/one-time-code/index.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { StepTitle } from "../ui/step-title.tsx";
import { DemoCode } from "./demo-code.tsx";
import { digitsOf } from "./digits-of.ts";
import { type Again, SendAgain } from "./send-again.tsx";

/** So many wrong tries and the server takes no more for this code. */
const TRIES_MAX = 5;

interface Asking {
  readonly sent: {
    readonly codeId: string;
    readonly goodForSeconds: number;
    readonly againAfterSeconds: number;
  };
  /** Where it went. */
  readonly lead: string;
  /** Of its own heading; none where that of the page says the same. */
  readonly level?: 2 | 3;
  readonly words: { readonly submit: string; readonly submitting: string; readonly change: string };
  /** What came of the code that was typed last. */
  readonly entering: {
    readonly busy: boolean;
    readonly problem: Problem | undefined;
    readonly forgetProblem: () => void;
  };
  readonly again: Again;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
  readonly children?: ReactNode;
}

/** Takes a code that was sent. There is no hurry: one whose time is over is sent anew, and nothing is lost. */
export function CodeForm(asking: Asking) {
  const { sent, lead, level, words, entering, again, onBack, children } = asking;
  const t = useMessages(oneTimeCodeMessages);
  const { mode } = useWorld();
  const { typed, type, isFaulty, wrong, submit, startAnew } = useTypedCode(asking);
  const { busy, problem } = entering;
  const isWrong = problem?.kind === "wrong-code";
  const send = async () => {
    const went = await again.send();
    if (went) startAnew();
    return went;
  };
  return (
    <form noValidate aria-label={t.title} onSubmit={submit} className="flex flex-col gap-5">
      {level !== undefined && <StepTitle title={t.title} level={level} />}
      <p className="text-lg break-words">
        {lead} {t.minutes(Math.round(sent.goodForSeconds / 60))}
      </p>
      {mode === "demo" && <DemoCode codeId={sent.codeId} lead={t.demo} />}
      {isWrong && <Notice tone="error" title={wrong < TRIES_MAX ? t.wrong : t.wornOut} />}
      {problem !== undefined && !isWrong && <ProblemNotice problem={problem} />}
      <TextField
        label={t.label}
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="max-w-xs"
        value={typed}
        error={isFaulty ? t.need : undefined}
        onChange={({ target }) => type(target.value)}
      />
      {children}
      <Button type="submit" wide busy={busy}>
        {busy ? words.submitting : words.submit}
      </Button>
      <div className="flex flex-wrap gap-3">
        <SendAgain afterSeconds={sent.againAfterSeconds} again={{ ...again, send }} />
        <Button look="plain" onClick={onBack}>
          {words.change}
        </Button>
      </div>
    </form>
  );
}

/** What is typed, what is wrong with it, and how often it was wrong. */
function useTypedCode({ entering: { busy, problem, forgetProblem }, onCode }: Asking) {
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const [wrong, setWrong] = useState(0);
  useEffect(() => {
    if (problem?.kind === "wrong-code") setWrong((count) => count + 1);
  }, [problem]);
  const code = digitsOf(typed);
  const isWhole = code.length === 6;
  const type = (text: string) => {
    setTyped(text);
    forgetProblem();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isWhole && !busy) onCode(code);
  };
  const startAnew = () => {
    type("");
    setChecked(false);
    setWrong(0);
  };
  return { typed, type, isFaulty: checked && !isWhole, wrong, submit, startAnew };
}
