import type { Answer, Helper } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { CodeDialog } from "./code-dialog.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";

/** Who may book for the member, with the consent of each side; inviting and taking it back. */
export function MyHelpersPart() {
  const { mine: t, revoking } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMyHelpers", { params: { tenant } });
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<Answer<"inviteHelper">>();
  const [ends, setEnds] = useState<Helper>();
  const [ended, setEnded] = useState<string>();
  return (
    <section aria-labelledby="my-helpers" className="flex flex-col gap-4">
      <h2 id="my-helpers" className="text-2xl font-bold">
        {t.title}
      </h2>
      {ended !== undefined && <Notice tone="success" title={t.revoked(ended)} />}
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.helpers.length === 0 && <p className="text-lg">{t.none}</p>}
      <ul className="flex flex-col gap-3 empty:hidden">
        {data?.helpers.map((helper) => (
          <HelperCard key={helper.id} helper={helper} onEnd={() => setEnds(helper)} />
        ))}
      </ul>
      <Button look="outline" onClick={() => setInviting(true)}>
        {t.add}
      </Button>
      <InviteDialog
        open={inviting}
        onClose={() => setInviting(false)}
        onInvited={(answer) => {
          setInviting(false);
          setEnded(undefined);
          setInvited(answer);
        }}
      />
      <CodeDialog invited={invited} onClose={() => setInvited(undefined)} />
      <EndDialog
        route="revokeHelper"
        subject={ends && { id: ends.id, name: ends.name }}
        words={revoking}
        onClose={() => setEnds(undefined)}
        onEnded={setEnded}
      />
    </section>
  );
}

function HelperCard({ helper, onEnd }: { helper: Helper; onEnd: () => void }) {
  const { mine: t, relations } = useMessages(helpingMessages);
  const format = useFormat();
  const { name, relation, standing, consentedOn, acceptedAt, invitedUntil, told } = helper;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-12 border border-line p-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-lg">
          <span className="font-bold">{name}</span>
          <span className="ml-3 text-base text-quiet">{relations[relation]}</span>
        </p>
        <p className="my-1">
          <Badge tone={standing === "helping" || standing === "noted" ? "success" : "gray"}>
            {t.standing[standing]}
          </Badge>
        </p>
        {told && <p>{t.told}</p>}
        <p className="flex flex-wrap gap-x-5 text-base text-quiet">
          <span>{t.consented(format.serviceDate(consentedOn))}</span>
          {acceptedAt !== null && <span>{t.accepted(format.date(acceptedAt))}</span>}
          {standing === "invited" && invitedUntil !== null && (
            <span>{t.until(format.dateTime(invitedUntil))}</span>
          )}
        </p>
      </div>
      <Button look="outline" size="medium" aria-label={t.revokeOf(name)} onClick={onEnd}>
        {t.revoke}
      </Button>
    </li>
  );
}
