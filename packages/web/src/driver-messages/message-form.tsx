import type { Board, Body } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { driverMessagesMessages } from "../messages/driver-messages/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

type Content = Body<"sendDriverMessage">["content"];
type Saying = Extract<Content, { kind: "saying" }>["saying"];
const OWN_WORDS = "own-words";

/** Sends a saying or own words to one duty; what was typed stays until it is sent. */
export function MessageForm({
  board: { serviceDate, duties },
  vehicleName,
}: {
  board: Board;
  vehicleName: (dutyId: string) => string;
}) {
  const t = useMessages(driverMessagesMessages);
  const format = useFormat();
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("sendDriverMessage");
  const [chosen, choose] = useState(duties[0]!.id);
  const [saying, setSaying] = useState<string>("call-office");
  const [text, setText] = useState("");
  const [urgent, setUrgent] = useState(false);
  const [missing, setMissing] = useState(false);
  const dutyId = duties.some(({ id }) => id === chosen) ? chosen : duties[0]!.id;
  const isOwn = saying === OWN_WORDS;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const content = contentOf(saying, text);
    setMissing(content === undefined);
    if (content === undefined || busy) return;
    const body = {
      serviceDate,
      dutyId,
      priority: urgent ? ("urgent" as const) : ("normal" as const),
      content,
    };
    if (!(await run({ params: { tenant }, body })).ok) return;
    setText("");
    setUrgent(false);
    await readAgain("listDriverMessages");
  };
  return (
    <form
      noValidate
      aria-label={t.compose}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4"
    >
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField label={t.vehicle} value={dutyId} onChange={(event) => choose(event.target.value)}>
          {duties.map(({ id, startsAt, endsAt }) => (
            <option key={id} value={id}>
              {`${vehicleName(id)} ${format.time(startsAt)}–${format.time(endsAt)}`}
            </option>
          ))}
        </SelectField>
        <SelectField label={t.saying} value={saying} onChange={(event) => setSaying(event.target.value)}>
          {Object.entries(t.sayingsToDriver).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value={OWN_WORDS}>{t.ownWords}</option>
        </SelectField>
      </div>
      {isOwn && (
        <TextField
          label={t.text}
          hint={t.textHint}
          maxLength={200}
          value={text}
          error={missing ? t.textMissing : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <label className="flex min-h-11 items-center gap-3 text-lg">
        <input
          type="checkbox"
          className="size-6"
          checked={urgent}
          onChange={(event) => setUrgent(event.target.checked)}
        />
        {t.markUrgent}
      </label>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div>
        <Button type="submit" size="medium" busy={busy}>
          {busy ? t.sending : t.send}
        </Button>
      </div>
    </form>
  );
}

/** What is to be sent; nothing when own words are missing. */
function contentOf(saying: string, text: string): Content | undefined {
  if (saying !== OWN_WORDS) return { kind: "saying", saying: saying as Saying };
  return text.trim() === "" ? undefined : { kind: "text", text: text.trim() };
}
