import { useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { terminalMessages } from "../messages/terminal/index.ts";
import { NO_NUMBER_SAID } from "../messages/terminal/roll-call-book.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { BigButton } from "./big-button.tsx";

/** The driver's own word, in one press where all is well. Who cannot say so is told to call, and nothing is reported. */
export function OwnRollCall({ moment }: { moment: "before" | "after" }) {
  const t = useMessages(terminalMessages).rollCall;
  const { tenant } = useTenancy();
  const [isBad, setBad] = useState(false);
  const { run, busy, problem } = useCommand("reportOwnRollCall");
  const readAgain = useReadAgain();
  const report = async () => {
    const body = {
      ...{ moment, isDetected: false, isHealthy: true, detector: NO_NUMBER_SAID },
      ...(moment === "before" && { isVehicleInOrder: true }),
    };
    const { ok } = await run({ params: { tenant }, body });
    if (ok) await readAgain("getMyShift");
  };
  return (
    <div className="flex flex-col gap-4">
      <p>{t.self}</p>
      <ul className="list-disc pl-8 text-2xl leading-relaxed">
        {(moment === "before" ? t.points : t.afterPoints).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {isBad && <Notice tone="warning" title={t.badLead} />}
      <div className="flex flex-wrap gap-4">
        <BigButton onPress={() => !busy && void report()}>{busy ? t.reporting : t.report}</BigButton>
        <BigButton look="outline" onPress={() => setBad(true)}>
          {t.bad}
        </BigButton>
      </div>
    </div>
  );
}
