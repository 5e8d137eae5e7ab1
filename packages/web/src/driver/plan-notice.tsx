import type { DutySheet } from "@noriai/api";
import { useEffect, useRef } from "react";
import { readAloud } from "../driver-messages/read-aloud.ts";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { BigButton } from "./big-button.tsx";
import { chime } from "./chime.ts";
import type { SeenVisit } from "./plan-change.ts";
import { useSound } from "./sound-switch.tsx";
import { usePlanNotice } from "./use-plan-notice.ts";
import { useVoice } from "./voice.ts";

/** Tells that the plan has changed and how, until the driver has confirmed; the board then sees 確認済. */
export function PlanNotice(sheets: { served: DutySheet; recorded: DutySheet }) {
  const t = useMessages(driverMessages);
  const { news, acknowledge, busy, problem } = usePlanNotice(sheets);
  const nameOf = useNames(sheets.served);
  useHeard(news === undefined ? 0 : sheets.served.version);
  if (news === undefined) return null;
  return (
    <section role="status" className="mb-4 rounded-16 border-4 border-warning-yellow-2 bg-yellow-50 p-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-2xl font-bold md:text-3xl">{news === "first" ? t.planFirst : t.planChanged}</h2>
        <BigButton onPress={() => !busy && void acknowledge()}>{t.acknowledge}</BigButton>
      </div>
      {news !== "first" && (
        <ul className="mt-2 flex flex-wrap gap-x-6 text-xl leading-snug font-bold md:text-2xl">
          {news.added.map((id) => (
            <li key={id}>{t.planNew(nameOf(id) ?? "")}</li>
          ))}
          {news.changed.map((id) => (
            <li key={id}>{t.planAltered(nameOf(id) ?? "")}</li>
          ))}
          {news.gone.map((visit) => (
            <li key={visit.bookingId}>
              <Gone visit={visit} name={nameOf(visit.bookingId)} />
            </li>
          ))}
          {news.reordered && <li>{t.planReordered}</li>}
        </ul>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <p className="mt-1 text-lg leading-snug">{t.planChangedHint}</p>
    </section>
  );
}

/** Who left before this page was opened has no name here: names are kept in memory only. Where and when is known. */
function Gone({ visit, name }: { visit: SeenVisit; name: string | undefined }) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const { service } = useTenancy();
  if (name !== undefined) return t.planGone(name);
  const stop = service.stops.find(({ id }) => id === visit.stopId);
  return t.planGoneParty[visit.move](format.time(visit.plannedAt), stop?.name ?? visit.stopId);
}

/** The name of a party by its booking, also of one that has just left the sheet; kept in memory only. */
function useNames(sheet: DutySheet): (bookingId: string) => string | undefined {
  const names = useRef(new Map<string, string>());
  for (const { boards, alights } of sheet.tasks)
    for (const { bookingId, calledName } of [...boards, ...alights]) names.current.set(bookingId, calledName);
  return (bookingId) => names.current.get(bookingId);
}

/** One chime per new version, and words for it, as the driver wants. */
function useHeard(version: number): void {
  const { say } = useMessages(driveScreenMessages);
  const { on } = useSound();
  const voice = useVoice();
  const last = useRef(version);
  useEffect(() => {
    const isNew = version > last.current;
    if (isNew && on) chime();
    if (isNew && voice.on) readAloud(say.plan);
    last.current = Math.max(last.current, version);
  }, [version, on, voice.on, say]);
}
