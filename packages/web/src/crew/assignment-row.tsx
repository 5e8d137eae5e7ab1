import type { CrewDay, CrewFinding } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { FindingList } from "./finding-list.tsx";

type DutyLine = CrewDay["duties"][number];

/** One duty: vehicle, hours, who drives, and what the checks say. */
export function AssignmentRow({ crew, duty, mayEdit }: { crew: CrewDay; duty: DutyLine; mayEdit: boolean }) {
  const t = useMessages(crewMessages);
  const format = useFormat();
  const nameOf = (id: string) => crew.vehicles.find((vehicle) => vehicle.id === id)?.name ?? id;
  const vehicle = nameOf(duty.vehicleId);
  const hours = `${format.time(duty.startsAt)}–${format.time(duty.endsAt)}`;
  const driver = crew.people.find(({ driverId }) => driverId === duty.driverId);
  return (
    <li className="rounded-12 border border-line p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div>
          <h3 className="text-xl font-bold">{vehicle}</h3>
          <p className="text-lg tabular-nums">{hours}</p>
          {duty.drivenVehicleId !== duty.vehicleId && <p>{t.day.instead(nameOf(duty.drivenVehicleId))}</p>}
        </div>
        {mayEdit ? (
          <Choice crew={crew} duty={duty} label={t.day.choose(vehicle, hours)} />
        ) : (
          <p className="text-lg">
            {t.day.driver} <span className="font-bold">{driver?.name ?? t.nobody}</span>
          </p>
        )}
      </div>
      <div className="mt-3">
        {duty.findings.length > 0 ? (
          <FindingList findings={duty.findings} />
        ) : duty.driverId === null ? (
          <Badge tone="warning">{t.nobody}</Badge>
        ) : (
          <Badge tone="success">{t.day.fine}</Badge>
        )}
      </div>
    </li>
  );
}

/** Another driver from now on. What stands against the one who was chosen is said beneath, and nothing is changed. */
function Choice({ crew, duty, label }: { crew: CrewDay; duty: DutyLine; label: string }) {
  const t = useMessages(crewMessages);
  const { tenant } = useTenancy();
  const [driverId, choose] = useState(duty.driverId ?? "");
  const [refused, setRefused] = useState<readonly CrewFinding[]>([]);
  const { run, busy, problem } = useCommand("assignDuty");
  const readAgain = useReadAgain();
  const assign = async (event: FormEvent) => {
    event.preventDefault();
    setRefused([]);
    const body = {
      serviceDate: crew.serviceDate,
      dutyId: duty.dutyId,
      driverId: driverId === "" ? null : driverId,
    };
    const answer = await run({ params: { tenant }, body });
    if (!answer.ok) return;
    if (answer.value.kind === "refused") setRefused(answer.value.findings);
    else await readAgain("getCrewDay");
  };
  return (
    <form onSubmit={assign} className="flex w-full max-w-xl flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          className="min-w-56 flex-1"
          label={label}
          value={driverId}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t.nobody}</option>
          {crew.drivers.map(({ id, number, name }) => (
            <option key={id} value={id}>
              {`${number} ${name}`}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="outline" busy={busy}>
          {t.day.change}
        </Button>
      </div>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {refused.length > 0 && (
        <Notice tone="error" title={t.day.refused}>
          <FindingList findings={refused} />
        </Notice>
      )}
    </form>
  );
}
