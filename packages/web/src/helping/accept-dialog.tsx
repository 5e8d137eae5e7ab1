import type { Answer } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { CodeTrouble } from "./code-trouble.tsx";
import { Consent } from "./consent.tsx";

interface Accepting {
  readonly code: string;
  readonly invitation: Answer<"readInvitation">;
}

/** The helper's own consent, after reading for whom and what it means. */
export function AcceptDialog({
  read,
  onClose,
  onAccepted,
}: {
  read: Accepting | undefined;
  onClose: () => void;
  onAccepted: (name: string) => void;
}) {
  const { accepting: t } = useMessages(helpingMessages);
  return (
    <Dialog title={t.sureTitle} open={read !== undefined} onClose={onClose}>
      {read !== undefined && <AcceptForm {...read} onClose={onClose} onAccepted={onAccepted} />}
    </Dialog>
  );
}

function AcceptForm({
  code,
  invitation: { memberName },
  onClose,
  onAccepted,
}: Accepting & { onClose: () => void; onAccepted: (name: string) => void }) {
  const { accepting: t } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("acceptInvitation");
  const [consents, setConsents] = useState(false);
  const [checked, setChecked] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || !consents) return;
    const result = await run({ params: { tenant }, body: { code, consents } });
    if (!result.ok) return;
    await readAgain("listMyHelping");
    onAccepted(memberName);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p className="text-lg">{t.sure(memberName)}</p>
      <CodeTrouble problem={problem} />
      <Consent
        text={t.consent}
        checked={consents}
        error={checked && !consents ? t.needConsent : undefined}
        onChange={setConsents}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {busy ? t.submitting : t.submit}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
