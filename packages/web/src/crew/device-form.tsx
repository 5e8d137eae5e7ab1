import type { Device, NewDevice } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand, usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

const TEXTS = ["serial", "sim", "holder"] as const;
const DATES = ["lentOn", "returnedOn"] as const;

type Draft = Readonly<Record<"label" | "vehicle" | (typeof TEXTS)[number] | (typeof DATES)[number], string>>;
type Faults = { readonly label?: "fill"; readonly returnedOn?: "turned" };

const draftOf = (device: Device | undefined): Draft => ({
  label: device?.label ?? "",
  vehicle: device?.vehicle ?? "",
  serial: device?.serial ?? "",
  sim: device?.sim ?? "",
  holder: device?.holder ?? "",
  lentOn: device?.lentOn ?? "",
  returnedOn: device?.returnedOn ?? "",
});

const faultsOf = ({ label, lentOn, returnedOn }: Draft): Faults => ({
  ...(label.trim() === "" && { label: "fill" }),
  ...(lentOn !== "" && returnedOn !== "" && returnedOn < lentOn && { returnedOn: "turned" }),
});

const deviceOf = ({ label, serial, sim, holder, ...may }: Draft): NewDevice => ({
  ...{ label, serial, sim, holder },
  ...Object.fromEntries(Object.entries(may).filter(([, value]) => value !== "")),
});

/** A terminal's record, new or changed. */
export function DeviceForm({ device, onClose }: { device: Device | undefined; onClose: () => void }) {
  const t = useMessages(crewMessages).device;
  const { tenant } = useTenancy();
  const [draft, setDraft] = useState(() => draftOf(device));
  const [faults, setFaults] = useState<Faults>({});
  const adding = useCommand("addDevice");
  const changing = usePlainCommand("changeDevice");
  const readAgain = useReadAgain();
  const problem = adding.problem ?? changing.problem;
  const busy = adding.busy || changing.busy;
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const body = deviceOf(draft);
    const { ok } =
      device === undefined
        ? await adding.run({ params: { tenant }, body })
        : await changing.run({ params: { tenant, deviceId: device.id }, body });
    if (!ok) return;
    await readAgain("listDevices");
    onClose();
  };
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-4">
      <Fields draft={draft} faults={faults} change={change} isNew={device === undefined} />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {busy ? t.saving : t.save}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

function Fields({
  draft,
  faults,
  change,
  isNew,
}: {
  draft: Draft;
  faults: Faults;
  change: (part: Partial<Draft>) => void;
  isNew: boolean;
}) {
  const t = useMessages(crewMessages).device;
  const { service } = useTenancy();
  return (
    <>
      <TextField
        label={t.label}
        maxLength={40}
        value={draft.label}
        error={faults.label && t.faults[faults.label]}
        onChange={({ target }) => change({ label: target.value })}
      />
      <SelectField
        label={t.vehicle}
        value={draft.vehicle}
        onChange={({ target }) => change({ vehicle: target.value })}
      >
        <option value="">{t.any}</option>
        {service.vehicles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {TEXTS.map((name) => (
        <TextField
          key={name}
          label={t[name]}
          maxLength={60}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      ))}
      {DATES.filter((name) => !isNew || name === "lentOn").map((name) => (
        <TextField
          key={name}
          label={t[name]}
          type="date"
          value={draft[name]}
          error={name === "returnedOn" ? faults.returnedOn && t.faults[faults.returnedOn] : undefined}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      ))}
    </>
  );
}
