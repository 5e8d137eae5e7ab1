import type { Answer } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { membersMessages } from "../messages/members/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

type Change = Answer<"listMemberChanges">["changes"][number];

/** Who changed which field of the record when, latest first. */
export function RecordChanges({ memberId }: { memberId: string }) {
  const { changes: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMemberChanges", { params: { tenant, memberId } });
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.changes.length === 0 && <p>{t.none}</p>}
      <ol>
        {data?.changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows, and two changes may be alike
          <Line key={data.changes.length - index} change={change} />
        ))}
      </ol>
    </section>
  );
}

function Line({ change }: { change: Change }) {
  const { changes: t } = useMessages(membersMessages);
  const { roles } = useMessages(bookingsMessages);
  const format = useFormat();
  const value = useValueWords(change.field);
  return (
    <li className="flex flex-wrap gap-x-4 border-b border-line py-2 last:border-b-0">
      <span className="min-w-40 tabular-nums">{format.dateTime(change.at)}</span>
      <span className="min-w-32 font-bold">{t.fields[change.field]}</span>
      <span className="min-w-0 flex-1 basis-60">{t.change(value(change.before), value(change.after))}</span>
      <span className="text-quiet">{change.by ?? roles[change.role]}</span>
    </li>
  );
}

/** Writes a kept value. What the page does not know is shown as it is kept. */
function useValueWords(field: Change["field"]): (value: unknown) => string {
  const t = useMessages(membersMessages);
  const known: Readonly<Record<string, string>> =
    field === "contact" ? t.contacts : field === "language" ? t.languages : field === "needs" ? t.needs : {};
  // Kept is only what is unusual: the usual way is none.
  const usual =
    field === "contact" ? t.contacts.phone : field === "language" ? t.languages.ja : t.changes.nothing;
  const write = (value: unknown): string => {
    if (value === null || value === undefined) return usual;
    if (Array.isArray(value)) return value.map(write).join(" / ");
    if (typeof value === "object") {
      const { seenOn, until } = value as { seenOn: string; until?: string };
      return [t.page.disabilitySeen(seenOn), ...(until ? [t.page.disabilityUntil(until)] : [])].join(" ");
    }
    return known[String(value)] ?? String(value);
  };
  return write;
}
