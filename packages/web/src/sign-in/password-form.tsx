import type { Session } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { signInMessages } from "../messages/sign-in/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Login and password, for the staff. */
export function PasswordForm({ onEntered }: { onEntered: (session: Session) => void }) {
  const t = useMessages(signInMessages);
  const { tenant } = useTenancy();
  const { run, busy, problem } = usePlainCommand("signIn");
  const [body, setBody] = useState({ login: "", password: "" });
  const [shown, setShown] = useState(false);
  const [asked, setAsked] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (body.login === "" || body.password === "") return;
    const result = await run({ params: { tenant }, body });
    if (result.ok) onEntered(result.value);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <TextField
        label={t.login}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={body.login}
        error={asked && body.login === "" ? t.needLogin : undefined}
        onChange={({ target }) => setBody({ ...body, login: target.value })}
      />
      <TextField
        label={t.password}
        name="password"
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        value={body.password}
        error={asked && body.password === "" ? t.needPassword : undefined}
        onChange={({ target }) => setBody({ ...body, password: target.value })}
      />
      <label className="flex min-h-11 items-center gap-3 text-lg">
        <input
          type="checkbox"
          className="size-6"
          checked={shown}
          onChange={({ target }) => setShown(target.checked)}
        />
        {t.showPassword}
      </label>
      <Button type="submit" look="outline" busy={busy}>
        {busy ? t.busy : t.submit}
      </Button>
    </form>
  );
}
