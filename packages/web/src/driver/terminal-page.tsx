import { Link, Navigate } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { terminalMessages } from "../messages/terminal/index.ts";
import { useRead } from "../read.ts";
import { ownPageOf } from "../roles.ts";
import { useTenancy } from "../shell/session.ts";
import { LINK_LOOK } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { BindForm } from "./bind-form.tsx";
import { PinForm } from "./pin-form.tsx";
import { UnsentAtDoor } from "./unsent-notice.tsx";

/** A terminal's door: a tablet that is none yet is bound by a code; one that is, lets its driver in. */
export function TerminalPage() {
  const t = useMessages(terminalMessages);
  const { tenant, session } = useTenancy();
  const { data, error, refetch } = useRead("getTerminal", { params: { tenant } });
  if (session !== undefined)
    return <Navigate to={ownPageOf(session.role).path} params={{ tenant }} replace />;
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-6 text-xl">
      <PageTitle title={t.title} />
      {error !== null && data === undefined && (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      )}
      {data === undefined ? (
        error === null && <Loading />
      ) : data.device === null ? (
        <BindForm />
      ) : (
        <>
          <UnsentAtDoor />
          <PinForm label={data.device.label} />
        </>
      )}
      <Link
        to="/t/$tenant/sign-in"
        params={{ tenant }}
        search={{ next: `/t/${tenant}/drive` }}
        className={LINK_LOOK}
      >
        {t.otherSignIn}
      </Link>
    </div>
  );
}
