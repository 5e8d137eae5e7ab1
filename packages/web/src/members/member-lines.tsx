import type { MemberSummary } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { step } from "../bookings/booking-lines.tsx";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { Cell, WideTable } from "../report/wide-table.tsx";
import { useTenancy } from "../shell/session.ts";
import { useRecordWords } from "./use-record-words.ts";

/** One line for each member; the name opens the page. The arrow keys lead from line to line. */
export function MemberLines({ members }: { members: readonly MemberSummary[] }) {
  const t = useMessages(membersMessages);
  const { columns } = t;
  const head = [
    columns.memberNo,
    columns.name,
    columns.phone,
    columns.town,
    columns.fareClass,
    columns.needs,
    columns.contact,
  ];
  return (
    <WideTable label={t.region} head={head}>
      {members.map((member) => (
        <Line key={member.id} member={member} />
      ))}
    </WideTable>
  );
}

function Line({ member }: { member: MemberSummary }) {
  const t = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const words = useRecordWords();
  return (
    <tr className="border-b border-line last:border-b-0">
      <Cell>
        <span className="tabular-nums">{member.memberNo}</span>
      </Cell>
      <Cell>
        <Link
          to="/t/$tenant/members/$memberId"
          params={{ tenant, memberId: member.id }}
          data-line=""
          onKeyDown={step}
          className="inline-flex min-h-11 flex-wrap items-center gap-x-3 text-key-900 underline"
        >
          <span className="text-lg font-bold whitespace-nowrap">{member.name}</span>
          <span className="whitespace-nowrap">{member.kana}</span>
        </Link>
      </Cell>
      <Cell>
        <span className="whitespace-nowrap tabular-nums">{member.phone}</span>
      </Cell>
      <Cell>{member.town}</Cell>
      <Cell>{t.classes[member.fareClass]}</Cell>
      <Cell>{words.needs(member.needs)}</Cell>
      <Cell>{t.contacts[member.contact]}</Cell>
    </tr>
  );
}
