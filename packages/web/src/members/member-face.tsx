import type { MemberPage } from "@noriai/api";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { EvidencePanel } from "../registrations/evidence-panel.tsx";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { MemberBookings } from "./member-bookings.tsx";
import { MemberChannels } from "./member-channels.tsx";
import { RecordChanges } from "./record-changes.tsx";
import { RecordFacts } from "./record-facts.tsx";
import { RecordForm } from "./record-form.tsx";
import { StandingPanel } from "./standing-panel.tsx";

/** One member: record, rides missed, bookings, who changed what, and the erasure. 仕様書 5-(4)-② */
export function MemberFace() {
  const t = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const { memberId } = useParams({ from: "/t/$tenant/members/$memberId" });
  const { data, error, refetch } = useRead("getMember", { params: { tenant, memberId } });
  const [erased, setErased] = useState<number>();
  const isGone = error?.kind === "not-found" && erased === undefined;
  return (
    <>
      <Link
        to="/t/$tenant/members"
        params={{ tenant }}
        className="inline-flex min-h-11 items-center text-key-900 underline"
      >
        {t.page.back}
      </Link>
      <PageTitle title={erased === undefined ? (data?.name ?? t.title) : t.erase.title} className="mb-4" />
      {erased !== undefined && <Notice tone="success" title={t.erase.done(erased)} />}
      {isGone && <Notice tone="info" title={t.page.gone} />}
      {error !== null && !isGone && erased === undefined && (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && error === null && erased === undefined && (
        <Page key={memberId} page={data} onErased={setErased} />
      )}
    </>
  );
}

function Page({ page, onErased }: { page: MemberPage; onErased: (rides: number) => void }) {
  const t = useMessages(membersMessages);
  const readAgain = useReadAgain();
  const [editing, setEditing] = useState(false);
  const [erasing, setErasing] = useState(false);
  const [saved, setSaved] = useState(false);
  const finish = async (isSaved: boolean) => {
    setEditing(false);
    setSaved(isSaved);
    await readAgain("getMember", "listMemberChanges", "listMembers", "searchMembers");
  };
  return (
    <div className="flex flex-col gap-10">
      {saved && <Notice tone="success" title={t.form.done} />}
      {editing ? (
        <RecordForm page={page} onClose={finish} />
      ) : (
        <RecordFacts page={page}>
          <Button
            onClick={() => {
              setSaved(false);
              setEditing(true);
            }}
          >
            {t.page.edit}
          </Button>
          <Button look="outline" onClick={() => setErasing(true)}>
            {t.page.erase}
          </Button>
        </RecordFacts>
      )}
      <EvidencePanel memberId={page.id} />
      <MemberChannels memberId={page.id} />
      <StandingPanel memberId={page.id} />
      <MemberBookings memberId={page.id} />
      <RecordChanges memberId={page.id} />
      <EraseDialog page={page} open={erasing} onClose={() => setErasing(false)} onErased={onErased} />
    </div>
  );
}
