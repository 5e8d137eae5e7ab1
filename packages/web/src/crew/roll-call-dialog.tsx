import type { CrewDay } from "@noriai/api";
import { type FormEvent, useId, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

interface Calling {
  readonly person: CrewDay["people"][number];
  readonly moment: "before" | "after";
}

const DETECTOR = "noriai.detector";

/**
 * A roll call (点呼) in one screen: everything stands at the good answer, so that a good one is one press; the detector is
 * remembered on this desk.
 */
export function RollCallDialog({
  serviceDate,
  calling,
  onClose,
}: {
  serviceDate: string;
  calling: Calling | undefined;
  onClose: () => void;
}) {
  const t = useMessages(crewMessages).rollCall;
  const title = calling === undefined ? "" : t.title(calling.person.name, calling.moment);
  return (
    <Dialog title={title} open={calling !== undefined} onClose={onClose}>
      {calling !== undefined && <Form serviceDate={serviceDate} calling={calling} onClose={onClose} />}
    </Dialog>
  );
}

function Form({
  serviceDate,
  calling: { person, moment },
  onClose,
}: {
  serviceDate: string;
  calling: Calling;
  onClose: () => void;
}) {
  const { rollCall: t, driver } = useMessages(crewMessages);
  const { tenant } = useTenancy();
  const [said, setSaid] = useState(() => ({ ...GOOD, detector: localStorage.getItem(DETECTOR) ?? "" }));
  const [asked, setAsked] = useState(false);
  const { run, busy, problem } = useCommand("recordRollCall");
  const readAgain = useReadAgain();
  const say = (part: Partial<typeof said>) => setSaid((now) => ({ ...now, ...part }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (said.detector.trim() === "") return;
    const { isVehicleInOrder, ...rest } = said;
    const body = {
      ...{ serviceDate, driverId: person.driverId, moment, ...rest },
      ...(moment === "before" && { isVehicleInOrder }),
    };
    const kept = await run({ params: { tenant }, body });
    if (!kept.ok) return;
    localStorage.setItem(DETECTOR, said.detector.trim());
    await readAgain("getCrewDay", "listRollCalls");
    onClose();
  };
  const stops = moment === "before" && (said.isDetected || !said.isHealthy || !said.isVehicleInOrder);
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-4">
      <HowAndDetector
        said={said}
        say={say}
        error={asked && said.detector.trim() === "" ? driver.faults.fill : undefined}
      />
      <YesNo
        title={t.alcohol}
        words={[t.alcoholNo, t.alcoholYes]}
        bad={said.isDetected}
        onChange={(isDetected) => say({ isDetected })}
      />
      <YesNo
        title={t.healthy}
        words={[t.healthyNo, t.healthyYes]}
        bad={!said.isHealthy}
        onChange={(bad) => say({ isHealthy: !bad })}
      />
      {moment === "before" && (
        <YesNo
          title={t.vehicle}
          words={[t.vehicleOk, t.vehicleBad]}
          bad={!said.isVehicleInOrder}
          onChange={(bad) => say({ isVehicleInOrder: !bad })}
        />
      )}
      <Texts said={said} say={say} moment={moment} />
      {stops && <Notice tone="warning" title={t.stops} />}
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

const GOOD = {
  method: "face" as "face" | "it" | "phone",
  detector: "",
  isDetected: false,
  isHealthy: true,
  isVehicleInOrder: true,
  health: "",
  instructions: "",
  remarks: "",
};

interface Saying {
  readonly said: typeof GOOD;
  readonly say: (part: Partial<typeof GOOD>) => void;
}

function HowAndDetector({ said, say, error }: Saying & { error: string | undefined }) {
  const { rollCall: t, methods } = useMessages(crewMessages);
  return (
    <>
      <SelectField
        label={t.method}
        value={said.method}
        onChange={({ target }) => say({ method: target.value as (typeof GOOD)["method"] })}
      >
        {(["face", "it", "phone"] as const).map((method) => (
          <option key={method} value={method}>
            {methods[method]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t.detector}
        maxLength={60}
        value={said.detector}
        error={error}
        onChange={({ target }) => say({ detector: target.value })}
      />
    </>
  );
}

function Texts({ said, say, moment }: Saying & { moment: Calling["moment"] }) {
  const t = useMessages(crewMessages).rollCall;
  const names =
    moment === "before" ? (["health", "instructions", "remarks"] as const) : (["health", "remarks"] as const);
  return names.map((name) => (
    <TextField
      key={name}
      label={t[name]}
      maxLength={300}
      value={said[name]}
      onChange={({ target }) => say({ [name]: target.value })}
    />
  ));
}

function YesNo({
  title,
  words,
  bad,
  onChange,
}: {
  title: string;
  words: readonly [good: string, bad: string];
  bad: boolean;
  onChange: (bad: boolean) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-lg font-bold">{title}</legend>
      <div className="flex flex-wrap gap-x-8">
        {words.map((word, k) => (
          <label key={word} className="inline-flex min-h-11 items-center gap-2 text-lg">
            <input
              type="radio"
              name={name}
              className="size-6"
              checked={bad === (k === 1)}
              onChange={() => onChange(k === 1)}
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
