import type { TaskRider } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { partyCounts, personsOf } from "../ui/party.ts";
import { SpelledCode } from "../ui/spelled-code.tsx";

/** Whom to call, how many they are, what they need, and the number to compare. */
export function PartyLine({ rider, compact = false }: { rider: TaskRider; compact?: boolean }) {
  const t = useMessages(driverMessages);
  const { needs: words } = useMessages(driveScreenMessages);
  // That a wheelchair comes along stands there already.
  const needs = (rider.needs ?? []).filter((need) => need !== "wheelchair" || rider.wheelchairs === 0);
  return (
    <p className={`flex flex-wrap items-baseline gap-x-4 ${compact ? "text-lg" : "text-xl"}`}>
      <span className={`font-bold ${compact ? "text-xl" : "text-3xl"}`}>{t.riderName(rider.calledName)}</span>
      <span>
        <span className={`font-bold ${compact ? "" : "text-2xl"}`}>{t.persons(personsOf(rider.party))}</span>{" "}
        {partyCounts(rider.party)
          .map(({ fareClass, count }) => `${t.classes[fareClass]}${count}`)
          .join("・")}
      </span>
      {rider.wheelchairs > 0 && (
        <span className="font-bold text-error-2">{t.wheelchairs(rider.wheelchairs)}</span>
      )}
      {needs.length > 0 && (
        <span className="font-bold text-error-2">{needs.map((need) => words[need]).join("・")}</span>
      )}
      <span>
        {t.code}{" "}
        <span className="font-bold tracking-widest tabular-nums">
          <SpelledCode code={rider.boardingCode} />
        </span>
      </span>
      <span className="font-bold">{t.states[rider.state]}</span>
    </p>
  );
}
