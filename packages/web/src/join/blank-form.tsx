import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Purposes } from "./purposes.tsx";

/** The paper form (会員登録申込書) to print: the same few fields as on the web, and what the office fills in. SAP-PI-1 */
export function BlankForm() {
  const t = useMessages(joinMessages);
  const { paper, you } = t;
  const { tenant, service } = useTenancy();
  const { data, error, refetch } = useRead("getJoining", { params: { tenant } });
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageTitle title={paper.title} />
        <Button size="medium" className="no-print" onClick={() => window.print()}>
          {paper.print}
        </Button>
      </div>
      <p>{paper.lead(service.name)}</p>
      <Lines label={paper.title} thick>
        <Line name={you.kana} />
        <Line name={you.name} />
        <Line name={you.birthDate} filled={paper.birthDate} />
        <Line name={you.phone} />
        <Line name={you.town} />
        <Line name={paper.contact} filled={paper.contacts} />
        <Line name={paper.needs} filled={paper.needList} />
        <Line name={paper.email} />
        <Line name={paper.guardian(data.guardianBeforeAge)} />
      </Lines>
      <p>{t.noMyNumber}</p>
      <Purposes />
      <h2 className="text-xl font-bold">{paper.office}</h2>
      <Lines label={paper.office}>
        <Line name={paper.memberNo} />
        <Line name={paper.ageSeen} filled={paper.seen} />
        <Line name={paper.handbookSeen} filled={`${paper.seen}　　${paper.until}`} />
        <Line name={paper.seenBy} />
        <Line name={paper.source} />
      </Lines>
    </div>
  );
}

const Lines = ({
  label,
  thick = false,
  children,
}: {
  label: string;
  thick?: boolean;
  children: ReactNode;
}) => (
  <table
    aria-label={label}
    className={`w-full border-collapse text-left ${thick ? "border-4 border-black" : "border border-edge"}`}
  >
    <tbody>{children}</tbody>
  </table>
);

const Line = ({ name, filled = "" }: { name: string; filled?: string }) => (
  <tr className="border-b border-edge">
    <th scope="row" className="w-2/5 px-3 py-3 font-bold">
      {name}
    </th>
    <td className="h-14 border-l border-edge px-3 whitespace-pre-wrap">{filled}</td>
  </tr>
);
