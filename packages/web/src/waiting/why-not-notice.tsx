import type { Problem } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { waitingMessages } from "../messages/waiting/index.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Why a wish cannot wait; where room has come free meanwhile, the way to it. */
export function WhyNotNotice({ problem, onAgain }: { problem: Problem; onAgain: () => void }) {
  const { whyNot, again } = useMessages(waitingMessages);
  const kind = Object.keys(whyNot).find((known) => problem.rejections?.some((one) => one.kind === known));
  if (kind === undefined) return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="warning" title={whyNot[kind as keyof typeof whyNot]}>
      {kind === "room" && (
        <Button look="outline" size="medium" className="mt-2" onClick={onAgain}>
          {again}
        </Button>
      )}
    </Notice>
  );
}
