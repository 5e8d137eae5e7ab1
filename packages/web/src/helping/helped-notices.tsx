import type { Helping } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { canBeTold } from "../notices/can-be-told.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SwitchLabel } from "../ui/switch-label.tsx";

/** Whether the member is told, too, of the rides of somebody whom they help; off until they choose it. */
export function HelpedNotices({ helping: { id, memberName, told } }: { helping: Helping }) {
  const { notices: t } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listMyChannels", { params: { tenant } });
  const readAgain = useReadAgain();
  const { run, problem } = usePlainCommand("setHelpedNotices");
  const [wished, setWished] = useState<boolean>();
  const turn = async (wish: boolean) => {
    setWished(wish);
    const { ok } = await run({ params: { tenant, delegateId: id }, body: { told: wish } });
    if (ok) await readAgain("listHelpedBookings");
    setWished(undefined);
  };
  if (data === undefined || !canBeTold(data)) return null;
  return (
    <section aria-labelledby="helped-notices" className="flex flex-col gap-3">
      <h2 id="helped-notices" className="text-xl font-bold">
        {t.title(memberName)}
      </h2>
      <p className="text-lg">{t.meaning(memberName)}</p>
      <SwitchLabel label={t.receive(memberName)} on={wished ?? told} onTurn={(on) => void turn(on)} />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {data.channels.length === 0 && (
        <>
          <p className="text-lg">{t.noChannel}</p>
          <Link to="/t/$tenant/ride/me" params={{ tenant }} className={buttonLook({ look: "outline" })}>
            {t.toChannels}
          </Link>
        </>
      )}
    </section>
  );
}
