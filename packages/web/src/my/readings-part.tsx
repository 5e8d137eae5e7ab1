import type { Reading } from "@noriai/api";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Who has looked at the member's data, latest first; earlier ones page by page. */
export function ReadingsPart() {
  const { readings: t } = useMessages(myMessages);
  const [pages, setPages] = useState<readonly (number | undefined)[]>([undefined]);
  return (
    <section aria-labelledby="readings">
      <h2 id="readings" className="text-2xl font-bold">
        {t.title}
      </h2>
      <p className="mb-3 text-lg">{t.lead}</p>
      {pages.map((before, page) => (
        <ReadingsPage
          key={before ?? "first"}
          before={before}
          onEarlier={page === pages.length - 1 ? (last) => setPages([...pages, last]) : undefined}
        />
      ))}
    </section>
  );
}

function ReadingsPage({
  before,
  onEarlier,
}: {
  before: number | undefined;
  onEarlier: ((last: number) => void) | undefined;
}) {
  const { readings: t } = useMessages(myMessages);
  const { tenant } = useTenancy();
  const query = before === undefined ? {} : { before };
  const { data, error, refetch } = useRead("listMyReadings", { params: { tenant }, query });
  if (error !== null) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const last = data.readings.at(-1);
  return (
    <>
      {data.readings.length === 0 && before === undefined && <p>{t.none}</p>}
      <Lines readings={data.readings} takesFocus={before !== undefined} />
      {onEarlier !== undefined && data.more && last !== undefined && (
        <Button look="plain" size="medium" onClick={() => onEarlier(last.id)}>
          {t.earlier}
        </Button>
      )}
    </>
  );
}

/** Those that were asked for take the focus: the button that asked is gone. */
function Lines({ readings, takesFocus }: { readings: readonly Reading[]; takesFocus: boolean }) {
  const ref = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (takesFocus) ref.current?.focus();
  }, [takesFocus]);
  return (
    <ol ref={ref} tabIndex={-1} className="divide-y divide-line empty:hidden">
      {readings.map((reading) => (
        <Line key={reading.id} reading={reading} />
      ))}
    </ol>
  );
}

function Line({ reading: { at, role, helper, purpose } }: { reading: Reading }) {
  const { readings: t } = useMessages(myMessages);
  const format = useFormat();
  return (
    <li className="flex flex-wrap gap-x-5 py-2">
      <span className="min-w-44 tabular-nums">{format.dateTime(at)}</span>
      <span className="min-w-0 flex-1 basis-56 font-bold">
        {helper === null ? t.roles[role] : t.helper(helper)}
      </span>
      <span className="text-quiet">{t.purposes[purpose]}</span>
    </li>
  );
}
