import type { StopTask } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { stopCareMessages } from "../messages/stop-care/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useStopWords } from "./use-stop-words.ts";

const TONES = { open: "error", "in-hand": "warning", done: "gray" } as const;

/** One trouble of one stop, everything that happened with it, and what can be done next. */
export function StopTaskCard({ task }: { task: StopTask }) {
  const { tasks: t } = useMessages(stopCareMessages);
  const { tenant } = useTenancy();
  const stop = useStopWords()(task.stopId);
  const { run, busy, problem } = useCommand("stepStopTask");
  const readAgain = useReadAgain();
  const [asking, setAsking] = useState<"note" | "finish">();
  const step = async (body: Parameters<typeof run>[0]["body"]) => {
    const done = await run({ params: { tenant, taskId: task.id }, body });
    if (!done.ok) return;
    setAsking(undefined);
    await readAgain("listStopTasks");
  };
  const reports = task.entries.filter((entry) => entry.step === "report").length;
  return (
    <li className="flex flex-col gap-3 rounded-12 border border-line p-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Badge tone={TONES[task.state]}>{t.state[task.state]}</Badge>
        <h3 className="text-xl font-bold">{stop}</h3>
        <span className="text-lg font-bold">{t.trouble[task.trouble]}</span>
        <span className="text-quiet">{t.reports(reports)}</span>
      </div>
      <Entries task={task} />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {task.state !== "done" && <p className="text-base text-quiet">{t.closeHint}</p>}
      <div className="flex flex-wrap items-center gap-3">
        {task.state === "open" && (
          <Button size="medium" busy={busy} onClick={() => void step({ step: "take" })}>
            {t.take}
          </Button>
        )}
        {task.state !== "done" && (
          <Button
            size="medium"
            look={task.state === "open" ? "outline" : "solid"}
            onClick={() => setAsking("finish")}
          >
            {t.finish}
          </Button>
        )}
        <Button size="medium" look="outline" onClick={() => setAsking("note")}>
          {t.note}
        </Button>
        <Link
          to="/t/$tenant/stops/$stopId"
          params={{ tenant, stopId: task.stopId }}
          className="inline-flex min-h-11 items-center text-key-900 underline"
        >
          {t.page}
        </Link>
      </div>
      <StepDialog
        stop={stop}
        asking={asking}
        busy={busy}
        onClose={() => setAsking(undefined)}
        onStep={step}
      />
    </li>
  );
}

function Entries({ task: { entries } }: { task: StopTask }) {
  const { tasks: t, system } = useMessages(stopCareMessages);
  const { roles } = useMessages(shellMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const whoOf = ({ by, role, vehicleId }: StopTask["entries"][number]) =>
    service.vehicles.find(({ id }) => id === vehicleId)?.name ??
    by ??
    (role === "system" ? system : roles[role]);
  return (
    <ol className="flex flex-col gap-1 tabular-nums">
      {entries.map((entry, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
        <li key={k}>
          {t.entry[entry.step](format.dateTime(entry.at), whoOf(entry))}
          {entry.at !== entry.notedAt && (
            <span className="text-base text-quiet"> {t.arrived(format.dateTime(entry.notedAt))}</span>
          )}
          {entry.words !== null && <span className="block pl-4">{entry.words}</span>}
        </li>
      ))}
    </ol>
  );
}

function StepDialog({
  stop,
  asking,
  busy,
  onClose,
  onStep,
}: {
  stop: string;
  asking: "note" | "finish" | undefined;
  busy: boolean;
  onClose: () => void;
  onStep: (body: { readonly step: "note" | "finish"; readonly words?: string }) => Promise<void>;
}) {
  const all = useMessages(stopCareMessages);
  const { tasks: t } = all;
  const [words, setWords] = useState("");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (asking === undefined || (asking === "note" && words.trim() === "")) return;
    await onStep({ step: asking, ...(words.trim() !== "" && { words }) });
    setWords("");
  };
  return (
    <Dialog
      title={asking === "note" ? t.noteTitle(stop) : t.finishTitle(stop)}
      open={asking !== undefined}
      onClose={onClose}
    >
      <form onSubmit={send} className="flex flex-col gap-4">
        <TextField
          label={asking === "note" ? t.words : t.finishWords}
          maxLength={300}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" size="medium" busy={busy}>
            {busy ? all.saving : asking === "note" ? t.note : t.finish}
          </Button>
          <Button size="medium" look="outline" onClick={onClose}>
            {all.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
