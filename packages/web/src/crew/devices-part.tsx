import type { Device } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { DeviceActions } from "./device-actions.tsx";
import { DeviceForm } from "./device-form.tsx";

/** The register of terminals (端末台帳). 仕様書 3-(2)-③ */
export function DevicesPart({ mayEdit }: { mayEdit: boolean }) {
  const t = useMessages(crewMessages).device;
  const { tenant } = useTenancy();
  const [editing, edit] = useState<Device | "new">();
  const { data, error, refetch } = useRead(
    "listDevices",
    { params: { tenant } },
    { refetchInterval: 60_000 },
  );
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
      {data.devices.length === 0 && <p>{t.empty}</p>}
      <ul className="flex flex-col gap-4">
        {data.devices.map((device) => (
          <li key={device.id} className="rounded-12 border border-line p-5">
            <DeviceFacts device={device} />
            {mayEdit && <DeviceActions device={device} onEdit={() => edit(device)} />}
          </li>
        ))}
      </ul>
      <Dialog
        title={editing === "new" ? t.titleAdd : t.titleEdit}
        open={editing !== undefined}
        onClose={close}
      >
        {editing !== undefined && (
          <DeviceForm device={editing === "new" ? undefined : editing} onClose={close} />
        )}
      </Dialog>
    </>
  );
}

function DeviceFacts({ device }: { device: Device }) {
  const t = useMessages(crewMessages).device;
  const format = useFormat();
  const { service } = useTenancy();
  const day = (date: string | undefined) => (date === undefined ? "" : format.serviceDate(date));
  const facts = [
    [t.vehicle, service.vehicles.find(({ id }) => id === device.vehicle)?.name ?? ""],
    [t.serial, device.serial],
    [t.sim, device.sim],
    [t.holder, device.holder],
    [t.lentOn, day(device.lentOn)],
    [t.returnedOn, day(device.returnedOn)],
  ].filter(([, value]) => value !== "");
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="text-xl font-bold">{device.label}</h2>
        <StateBadge device={device} />
        {device.lastSeenAt !== null && <span>{t.lastSeen(format.dateTime(device.lastSeenAt))}</span>}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-base text-quiet">{name}</dt>
            <dd className="text-lg">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function StateBadge({ device: { boundAt, lockedAt, returnedOn, sessions } }: { device: Device }) {
  const t = useMessages(crewMessages).device;
  if (returnedOn !== undefined) return <Badge>{t.returned}</Badge>;
  if (lockedAt !== null) return <Badge tone="error">{t.locked}</Badge>;
  if (boundAt === null) return <Badge tone="warning">{t.unbound}</Badge>;
  return sessions > 0 ? <Badge tone="success">{t.signedIn}</Badge> : <Badge>{t.signedOut}</Badge>;
}
