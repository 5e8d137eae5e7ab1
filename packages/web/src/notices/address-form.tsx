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
import { ConfirmCode, type SentTo } from "./confirm-code.tsx";
import { typedAddress } from "./typed-address.ts";

interface Adding {
  readonly means: "email" | "sms";
  readonly language: NoticeChannel["language"];
}

/** One address or number to be told at, shown by a code to be the rider's own; what was typed stays when it is wrong. */
export function AddressForm({ means, language }: Adding) {
  const { settings: t } = useMessages(noticesMessages);
  const { typed, setTyped, wrong, sent, setSent, send, confirm, asking, adding } = useAddress({
    means,
    language,
  });
  const isMail = means === "email";
  if (sent !== undefined)
    return (
      <ConfirmCode
        sent={sent}
        entering={adding}
        again={{ ...asking, send }}
        onCode={(code) => void confirm(sent, code)}
        onBack={() => setSent(undefined)}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form noValidate aria-label={t[means]} onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={isMail ? t.emailLabel : t.smsLabel}
        hint={isMail ? t.emailHint : t.smsHint}
        error={wrong ? (isMail ? t.wrongEmail : t.wrongPhone) : undefined}
        inputMode={isMail ? "email" : "tel"}
        autoComplete={isMail ? "email" : "tel"}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {asking.problem !== undefined && <ProblemNotice problem={asking.problem} />}
      <Button type="submit" look="outline" busy={asking.busy}>
        {asking.busy ? t.saving : t.save}
      </Button>
    </form>
  );
}

function useAddress({ means, language }: Adding) {
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const asking = usePlainCommand("askAddressCode");
  const adding = usePlainCommand("addMyChannel");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const [sent, setSent] = useState<SentTo>();
  const send = async () => {
    const address = typedAddress(means, typed);
    setWrong(address === undefined);
    if (address === undefined || asking.busy) return false;
    adding.forgetProblem();
    const asked = await asking.run({ params: { tenant }, body: { means, address, language } });
    if (asked.ok) setSent({ ...asked.value, address });
    return asked.ok;
  };
  const confirm = async ({ codeId }: SentTo, code: string) => {
    const added = await adding.run({ params: { tenant }, body: { means, codeId, code, language } });
    if (!added.ok) return;
    setSent(undefined);
    await readAgain("listMyChannels");
  };
  return { typed, setTyped, wrong, sent, setSent, send, confirm, asking, adding };
}
