import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { ChannelSettings } from "../notices/channel-settings.tsx";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { LeavePart } from "./leave-part.tsx";
import { HomeLink } from "./my-doors.tsx";
import { ReadingsPart } from "./readings-part.tsx";
import { RecordPart } from "./record-part.tsx";
import { StoredPart } from "./stored-part.tsx";
import { TakePart } from "./take-part.tsx";

/** The member's own data (自分の情報): see, change, who read it, take along, leave. SAP-PI-1 */
export function MyPage() {
  const { record: t } = useMessages(myMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getMyRecord", { params: { tenant } });
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <div>
        <PageTitle title={t.title} />
        <p className="text-lg">{t.lead}</p>
      </div>
      {data !== undefined ? (
        <>
          <RecordPart record={data.record} guardian={data.guardian} />
          <ChannelSettings />
          <StoredPart stored={data.stored} />
          <ReadingsPart />
          <TakePart />
          <LeavePart record={data.record} />
        </>
      ) : error !== null ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <HomeLink />
    </div>
  );
}
