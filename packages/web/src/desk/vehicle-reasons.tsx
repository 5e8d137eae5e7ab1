import type { Refusal } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { refusalLabels } from "../messages/refusal-labels/index.ts";
import {
  certaintyOf,
  type VehicleReason,
  vehicleReasonsOf,
  wordVehicle,
} from "../messages/rejections/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";

const SHOWN = 6;

/** For the operator's eye: how sure it is, and for each vehicle the rule, the amount and whose promise it is. */
export function VehicleReasons({ rejections }: { rejections: Refusal["rejections"] }) {
  const { refusal: t } = useMessages(deskMessages);
  const labels = useMessages(refusalLabels);
  const reasons = vehicleReasonsOf(rejections);
  const certainty = certaintyOf(rejections);
  if (reasons.length === 0) return null;
  return (
    <section aria-label={t.byVehicle} className="my-3">
      <h3 className="flex flex-wrap items-center gap-3 text-lg font-bold">
        {t.byVehicle}
        {certainty !== undefined && (
          <Badge tone={certainty === "proven" ? "key" : "gray"}>{labels.certainty[certainty]}</Badge>
        )}
      </h3>
      <ul className="mt-1">
        {reasons.slice(0, SHOWN).map((reason) => (
          <Reason key={reason.dutyId} of={reason} />
        ))}
        {reasons.length > SHOWN && <li className="text-quiet">{t.more(reasons.length - SHOWN)}</li>}
      </ul>
    </section>
  );
}

function Reason({ of: { dutyId, vehicleId, reason } }: { of: VehicleReason }) {
  const { refusal: t } = useMessages(deskMessages);
  const labels = useMessages(refusalLabels);
  const { vehicles } = useTenancy().service;
  const vehicle = vehicles.find(({ id }) => id === vehicleId);
  const code = reason.kind === "breaks-promise" ? reason.boardingCode : undefined;
  return (
    <li className="flex flex-wrap gap-x-4 border-b border-line py-1 tabular-nums">
      <span className="font-bold">{vehicle?.name ?? dutyId}</span>
      <span>{wordVehicle(reason, labels, { seats: vehicle === undefined ? [] : [vehicle.seats] })}</span>
      {code !== undefined && <span>{t.whose(code)}</span>}
    </li>
  );
}
