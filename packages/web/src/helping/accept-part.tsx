import type { Answer } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { AcceptDialog } from "./accept-dialog.tsx";
import { CodeTrouble } from "./code-trouble.tsx";
import { typedCode } from "./typed-code.ts";

interface Read {
  readonly code: string;
  readonly invitation: Answer<"readInvitation">;
}

/** Where a helper enters the code that they were given. */
export function AcceptPart() {
  const { accepting: t } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const { run, busy, problem, forgetProblem } = usePlainCommand("readInvitation");
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const [read, setRead] = useState<Read>();
  const [done, setDone] = useState<string>();
  const code = typedCode(typed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setDone(undefined);
    if (busy || code === undefined) return;
    const result = await run({ params: { tenant }, body: { code } });
    if (result.ok) setRead({ code, invitation: result.value });
  };
  return (
    <section aria-labelledby="accept-code" className="flex flex-col gap-4">
      <h2 id="accept-code" className="text-2xl font-bold">
        {t.title}
      </h2>
      <p className="text-lg">{t.lead}</p>
      {done !== undefined && <Notice tone="success" title={t.done(done)} />}
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <CodeTrouble problem={problem} />
        <TextField
          label={t.code}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={typed}
          error={checked && code === undefined ? t.wrong : undefined}
          onChange={({ target }) => {
            forgetProblem();
            setTyped(target.value);
          }}
        />
        <Button type="submit" look="outline" busy={busy}>
          {busy ? t.reading : t.read}
        </Button>
      </form>
      <AcceptDialog
        read={read}
        onClose={() => setRead(undefined)}
        onAccepted={(name) => {
          setRead(undefined);
          setTyped("");
          setChecked(false);
          setDone(name);
        }}
      />
    </section>
  );
}
