import { usePlainCommand } from "../command.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

interface Words {
  readonly title: string;
  readonly text: (name: string) => string;
  readonly submit: string;
  readonly keep: string;
}

/** Ends a help from either side, at once, after saying what that means. */
export function EndDialog({
  route,
  subject,
  words: t,
  onClose,
  onEnded,
}: {
  route: "revokeHelper" | "stopHelping";
  subject: { readonly id: string; readonly name: string } | undefined;
  words: Words;
  onClose: () => void;
  onEnded: (name: string) => void;
}) {
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand(route);
  const end = async ({ id, name }: { readonly id: string; readonly name: string }) => {
    const { ok } = await run({ params: { tenant, delegateId: id } });
    if (!ok) return;
    onClose();
    onEnded(name);
    await readAgain("listMyHelpers", "listMyHelping");
  };
  return (
    <Dialog title={t.title} open={subject !== undefined} onClose={onClose}>
      {subject !== undefined && (
        <div className="flex flex-col gap-4 text-lg">
          <p>{t.text(subject.name)}</p>
          {problem !== undefined && <ProblemNotice problem={problem} />}
          <div className="flex flex-wrap gap-3">
            <Button look="outline" onClick={onClose}>
              {t.keep}
            </Button>
            <Button look="danger" busy={busy} onClick={() => void end(subject)}>
              {t.submit}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
