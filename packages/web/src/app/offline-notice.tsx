import { useReach } from "../kept/reach.ts";
import { useMessages } from "../language.tsx";
import { appMessages } from "../messages/app/index.ts";
import { Notice } from "../ui/notice.tsx";
import { deviceMs } from "../world.ts";
import { ageOf } from "./age.ts";

/** Says that the server is out of reach, how old is what is shown, and that nothing needs to be done. */
export function OfflineNotice() {
  const { offline: t } = useMessages(appMessages);
  const reach = useReach();
  if (reach.kind === "within") return null;
  return (
    <Notice tone="warning" title={t.title} quiet>
      {/* Only the title is told aloud: the age beside it would be read anew every minute. */}
      <p aria-live="off" className="text-lg">
        {reach.heardAtMs === undefined ? t.lead : <Kept sinceMs={deviceMs() - reach.heardAtMs} />} {t.again}
      </p>
    </Notice>
  );
}

function Kept({ sinceMs }: { sinceMs: number }) {
  const { kept: t } = useMessages(appMessages).offline;
  const { unit, count } = ageOf(sinceMs);
  return count === 0 ? t.now : t[unit](count);
}
