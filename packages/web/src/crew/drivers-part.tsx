import type { Driver } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { DriverForm } from "./driver-form.tsx";
import { paperDay } from "./paper-day.ts";
import { PinDialog } from "./pin-dialog.tsx";

/** The register of drivers (乗務員台帳). */
export function DriversPart({ mayEdit }: { mayEdit: boolean }) {
  const t = useMessages(crewMessages).driver;
  const { tenant } = useTenancy();
  const [editing, edit] = useState<Driver | "new">();
  const [forPin, setForPin] = useState<Driver>();
  const { data, error, refetch } = useRead("listDrivers", { params: { tenant } });
  const close = () => edit(undefined);
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      {mayEdit && (
        <Button look="outline" size="medium" className="mb-4" onClick={() => edit("new")}>
          {t.add}
        </Button>
      )}
      {data.drivers.length === 0 && <p>{t.empty}</p>}
      <ul className="flex flex-col gap-4">
        {data.drivers.map((driver) => (
          <li key={driver.id} className="rounded-12 border border-line p-5">
            <DriverFacts driver={driver} />
            {mayEdit && (
              <Actions driver={driver} onEdit={() => edit(driver)} onPin={() => setForPin(driver)} />
            )}
          </li>
        ))}
      </ul>
      <Dialog
        title={editing === "new" ? t.titleAdd : t.titleEdit}
        open={editing !== undefined}
        onClose={close}
      >
        {editing !== undefined && (
          <DriverForm driver={editing === "new" ? undefined : editing} onClose={close} />
        )}
      </Dialog>
      <PinDialog driver={forPin} onClose={() => setForPin(undefined)} />
    </>
  );
}

function DriverFacts({ driver }: { driver: Driver }) {
  const all = useMessages(crewMessages);
  const { driver: t, classes } = all;
  const { service } = useTenancy();
  const { licence, usualVehicle, healthCheckDue, leftOn, pin } = driver;
  const day = (date: string | undefined) => (date === undefined ? "—" : paperDay(date, all));
  const facts = [
    [
      t.licence,
      licence === undefined
        ? t.unread
        : `${classes[licence.class]} ${licence.isSecondClass ? t.second : t.first} ${t.until(day(licence.expiresOn))}`,
    ],
    ...(licence === undefined ? [] : [[t.readBy, `${licence.readBy} ${day(licence.readOn)}`] as const]),
    [t.healthCheckDue, day(healthCheckDue)],
    [t.usualVehicle, service.vehicles.find(({ id }) => id === usualVehicle)?.name ?? t.none],
    ...(leftOn === undefined ? [] : [[t.leftOn, day(leftOn)] as const]),
  ] as const;
  return (
    <>
      <h2 className="text-xl font-bold">
        {driver.number} {driver.name}
      </h2>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-base text-quiet">{name}</dt>
            <dd className="text-lg">{value}</dd>
          </div>
        ))}
        <div>
          <dt className="text-base text-quiet">{t.pin}</dt>
          <dd>
            <Badge tone={pin === "locked" ? "error" : pin === "set" ? "success" : "gray"}>
              {t.pins[pin]}
            </Badge>
          </dd>
        </div>
      </dl>
    </>
  );
}

function Actions({ driver, onEdit, onPin }: { driver: Driver; onEdit: () => void; onPin: () => void }) {
  const t = useMessages(crewMessages).driver;
  const { tenant } = useTenancy();
  const { run, busy, problem } = usePlainCommand("releasePin");
  const readAgain = useReadAgain();
  const release = async () => {
    const { ok } = await run({ params: { tenant, driverId: driver.id } });
    if (ok) await readAgain("listDrivers");
  };
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      <Button size="small" look="outline" aria-label={t.editFor(driver.name)} onClick={onEdit}>
        {t.edit}
      </Button>
      <Button size="small" look="outline" aria-label={t.issueFor(driver.name)} onClick={onPin}>
        {t.issue}
      </Button>
      {driver.pin === "locked" && (
        <Button
          size="small"
          busy={busy}
          aria-label={t.releaseFor(driver.name)}
          onClick={() => void release()}
        >
          {t.release}
        </Button>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </div>
  );
}
