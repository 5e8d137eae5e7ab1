import type { MemberSummary } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { delayMessages } from "../messages/delay/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Whether a member is told of changes by text only, and so never called (連絡方法). */
export function ContactChoice({ member }: { member: MemberSummary }) {
  const t = useMessages(delayMessages);
  const { tenant } = useTenancy();
  const [byText, setByText] = useState(member.contact === "text");
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("setMemberContact");
  const choose = async (chosen: boolean) => {
    if (busy) return;
    const body = { contact: chosen ? "text" : "phone" } as const;
    const { ok } = await run({ params: { tenant, memberId: member.id }, body });
    if (!ok) return;
    setByText(chosen);
    await readAgain("getMember");
  };
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <label className="mt-2 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-key-900"
          checked={byText}
          onChange={(event) => void choose(event.target.checked)}
        />
        {t.contact}
      </label>
    </>
  );
}
