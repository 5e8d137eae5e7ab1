import { useSearch } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { stopCareMessages } from "../messages/stop-care/index.ts";
import { useTenancy } from "../shell/session.ts";
import { PageTitle } from "../ui/page-title.tsx";
import { PartLinks } from "../ui/part-links.tsx";
import { MarkerSheets } from "./marker-sheets.tsx";
import { PlacementsPart } from "./placements-part.tsx";
import { STOP_CARE_PARTS, type StopCarePart } from "./stop-care-parts.ts";
import { TasksPart } from "./tasks-part.tsx";

/** The care for stops: what drivers reported, how markers stand, and the sheets for them. 仕様書 3-(4)-⑥ */
export function StopCareFace() {
  const t = useMessages(stopCareMessages);
  const { part = "tasks" } = useSearch({ from: "/t/$tenant/stop-care" });
  return (
    <>
      <div className="no-print">
        <PageTitle title={t.title} />
        <Parts part={part} />
      </div>
      {part === "tasks" && <TasksPart />}
      {part === "placements" && <PlacementsPart />}
      {part === "sheets" && <MarkerSheets />}
    </>
  );
}

function Parts({ part }: { part: StopCarePart }) {
  const t = useMessages(stopCareMessages);
  const { tenant } = useTenancy();
  return (
    <PartLinks
      label={t.partsLabel}
      parts={STOP_CARE_PARTS.map((one) => ({
        name: t.parts[one],
        to: { to: "/t/$tenant/stop-care", params: { tenant }, search: { part: one } },
        isShown: one === part,
      }))}
    />
  );
}
