import type { CrewDay } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { paperDay } from "./paper-day.ts";

type Vehicle = CrewDay["vehicles"][number];

/** The vehicles with what a rider and an inspector look for. */
export function VehiclesPart({ mayEdit }: { mayEdit: boolean }) {
  const t = useMessages(crewMessages).vehicle;
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getCrewDay", { params: { tenant }, query: {} });
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="mb-4">{t.hint}</p>
      <ul className="flex flex-col gap-4">
        {data.vehicles.map((vehicle) => (
          <VehicleCard key={vehicle.id} vehicle={vehicle} mayEdit={mayEdit} />
        ))}
      </ul>
    </>
  );
}

function VehicleCard({ vehicle, mayEdit }: { vehicle: Vehicle; mayEdit: boolean }) {
  const all = useMessages(crewMessages);
  const t = all.vehicle;
  const facts = [
    [t.plate, vehicle.plate],
    [t.colour, vehicle.colour],
    [t.seats, t.places(vehicle.seats)],
    [t.wheelchairs, t.wheelchairPlaces(vehicle.wheelchairPlaces)],
  ] as const;
  return (
    <li className="rounded-12 border border-line p-5">
      <h2 className="text-xl font-bold">{vehicle.name}</h2>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-base text-quiet">{name}</dt>
            <dd className="text-lg">{value}</dd>
          </div>
        ))}
        {!mayEdit && (
          <div>
            <dt className="text-base text-quiet">{t.inspection}</dt>
            <dd className="text-lg">
              {vehicle.inspectionDue === null ? t.unknown : paperDay(vehicle.inspectionDue, all)}
            </dd>
          </div>
        )}
      </dl>
      {mayEdit && <Inspection vehicle={vehicle} />}
    </li>
  );
}

function Inspection({ vehicle: { id, name, inspectionDue } }: { vehicle: Vehicle }) {
  const t = useMessages(crewMessages).vehicle;
  const { tenant } = useTenancy();
  const [date, setDate] = useState(inspectionDue ?? "");
  const [saved, setSaved] = useState(false);
  const { run, busy, problem } = usePlainCommand("saveVehiclePapers");
  const readAgain = useReadAgain();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (date === "") return;
    const { ok } = await run({ params: { tenant, vehicleId: id }, body: { inspectionDue: date } });
    setSaved(ok);
    if (ok) await readAgain("getCrewDay");
  };
  return (
    <form onSubmit={save} className="mt-3 flex flex-wrap items-end gap-3">
      <TextField
        label={t.inspectionFor(name)}
        type="date"
        value={date}
        onChange={({ target }) => {
          setSaved(false);
          setDate(target.value);
        }}
      />
      <Button type="submit" look="outline" busy={busy} aria-label={t.saveFor(name)}>
        {t.save}
      </Button>
      <p role="status" className="min-h-11 content-center text-lg">
        {saved && t.saved}
      </p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </form>
  );
}
