import type { Problem } from "@noriai/api";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { terminalMessages } from "../messages/terminal/index.ts";
import { queryClient } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { DigitPad } from "./digit-pad.tsx";

type Field = "number" | "pin";
const LONGEST: Readonly<Record<Field, number>> = { number: 6, pin: 4 };

/** Driver number and PIN, by the tablet's own large digits or by a keyboard. */
export function PinForm({ label }: { label: string }) {
  const t = useMessages(terminalMessages);
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ number: "", pin: "" });
  const [at, setAt] = useState<Field>("number");
  const [asked, setAsked] = useState(false);
  const { run, busy, problem } = usePlainCommand("signInAtTerminal");
  const faults = {
    number: typed.number === "" ? t.numberFault : undefined,
    pin: typed.pin.length < 4 ? t.pinFault : undefined,
  };
  const change = (field: Field, text: string) =>
    setTyped((now) => ({
      ...now,
      [field]: text.normalize("NFKC").replace(/\D/g, "").slice(0, LONGEST[field]),
    }));
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.number !== undefined || faults.pin !== undefined) return;
    const result = await run({ params: { tenant }, body: typed });
    setTyped((now) => ({ ...now, pin: "" }));
    if (!result.ok) return;
    queryClient.removeQueries({ predicate: ({ queryKey }) => isPersonal(String(queryKey[0])) });
    queryClient.setQueryData(["getSession", { params: { tenant } }], result.value);
    await queryClient.invalidateQueries({ queryKey: ["getSession"] });
    await navigate({ to: "/t/$tenant/drive", params: { tenant }, replace: true });
  };
  return (
    <form onSubmit={enter} noValidate className="flex flex-col gap-4">
      <h2 className="text-2xl font-bold">{t.signInTitle}</h2>
      <p>{t.device(label)}</p>
      {problem !== undefined && <Refused problem={problem} />}
      {(["number", "pin"] as const).map((field) => (
        <TextField
          key={field}
          label={t[field]}
          inputMode="numeric"
          autoComplete="off"
          {...(field === "pin" && { type: "password" })}
          value={typed[field]}
          error={asked && typed[field].length < (field === "pin" ? 4 : 1) ? faults[field] : undefined}
          onFocus={() => setAt(field)}
          onChange={({ target }) => change(field, target.value)}
        />
      ))}
      <DigitPad
        onDigit={(digit) => change(at, typed[at] + digit)}
        onClear={() => change(at, "")}
        onNext={at === "number" ? () => setAt("pin") : undefined}
        current={at}
        count={typed[at].length}
      />
      <Button type="submit" busy={busy} className="min-h-20 text-2xl">
        {busy ? t.entering : t.enter}
      </Button>
    </form>
  );
}

/** Everything but the town itself belongs to whoever was signed in before; the session is written anew. */
const isPersonal = (name: string): boolean =>
  !["getWorld", "getService", "getTerminal", "getSession"].includes(name);

function Refused({ problem }: { problem: Problem }) {
  const t = useMessages(terminalMessages);
  if (problem.rejections?.some(({ kind }) => kind === "driver-locked"))
    return <Notice tone="error" title={t.locked} />;
  if (problem.kind === "wrong-credentials") return <Notice tone="error" title={t.wrongPin} />;
  if (problem.kind === "not-signed-in") return <Notice tone="error" title={t.notTerminal} />;
  return <ProblemNotice problem={problem} />;
}
