import type { OwnSession } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { accountMessages } from "../messages/account/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Where one is signed in, and the means to end it. */
export function OwnSessions() {
  const { sessions: t } = useMessages(accountMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMySessions", { params: { tenant } });
  const [told, tell] = useState<string>();
  return (
    <section aria-labelledby="own-sessions" className="flex flex-col gap-4">
      <h2 id="own-sessions" className="text-2xl leading-normal font-bold">
        {t.title}
      </h2>
      {told !== undefined && <Notice tone="success" title={told} />}
      {data !== undefined ? (
        <Sessions sessions={data.sessions} onTold={tell} />
      ) : error !== null ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </section>
  );
}

interface Telling {
  readonly onTold: (sentence: string) => void;
}

function Sessions({ sessions, onTold }: { sessions: readonly OwnSession[] } & Telling) {
  const { sessions: t } = useMessages(accountMessages);
  const isAlone = sessions.every(({ isThis }) => isThis);
  return (
    <>
      <ul className="flex flex-col gap-3">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} onTold={onTold} />
        ))}
      </ul>
      {isAlone ? (
        <p className="text-lg">{t.onlyThis}</p>
      ) : (
        <>
          <p className="text-lg">{t.unknownToYou}</p>
          <EndOthers onTold={onTold} />
        </>
      )}
    </>
  );
}

function SessionLine({ session, onTold }: { session: OwnSession } & Telling) {
  const { sessions: t, device, systems, browsers } = useMessages(accountMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("endMySession");
  const { id, isThis, openedAt, lastSeenAt, means, system, browser } = session;
  const name = device(systems[system ?? "other"], browsers[browser ?? "other"]);
  const end = async () => {
    if (!(await run({ params: { tenant, sessionId: id } })).ok) return;
    onTold(t.ended);
    await readAgain("listMySessions");
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-12 border border-line bg-white p-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-lg font-bold">
          {name}
          {isThis && <Badge tone="success">{t.this}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-4 text-base text-quiet">
          <span>{t.openedAt(format.dateTime(openedAt))}</span>
          {means !== null && <span>{t.by(t.means[means])}</span>}
        </p>
        {!isThis && <p className="text-base text-quiet">{t.seenAt(format.dateTime(lastSeenAt))}</p>}
      </div>
      {!isThis && (
        <Button
          look="outline"
          size="medium"
          busy={busy}
          aria-label={t.endOf(name)}
          onClick={() => void end()}
        >
          {t.end}
        </Button>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </li>
  );
}

function EndOthers({ onTold }: Telling) {
  const { sessions: t } = useMessages(accountMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("endMyOtherSessions");
  const end = async () => {
    if (!(await run({ params: { tenant } })).ok) return;
    onTold(t.endedOthers);
    await readAgain("listMySessions");
  };
  return (
    <div className="flex flex-col items-start gap-3">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button look="outline" busy={busy} onClick={() => void end()}>
        {t.endOthers}
      </Button>
    </div>
  );
}
