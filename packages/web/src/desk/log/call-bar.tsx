import type { CallOutcome } from "@noriai/api";
import { useState } from "react";
import { useNow } from "../../clock.tsx";
import { epochMs } from "../../format.ts";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { useRead } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Called } from "../member-search.tsx";
import { useKeys } from "../use-keys.ts";
import { CallList } from "./call-list.tsx";
import { clockText, RINGS_SECONDS } from "./call-times.ts";
import { OUTCOMES } from "./deeds.ts";
import type { CallLog } from "./use-call-log.ts";

/** The call on the line, its outcome as it stands, and calls that ring. 仕様書 5-(5)-① */
export function CallBar({
  log,
  onCalled,
  onEnd,
}: {
  log: CallLog;
  onCalled: (called: Called) => void;
  onEnd: () => void;
}) {
  const { bar: t, outcomes } = useMessages(callMessages);
  const { tenant } = useTenancy();
  const now = useNow();
  const { data } = useRead("listCalls", { params: { tenant }, query: {} });
  const [isLate, setLate] = useState(false);
  const [listing, setListing] = useState(false);
  const calls = data?.calls ?? [];
  const ringing = calls.find(
    ({ takenAt, beganAt }) => takenAt === null && now - epochMs(beganAt) / 1000 < RINGS_SECONDS,
  );
  const answer = async () => {
    setLate(false);
    if (ringing === undefined) return log.begin();
    const number = await log.take(ringing.id);
    if (number === undefined) setLate(true);
    else onCalled({ number });
  };
  useKeys({
    ...((ringing !== undefined || log.open === undefined) && { f2: () => void answer() }),
    ...(log.open !== undefined && { f4: onEnd }),
  });
  return (
    <section aria-label={t.title} className="mb-4 rounded-12 border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {log.open === undefined ? (
          <p className="text-quiet">{t.none}</p>
        ) : (
          <p className="text-lg font-bold tabular-nums">{t.running(clockText(now - log.open.beganAt))}</p>
        )}
        {log.open !== undefined && (
          <>
            <label className="flex items-center gap-2">
              {t.outcome}
              <select
                value={log.outcome}
                onChange={(event) => log.choose(event.target.value as CallOutcome)}
                className="min-h-11 rounded-8 border border-edge bg-white px-3 text-solid-gray-900"
              >
                {OUTCOMES.map((outcome) => (
                  <option key={outcome} value={outcome}>
                    {outcomes[outcome]}
                  </option>
                ))}
              </select>
            </label>
            <Button look="outline" size="small" onClick={onEnd}>
              {t.end}
            </Button>
          </>
        )}
        {log.open === undefined && ringing === undefined && (
          <Button look="plain" size="small" onClick={() => void answer()}>
            {t.begin}
          </Button>
        )}
        <Button look="plain" size="small" className="ml-auto" onClick={() => setListing(true)}>
          {t.today(calls.length)}
        </Button>
      </div>
      <div role="status">
        {ringing !== undefined && (
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <p className="text-xl font-bold">{t.ringing}</p>
            <Button size="medium" onClick={() => void answer()}>
              {log.open === undefined ? t.take : t.takeOver}
            </Button>
          </div>
        )}
        {isLate && <p className="mt-2">{t.taken}</p>}
      </div>
      {log.unkept > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <Notice tone="warning" title={t.notKept} />
          <Button look="outline" size="small" onClick={log.keepAgain}>
            {t.keepAgain}
          </Button>
        </div>
      )}
      <CallList calls={calls} open={listing} onClose={() => setListing(false)} />
    </section>
  );
}
