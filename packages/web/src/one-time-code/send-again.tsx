import type { Problem } from "@noriai/api";
import { useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/**
 * Another code for the same place, once the first may have got lost.
 *
 * @param send  whether it went out
 */
export function SendAgain({
  words,
  afterSeconds,
  busy,
  problem,
  send,
}: {
  words: { readonly again: string; readonly againSoon: string; readonly sentAgain: string };
  afterSeconds: number;
  busy: boolean;
  problem: Problem | undefined;
  send: () => Promise<boolean>;
}) {
  const [mayAsk, setMayAsk] = useState(false);
  const [isAgain, setAgain] = useState(false);
  useEffect(() => {
    if (mayAsk) return;
    const timer = setTimeout(() => setMayAsk(true), afterSeconds * 1000);
    return () => clearTimeout(timer);
  }, [mayAsk, afterSeconds]);
  const ask = async () => {
    if (!(await send())) return;
    setMayAsk(false);
    setAgain(true);
  };
  return (
    <div className="flex flex-col gap-2">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {isAgain && <Notice tone="success" title={words.sentAgain} />}
      <Button
        look="outline"
        size="medium"
        busy={busy}
        disabledBecause={mayAsk ? undefined : words.againSoon}
        onClick={() => void ask()}
      >
        {words.again}
      </Button>
    </div>
  );
}
