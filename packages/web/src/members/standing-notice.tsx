import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";

/** What is to be said to a member who missed rides; nothing where there is nothing to say. For the desk. */
export function StandingNotice({ memberId }: { memberId: string }) {
  const { standing: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("getMemberStanding", { params: { tenant, memberId } });
  if (data === undefined || data.level === "clear") return null;
  return (
    <Notice tone="warning" title={t.notice(data.counted)} quiet>
      <p>{t.levels[data.level]}</p>
      {data.policy !== null && <p className="mt-1">{data.policy.warning}</p>}
      <p className="mt-1">{t.never}</p>
    </Notice>
  );
}
