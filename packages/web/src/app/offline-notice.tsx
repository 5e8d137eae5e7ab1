import { useReach } from "../kept/reach.ts";
import { useMessages } from "../language.tsx";
import { appMessages } from "../messages/app/index.ts";
import { Notice } from "../ui/notice.tsx";
import { deviceMs } from "../world.ts";

/** Says that the server is out of reach, how old is what is shown, and that nothing needs to be done. */
export function OfflineNotice() {
  const { offline: t } = useMessages(appMessages);
  const reach = useReach();
  if (reach.kind === "within") return null;
  return (
    <Notice tone="warning" title={t.title} quiet>
      <p className="text-lg">
        {reach.heardAtMs === undefined ? t.lead : t.kept(minutesSince(reach.heardAtMs))} {t.again}
      </p>
    </Notice>
  );
}

const minutesSince = (ms: number): number => Math.max(0, Math.round((deviceMs() - ms) / 60_000));
