import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useWorld } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { queryClient } from "../read.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useTenancy } from "./session.ts";

export function SignInPage() {
  const { signIn, gate } = useMessages(shellMessages);
  const { service } = useTenancy();
  const { mode } = useWorld();
  const { next } = useSearch({ from: "/t/$tenant/sign-in" });
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-6">
      <PageTitle title={signIn.title} />
      {next !== undefined && <Notice title={gate.needSignIn} quiet />}
      {mode === "demo" && (
        <Notice title={signIn.demoInstead} quiet>
          <Link to="/" className={buttonLook({ look: "outline", size: "medium" })}>
            {signIn.toStart}
          </Link>
        </Notice>
      )}
      <p className="text-lg">{signIn.lead(service.tenant.name)}</p>
      <SignInForm next={next} />
      <p>{signIn.help(service.phoneNumber)}</p>
    </div>
  );
}

function SignInForm({ next }: { next: string | undefined }) {
  const t = useMessages(shellMessages).signIn;
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  const signIn = usePlainCommand("signIn");
  const [body, setBody] = useState({ login: "", password: "" });
  const [shown, setShown] = useState(false);
  const [asked, setAsked] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (body.login === "" || body.password === "") return;
    const result = await signIn.run({ params: { tenant }, body });
    if (!result.ok) return;
    queryClient.setQueryData(["getSession", { params: { tenant } }], result.value);
    await queryClient.invalidateQueries({ queryKey: ["getSession"] });
    await navigate({ to: next ?? "/t/$tenant", params: { tenant }, replace: true });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {signIn.problem !== undefined && <ProblemNotice problem={signIn.problem} />}
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
      <Button type="submit" busy={signIn.busy}>
        {signIn.busy ? t.busy : t.submit}
      </Button>
    </form>
  );
}
