import type { Board } from "@noriai/api";
import { useNow, useWorld } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { terminalStateMessages } from "../messages/terminal-state/index.ts";
import { Badge } from "../ui/badge.tsx";
import { signalAge } from "./signal-age.ts";

/** A driver looks at the terminal at every stop; who has not by then is to be phoned. */
const PHONE_SECONDS = 3 * 60;
/** Before the duty nobody sits at the terminal. */
const DRIVE_OUT_SECONDS = 60 * 60;

/** Has the terminal shown the present plan? Where it has not: for how long, and when to phone. 仕様書 3-(2)-③ */
export function PlanSeen({
  duty: { acknowledged, unseenSince, startsAt, endsAt },
}: {
  duty: Pick<Board["duties"][number], "acknowledged" | "unseenSince" | "startsAt" | "endsAt">;
}) {
  const { timeline: t } = useMessages(boardMessages);
  const words = useMessages(terminalStateMessages);
  const { demoClock } = useWorld();
  const now = useNow();
  if (acknowledged)
    return (
      <span title={t.acknowledgedHint}>
        <Badge tone="success">{t.acknowledged}</Badge>
      </span>
    );
  const isManned = epochMs(startsAt) / 1000 - DRIVE_OUT_SECONDS <= now && now <= epochMs(endsAt) / 1000;
  const seconds =
    unseenSince === null || !isManned ? 0 : signalAge({ at: unseenSince, now, demoClock }).seconds;
  const minutes = Math.floor(seconds / 60);
  const isToPhone = seconds >= PHONE_SECONDS;
  return (
    <>
      <span title={t.notAcknowledgedHint}>
        <Badge tone={isToPhone ? "error" : "warning"}>{t.notAcknowledged}</Badge>
      </span>
      {minutes > 0 && (
        <p className={isToPhone ? "font-bold text-error-2" : "tabular-nums"}>
          {isToPhone ? words.phone(minutes) : words.unseen(minutes)}
        </p>
      )}
    </>
  );
}
