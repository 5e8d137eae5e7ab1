import type { Problem } from "@noriai/api";
import { useEffect, useState } from "react";
import { useMessages } from "../language.tsx";
import { oneTimeCodeMessages } from "../messages/one-time-code/index.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Another code for the same place. */
export interface Again {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** Whether it went out. */
  readonly send: () => Promise<boolean>;
}

/** Asks for another code, once the first may have got lost. */
export function SendAgain({ afterSeconds, again }: { afterSeconds: number; again: Again }) {
  const t = useMessages(oneTimeCodeMessages);
  const [mayAsk, setMayAsk] = useState(false);
  const [isAgain, setAgain] = useState(false);
  useEffect(() => {
    if (mayAsk) return;
    const timer = setTimeout(() => setMayAsk(true), afterSeconds * 1000);
    return () => clearTimeout(timer);
  }, [mayAsk, afterSeconds]);
  const ask = async () => {
    if (!(await again.send())) return;
    setMayAsk(false);
    setAgain(true);
  };
  return (
    <div className="flex flex-col gap-2">
      {again.problem !== undefined && <ProblemNotice problem={again.problem} />}
      {isAgain && <Notice tone="success" title={t.sentAgain} />}
      <Button
        look="outline"
        size="medium"
        busy={again.busy}
        disabledBecause={mayAsk ? undefined : t.againSoon}
        onClick={() => void ask()}
      >
        {t.again}
      </Button>
    </div>
  );
}
