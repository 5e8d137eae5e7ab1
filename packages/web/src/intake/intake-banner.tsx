import { useMessages } from "../language.tsx";
import { intakeMessages } from "../messages/intake/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { scopeWords } from "./scope-words.ts";

/** Should a live update be lost, nobody reads for longer than this that bookings are taken. */
const REFRESH_MS = 30_000;

/** Says which new bookings are stopped on this channel, and what riders are told; nothing while none is. */
export function IntakeBanner({ channel, className = "" }: { channel: "web" | "phone"; className?: string }) {
  const t = useMessages(intakeMessages);
  const { tenant, service } = useTenancy();
  const format = useFormat();
  const { data } = useRead("getIntake", { params: { tenant } }, { refetchInterval: REFRESH_MS });
  const stops = (data?.stops ?? []).filter(({ scope }) => scope.channels?.includes(channel) ?? true);
  if (stops.length === 0) return null;
  const stopName = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  return (
    <div className={`flex flex-col gap-3 ${className}`}>
      {stops.map(({ id, scope, notice, plannedEnd }) => (
        <Notice key={id} tone="warning" title={t.banner}>
          <p className="whitespace-pre-line">{notice}</p>
          <p>{t.covers(scopeWords(scope, t, { format, stopName }))}</p>
          {plannedEnd !== null && <p>{t.until(format.dateTime(plannedEnd))}</p>}
        </Notice>
      ))}
    </div>
  );
}
