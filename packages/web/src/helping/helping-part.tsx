import type { Helping } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { EndDialog } from "./end-dialog.tsx";

/** Whom the member books for, and the way out of it. */
export function HelpingPart() {
  const { helping: t } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMyHelping", { params: { tenant } });
  const [ends, setEnds] = useState<Helping>();
  const [ended, setEnded] = useState<string>();
  return (
    <section aria-labelledby="my-helping" className="flex flex-col gap-4">
      <h2 id="my-helping" className="text-2xl font-bold">
        {t.title}
      </h2>
      {ended !== undefined && <Notice tone="success" title={t.stopped(ended)} />}
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data?.helping.length === 0 && <p className="text-lg">{t.none}</p>}
      <ul className="flex flex-col gap-3 empty:hidden">
        {data?.helping.map((helping) => (
          <HelpingCard key={helping.id} helping={helping} onEnd={() => setEnds(helping)} />
        ))}
      </ul>
      <EndDialog
        route="stopHelping"
        subject={ends && { id: ends.id, name: ends.memberName }}
        words={{ title: t.stopTitle, text: t.stopText, submit: t.stop, keep: t.keep }}
        onClose={() => setEnds(undefined)}
        onEnded={setEnded}
      />
    </section>
  );
}

function HelpingCard({ helping, onEnd }: { helping: Helping; onEnd: () => void }) {
  const { helping: t, relations } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const { id, memberName, relation, acceptedAt } = helping;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-12 border border-line p-4">
      <p className="min-w-0 flex-1 basis-56 text-lg">
        <span className="font-bold">{memberName}</span>
        <span className="ml-3 text-base text-quiet">{relations[relation]}</span>
        <span className="block text-base text-quiet">{t.since(format.date(acceptedAt))}</span>
      </p>
      <div className="flex flex-wrap gap-3">
        <Link
          to="/t/$tenant/ride/for/$delegateId"
          params={{ tenant, delegateId: id }}
          className={buttonLook({ size: "medium" })}
        >
          {t.open(memberName)}
        </Link>
        <Button look="outline" size="medium" aria-label={t.stopOf(memberName)} onClick={onEnd}>
          {t.stop}
        </Button>
      </div>
    </li>
  );
}
