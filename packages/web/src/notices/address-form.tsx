import type { NoticeChannel } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { noticesMessages } from "../messages/notices/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { typedAddress } from "./typed-address.ts";

/** One address or number to be told at; what was typed stays when it is wrong. */
export function AddressForm({
  means,
  language,
}: {
  means: "email" | "sms";
  language: NoticeChannel["language"];
}) {
  const { settings: t } = useMessages(noticesMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("addMyChannel");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const address = typedAddress(means, typed);
    setWrong(address === undefined);
    if (address === undefined || busy) return;
    const { ok } = await run({ params: { tenant }, body: { means, address, language } });
    if (ok) await readAgain("listMyChannels");
  };
  const isMail = means === "email";
  return (
    <form
      noValidate
      aria-label={t[means]}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-3"
    >
      <TextField
        label={isMail ? t.emailLabel : t.smsLabel}
        hint={isMail ? t.emailHint : t.smsHint}
        error={wrong ? (isMail ? t.wrongEmail : t.wrongPhone) : undefined}
        inputMode={isMail ? "email" : "tel"}
        autoComplete={isMail ? "email" : "tel"}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button type="submit" look="outline" busy={busy}>
        {busy ? t.saving : t.save}
      </Button>
    </form>
  );
}
