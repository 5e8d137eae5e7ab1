import type { Delegate } from "@noriai/api";
import { usePlainCommand } from "../../command.ts";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { useReadAgain } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Notes that a member has taken back the consent. */
export function RevokeDialog({
  memberId,
  delegate,
  onClose,
  onRevoked,
}: {
  memberId: string;
  delegate: Delegate | undefined;
  onClose: () => void;
  onRevoked: (delegate: Delegate) => void;
}) {
  const { revoking: t } = useMessages(callMessages).behalf;
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("revokeDelegate");
  const revoke = async (one: Delegate) => {
    if (busy) return;
    const result = await run({ params: { tenant, memberId, delegateId: one.id } });
    if (!result.ok) return;
    onRevoked(one);
    onClose();
    await readAgain("listDelegates");
  };
  return (
    <Dialog title={t.title} open={delegate !== undefined} onClose={onClose}>
      {delegate !== undefined && (
        <>
          {problem !== undefined && <ProblemNotice problem={problem} />}
          <p>{t.text(delegate.name)}</p>
          <div className="mt-4 flex flex-wrap gap-3">
            <Button look="danger" busy={busy} onClick={() => void revoke(delegate)}>
              {t.submit}
            </Button>
            <Button look="outline" onClick={onClose}>
              {t.keep}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
