import { Link, useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { Pager } from "../bookings/pager.tsx";
import { NewMemberForm } from "../desk/new-member-form.tsx";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useLast } from "../ui/use-last.ts";
import { EVERYBODY, MemberFilterForm, queryOf } from "./member-filter-form.tsx";
import { MemberLines } from "./member-lines.tsx";

/** Every member (利用者一覧), searched and filtered, page by page. Each one shown is noted as read. 仕様書 5-(4)-② */
export function MembersFace() {
  const t = useMessages(membersMessages);
  const registrations = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  const [filter, setFilter] = useState(EVERYBODY);
  const [page, turnTo] = useState(1);
  const [adding, setAdding] = useState(false);
  const query = useDeferredValue(queryOf(filter, page));
  const { data: found, error, refetch } = useRead("listMembers", { params: { tenant }, query });
  const data = useLast(found);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <PageTitle title={t.title} />
        <div className="flex flex-wrap gap-3">
          <Link
            to="/t/$tenant/members/registrations"
            params={{ tenant }}
            className={buttonLook({ look: "outline", size: "medium" })}
          >
            {registrations.list.title}
          </Link>
          <Link
            to="/t/$tenant/members/new"
            params={{ tenant }}
            className={buttonLook({ look: "outline", size: "medium" })}
          >
            {registrations.list.paper}
          </Link>
          <Button size="medium" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </div>
      </div>
      <MemberFilterForm
        filter={filter}
        onChange={(next) => {
          turnTo(1);
          setFilter(next);
        }}
      />
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <>
          <p role="status" className="mb-2 text-lg tabular-nums">
            {t.count(data.total)}
          </p>
          {data.members.length === 0 ? (
            <p className="rounded-12 bg-surface p-6">{t.none}</p>
          ) : (
            <MemberLines members={data.members} />
          )}
          <Pager page={data.page} pages={data.pages} onTurn={turnTo} />
        </>
      )}
      <NewMember open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function NewMember({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  return (
    <Dialog title={t.addTitle} open={open} onClose={onClose}>
      <NewMemberForm
        typed=""
        onClose={onClose}
        onAdded={({ id }) =>
          void navigate({ to: "/t/$tenant/members/$memberId", params: { tenant, memberId: id } })
        }
      />
    </Dialog>
  );
}
