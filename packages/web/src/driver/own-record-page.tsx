import { Link } from "@tanstack/react-router";
import { DutyRecordSheet } from "../crew/duty-record-sheet.tsx";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { DriveFrame } from "./drive-frame.tsx";
import { useScreen } from "./screen.ts";

/** The driver's own duty record of today, as it goes on paper. */
export function OwnRecordPage() {
  return (
    <DriveFrame>
      <OwnRecord />
    </DriveFrame>
  );
}

function OwnRecord() {
  const { record: t } = useMessages(driveScreenMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getMyDutyRecord", { params: { tenant } });
  useScreen();
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5">
      <div className="no-print">
        <PageTitle title={t.title} />
      </div>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : data.record === null ? (
        <p className="text-xl">{t.none}</p>
      ) : (
        <article className="rounded-12 border border-line p-5 print:border-0 print:p-0">
          <DutyRecordSheet record={data.record} />
        </article>
      )}
      <div className="no-print flex flex-wrap gap-3">
        {data?.record != null && (
          <Button onClick={() => print()} className="press">
            {t.print}
          </Button>
        )}
        <Link to="/t/$tenant/drive" params={{ tenant }} className={buttonLook({ look: "outline" })}>
          {t.back}
        </Link>
      </div>
    </div>
  );
}
