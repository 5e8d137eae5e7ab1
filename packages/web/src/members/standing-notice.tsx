import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";

/**
 * What is to be said to a member who missed rides, or when it was said; nothing where there is nothing to say. For the
 * desk.
 */
export function StandingNotice({ memberId }: { memberId: string }) {
  const { standing: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const { data } = useRead("getMemberStanding", { params: { tenant, memberId } });
  if (data === undefined) return null;
  const { level, saidAt } = data;
  if (level === "clear") return null;
  if (saidAt !== null) return <p className="text-quiet">{t.said[level](format.dateTime(saidAt))}</p>;
  return (
    <Notice tone="warning" title={t.notice(data.counted)} quiet>
      <p>{t.levels[level]}</p>
      {data.policy !== null && <p className="mt-1">{data.policy.warning}</p>}
      <p className="mt-1">{t.never}</p>
    </Notice>
  );
}
