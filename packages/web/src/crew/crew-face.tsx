import { useSearch } from "@tanstack/react-router";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useSession, useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { PartLinks } from "../ui/part-links.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { CrewDayPart } from "./crew-day-part.tsx";
import { CREW_PARTS, type CrewPart } from "./crew-parts.ts";
import { DevicesPart } from "./devices-part.tsx";
import { DriversPart } from "./drivers-part.tsx";
import { DutyRecordsPart } from "./duty-records-part.tsx";
import { RollCallsPart } from "./roll-calls-part.tsx";
import { VehiclesPart } from "./vehicles-part.tsx";

/** Those who drive: assignment, roll calls, registers and records. The municipality reads. */
export function CrewFace() {
  const t = useMessages(crewMessages);
  const { service } = useTenancy();
  const mayEdit = useSession().role === "transport_operator";
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const { part = "day" } = useSearch({ from: "/t/$tenant/crew" });
  // The roll call book tells of health; only the operator has it.
  const parts = CREW_PARTS.filter((one) => mayEdit || one !== "roll-calls");
  return (
    <>
      <PageTitle title={t.title} />
      {!mayEdit && (
        <div className="no-print mt-3">
          <Notice title={t.readOnly} quiet />
        </div>
      )}
      <Parts parts={parts} part={part} />
      <Part part={part} mayEdit={mayEdit} today={today} />
    </>
  );
}

function Parts({ parts, part }: { parts: readonly CrewPart[]; part: CrewPart }) {
  const t = useMessages(crewMessages);
  const { tenant } = useTenancy();
  return (
    <PartLinks
      label={t.partsLabel}
      parts={parts.map((one) => ({
        name: t.parts[one],
        to: { to: "/t/$tenant/crew", params: { tenant }, search: { part: one } },
        isShown: one === part,
      }))}
    />
  );
}

function Part({ part, mayEdit, today }: { part: CrewPart; mayEdit: boolean; today: string }) {
  switch (part) {
    case "drivers":
      return <DriversPart mayEdit={mayEdit} />;
    case "vehicles":
      return <VehiclesPart mayEdit={mayEdit} />;
    case "devices":
      return <DevicesPart mayEdit={mayEdit} />;
    case "roll-calls":
      return mayEdit ? <RollCallsPart today={today} /> : null;
    case "records":
      return <DutyRecordsPart today={today} />;
    default:
      return <CrewDayPart mayEdit={mayEdit} today={today} />;
  }
}
