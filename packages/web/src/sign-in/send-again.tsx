import { useEffect, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { signInMessages } from "../messages/sign-in/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import type { SentCode } from "./number-step.tsx";

/** Another code for the same number, once the first may have got lost. */
export function SendAgain({
  number,
  sent,
  onSent,
}: {
  number: string;
  sent: SentCode;
  onSent: (sent: SentCode) => void;
}) {
  const { code: t } = useMessages(signInMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const { run, busy, problem } = usePlainCommand("askSignInCode");
  const [mayAsk, setMayAsk] = useState(false);
  const [isAgain, setAgain] = useState(false);
  const { againAfterSeconds } = sent;
  useEffect(() => {
    if (mayAsk) return;
    const timer = setTimeout(() => setMayAsk(true), againAfterSeconds * 1000);
    return () => clearTimeout(timer);
  }, [mayAsk, againAfterSeconds]);
  const send = async () => {
    const next = await run({ params: { tenant }, body: { number, language } });
    if (!next.ok) return;
    setMayAsk(false);
    setAgain(true);
    onSent(next.value);
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
