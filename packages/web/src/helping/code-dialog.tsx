import type { Answer } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { useFormat } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** The code that the member passes on by hand, in groups of four, so that it can be read out. */
export function CodeDialog({
  invited,
  onClose,
}: {
  invited: Answer<"inviteHelper"> | undefined;
  onClose: () => void;
}) {
  const { code: t } = useMessages(helpingMessages);
  const format = useFormat();
  if (invited === undefined)
    return (
      <Dialog title="" open={false} onClose={onClose}>
        {null}
      </Dialog>
    );
  const { helper, code } = invited;
  return (
    <Dialog title={t.title(helper.name)} open onClose={onClose}>
      <div className="flex flex-col gap-4 text-lg">
        <p className="rounded-8 bg-key-50 px-3 py-4 text-center text-[min(2rem,8vw)] font-bold tabular-nums whitespace-nowrap">
          {code.match(/.{4}/g)?.join("-")}
        </p>
        <p>{t.lead}</p>
        {helper.invitedUntil !== null && (
          <p className="font-bold">{t.until(format.dateTime(helper.invitedUntil))}</p>
        )}
        <p>{t.how}</p>
        <Button onClick={onClose}>{t.done}</Button>
      </div>
    </Dialog>
  );
}
