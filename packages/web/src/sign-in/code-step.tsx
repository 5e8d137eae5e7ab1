import type { Session } from "@noriai/api";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { signInMessages } from "../messages/sign-in/index.ts";
import { CodeForm } from "../one-time-code/code-form.tsx";
import { useTenancy } from "../shell/session.ts";
import { LostCode } from "./lost-code.tsx";
import type { SentCode } from "./number-step.tsx";

/** Takes the code that was sent to whoever has that number, and lets in. */
export function CodeStep({
  number,
  sent,
  onSent,
  onEntered,
  onBack,
}: {
  number: string;
  sent: SentCode;
  onSent: (sent: SentCode) => void;
  onEntered: (session: Session) => void;
  onBack: () => void;
}) {
  const { code: t } = useMessages(signInMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const entering = usePlainCommand("signInWithCode");
  const asking = usePlainCommand("askSignInCode");
  const enter = async (code: string) => {
    const entered = await entering.run({ params: { tenant }, body: { codeId: sent.codeId, code } });
    if (entered.ok) onEntered(entered.value);
  };
  const send = async () => {
    const next = await asking.run({ params: { tenant }, body: { number, language } });
    if (next.ok) onSent(next.value);
    return next.ok;
  };
  return (
    <>
      <CodeForm
        level={2}
        sent={sent}
        lead={t.sent}
        words={t}
        entering={entering}
        again={{ ...asking, send }}
        onCode={(code) => void enter(code)}
        onBack={onBack}
      />
      <LostCode />
    </>
  );
}
