import type { MemberRegistration } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { EvidenceDialog } from "./evidence-dialog.tsx";

/** How a member came, who answers for a child, and which papers were seen by whom, when and until when. */
export function EvidencePanel({ memberId }: { memberId: string }) {
  const { panel: t } = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getRegistration", { params: { tenant, memberId } });
  const [noting, setNoting] = useState(false);
  return (
    <section aria-label={t.title}>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Facts registration={data} />}
      <Button look="outline" size="medium" className="mt-3" onClick={() => setNoting(true)}>
        {t.note}
      </Button>
      <EvidenceDialog memberId={memberId} open={noting} onClose={() => setNoting(false)} />
    </section>
  );
}

function Facts({ registration }: { registration: MemberRegistration }) {
  const t = useMessages(registrationsMessages);
  const { way, by, source, guardian, isPaperAwaited, evidence } = registration;
  const self = way === "web" ? t.panel.self : "";
  const facts = [
    [t.panel.way, way === null ? t.panel.before : [t.ways[way], by ?? self].filter(Boolean).join(" ")],
    ...(source === null ? [] : [[t.panel.source, source] as const]),
    ...(guardian === null
      ? []
      : [
          [
            t.panel.guardian,
            t.panel.guardianOf(guardian.name, t.relations[guardian.relation], guardian.phone),
          ] as const,
        ]),
  ] as const;
  return (
    <>
      {isPaperAwaited && <Notice tone="warning" title={t.panel.awaited} quiet />}
      <dl className="my-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-lg">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      {evidence.length === 0 && <p>{t.panel.none}</p>}
      <ul>
        {evidence.map((paper) => (
          <li key={`${paper.at} ${paper.kind}`} className="flex flex-wrap gap-x-4 border-b border-line py-2">
            <span className="font-bold">{t.panel.kinds[paper.kind]}</span>
            <span>{t.panel.seen(paper.seenOn, paper.seenBy ?? t.panel.somebody)}</span>
            {paper.until !== null && <span>{t.panel.until(paper.until)}</span>}
          </li>
        ))}
      </ul>
      <Doubles {...registration} />
    </>
  );
}

/** Who may be the same person, or has the number that was only typed: to be looked at side by side. */
export function Doubles({ twins, samePhone }: Pick<MemberRegistration, "twins" | "samePhone">) {
  const { panel } = useMessages(registrationsMessages);
  return (
    <>
      <Others title={panel.twins} others={twins} />
      <Others title={panel.samePhone} others={samePhone} />
    </>
  );
}

function Others({ title, others }: { title: string; others: MemberRegistration["twins"] }) {
  const t = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  if (others.length === 0) return null;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4">
      <span className="font-bold">{title}</span>
      {others.map(({ id, memberNo }) => (
        <Link
          key={id}
          to="/t/$tenant/members/$memberId"
          params={{ tenant, memberId: id }}
          className="inline-flex min-h-11 items-center text-key-900 underline"
        >
          {t.known.memberNo(memberNo)}
        </Link>
      ))}
    </p>
  );
}
