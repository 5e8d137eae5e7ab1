import { Link } from "@tanstack/react-router";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { driverMessagesMessages } from "../messages/driver-messages/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { alertsIn } from "./words.ts";

/**
 * What waits between drivers and the control room, for whoever works on another page than the board: drivers to be
 * phoned because they have not read what was sent, and what drivers have sent. 仕様書 5-(3)-②
 */
export function MessageAlerts() {
  const { alerts: t } = useMessages(driverMessagesMessages);
  const { tenant, service } = useTenancy();
  const now = useNow();
  const { date } = wallTimeOf(now, service.timeZone);
  const { data } = useRead(
    "listDriverMessages",
    { params: { tenant }, query: { date } },
    { refetchInterval: 30_000 },
  );
  const { toPhone, fromDrivers } = alertsIn(data?.messages ?? [], now);
  if (toPhone + fromDrivers === 0) return null;
  return (
    <Notice
      tone={toPhone > 0 ? "error" : "warning"}
      title={[
        ...(toPhone > 0 ? [t.toPhone(toPhone)] : []),
        ...(fromDrivers > 0 ? [t.fromDrivers(fromDrivers)] : []),
      ].join(" ")}
      quiet
    >
      <Link
        to="/t/$tenant/board"
        params={{ tenant }}
        className={buttonLook({ look: "outline", size: "small" })}
      >
        {t.board}
      </Link>
    </Notice>
  );
}
