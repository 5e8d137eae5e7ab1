import type { Registrations } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Doubles } from "./evidence-panel.tsx";
import { FlyerCode } from "./flyer-code.tsx";
import { SourceTable } from "./source-table.tsx";

/** Who registered lately, what is still to be looked at, and by which tags they came. */
export function RegistrationsFace() {
  const { list: t } = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listRegistrations", { params: { tenant } });
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageTitle title={t.title} />
        <Link
          to="/t/$tenant/members/new"
          params={{ tenant }}
          className={buttonLook({ look: "outline", size: "medium" })}
        >
          {t.paper}
        </Link>
      </div>
      <p>{t.lead}</p>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.registrations.length === 0 && <p className="rounded-12 bg-surface p-6">{t.none}</p>}
      {data !== undefined && data.registrations.length > 0 && (
        <ul>
          {data.registrations.map((line) => (
            <Line key={line.member.id} line={line} />
          ))}
        </ul>
      )}
      {data !== undefined && data.sources.length > 0 && <SourceTable sources={data.sources} />}
      <FlyerCode />
    </div>
  );
}

function Line({ line }: { line: Registrations["registrations"][number] }) {
  const t = useMessages(registrationsMessages);
  const { classes } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const { member, way, source, at, settledAt, isPaperAwaited, twins, samePhone } = line;
  const isOpen = settledAt === null;
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link
          to="/t/$tenant/members/$memberId"
          params={{ tenant, memberId: member.id }}
          className="inline-flex min-h-11 items-center text-lg font-bold text-key-900 underline"
        >
          {member.name}
        </Link>
        <span className="tabular-nums">{member.memberNo}</span>
        <span className="min-w-0 flex-1 basis-60">
          {t.list.at(format.dateTime(at), t.ways[way])} {source !== null && t.list.source(source)}
        </span>
        <Badge>{classes[member.fareClass]}</Badge>
        {isPaperAwaited && <Badge tone="warning">{t.list.awaited}</Badge>}
        {twins.length > 0 && <Badge tone="error">{t.list.twins}</Badge>}
        {samePhone.length > 0 && <Badge tone="warning">{t.list.samePhone}</Badge>}
        <Badge tone={isOpen ? "key" : "gray"}>{isOpen ? t.list.open : t.list.settled}</Badge>
        {isOpen && <Settle id={member.id} name={member.name} />}
      </div>
      <Doubles twins={twins} samePhone={samePhone} />
    </li>
  );
}

function Settle({ id, name }: { id: string; name: string }) {
  const { list: t } = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("settleRegistration");
  const settle = async () => {
    const { ok } = await run({ params: { tenant, memberId: id } });
    if (ok) await readAgain("listRegistrations");
  };
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button
        look="outline"
        size="small"
        busy={busy}
        aria-label={t.settleOf(name)}
        onClick={() => void settle()}
      >
        {t.settle}
      </Button>
    </>
  );
}
