import { useReach } from "../kept/reach.ts";
import { useMessages } from "../language.tsx";
import { terminalMessages } from "../messages/terminal/index.ts";
import { useFormat } from "../shell/session.ts";
import { useToday } from "../today.ts";
import { Notice } from "../ui/notice.tsx";

/** Without a network the last duty sheet is shown that was received: of which day it is, where that is not today. */
export function OtherDay({ serviceDate }: { serviceDate: string }) {
  const { otherDay: t } = useMessages(terminalMessages);
  const format = useFormat();
  const today = useToday();
  if (useReach().kind === "within" || serviceDate === today) return null;
  return (
    <div className="mb-4">
      <Notice tone="warning" title={t.title(format.serviceDate(serviceDate))}>
        <p>{t.lead}</p>
      </Notice>
    </div>
  );
}
