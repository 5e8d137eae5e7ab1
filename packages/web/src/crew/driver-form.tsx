import type { Driver } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useNow } from "../clock.tsx";
import { useCommand, usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { type DriverDraft, type DriverFaults, draftOf, driverFaults, driverOf } from "./driver-draft.ts";

/** A driver's record, new or changed. Whatever was typed stays until it is kept. */
export function DriverForm({ driver, onClose }: { driver: Driver | undefined; onClose: () => void }) {
  const t = useMessages(crewMessages).driver;
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [draft, setDraft] = useState(() => draftOf(driver, today));
  const [faults, setFaults] = useState<DriverFaults>({});
  const adding = useCommand("addDriver");
  const changing = usePlainCommand("changeDriver");
  const readAgain = useReadAgain();
  const problem = adding.problem ?? changing.problem;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = driverFaults(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const body = driverOf(draft);
    const { ok } =
      driver === undefined
        ? await adding.run({ params: { tenant }, body })
        : await changing.run({ params: { tenant, driverId: driver.id }, body });
    if (!ok) return;
    await readAgain("listDrivers", "getCrewDay");
    onClose();
  };
  const busy = adding.busy || changing.busy;
  const editing: Editing = { draft, faults, change: (part) => setDraft((now) => ({ ...now, ...part })) };
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-4">
      <Typed {...editing} name="number" label={t.number} hint={t.numberHint} inputMode="numeric" />
      <Typed {...editing} name="name" label={t.name} maxLength={60} />
      <LicenceFields {...editing} />
      <Typed {...editing} name="healthCheckDue" label={t.healthCheckDue} type="date" />
      <UsualVehicle {...editing} />
      {driver !== undefined && <Typed {...editing} name="leftOn" label={t.leftOn} type="date" />}
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

interface Editing {
  readonly draft: DriverDraft;
  readonly faults: DriverFaults;
  readonly change: (part: Partial<DriverDraft>) => void;
}

function LicenceFields(editing: Editing) {
  const { driver: t, classes } = useMessages(crewMessages);
  const { draft, change } = editing;
  return (
    <fieldset className="rounded-8 border border-line p-4">
      <legend className="px-2 text-lg font-bold">{t.licence}</legend>
      <p className="mb-2 text-quiet">{t.licenceHint}</p>
      <Checkbox
        label={t.hasLicence}
        checked={draft.hasLicence}
        onChange={(hasLicence) => change({ hasLicence })}
      />
      {draft.hasLicence && (
        <div className="mt-2 flex flex-col gap-4">
          <SelectField
            label={t.class}
            value={draft.class}
            onChange={({ target }) => change({ class: target.value as DriverDraft["class"] })}
          >
            {Object.entries(classes).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </SelectField>
          <Checkbox
            label={t.second}
            checked={draft.isSecondClass}
            onChange={(isSecondClass) => change({ isSecondClass })}
          />
          <Typed {...editing} name="expiresOn" label={t.expiresOn} type="date" />
          <Typed {...editing} name="readOn" label={t.readOn} type="date" />
          <Typed {...editing} name="readBy" label={t.readBy} maxLength={60} />
        </div>
      )}
    </fieldset>
  );
}

function UsualVehicle({ draft, change }: Editing) {
  const t = useMessages(crewMessages).driver;
  const { service } = useTenancy();
  return (
    <SelectField
      label={t.usualVehicle}
      value={draft.usualVehicle}
      onChange={({ target }) => change({ usualVehicle: target.value })}
    >
      <option value="">{t.none}</option>
      {service.vehicles.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function Checkbox({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-11 items-center gap-3 text-lg">
      <input
        type="checkbox"
        className="size-6"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}

function Typed({
  draft,
  faults,
  change,
  name,
  ...field
}: Editing & {
  name: "number" | "name" | "expiresOn" | "readOn" | "readBy" | "healthCheckDue" | "leftOn";
  label: string;
  hint?: string;
  type?: "date";
  inputMode?: "numeric";
  maxLength?: number;
}) {
  const t = useMessages(crewMessages).driver;
  const fault = faults[name];
  return (
    <TextField
      {...field}
      error={fault && t.faults[fault]}
      value={draft[name]}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
}
