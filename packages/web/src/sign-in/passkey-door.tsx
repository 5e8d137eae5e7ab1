import type { Session } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { signInMessages } from "../messages/sign-in/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { canUsePasskeys } from "./can-use-passkeys.ts";

/** Signing in by face, finger or screen lock. Nothing at all where this browser or this address has no passkeys. */
export function PasskeyDoor({ onEntered }: { onEntered: (session: Session) => void }) {
  const { passkey: t } = useMessages(signInMessages);
  const { tenant } = useTenancy();
  const start = usePlainCommand("startPasskeySignIn");
  const signIn = usePlainCommand("signInWithPasskey");
  const [isAsking, setAsking] = useState(false);
  const [isUnused, setUnused] = useState(false);
  if (!canUsePasskeys()) return null;
  const params = { tenant };
  const enter = async () => {
    setUnused(false);
    setAsking(true);
    const started = await start.run({ params });
    const answer = started.ok ? await answerOf(started.value) : undefined;
    setAsking(false);
    setUnused(started.ok && answer === undefined);
    if (answer === undefined) return;
    const entered = await signIn.run({ params, body: answer });
    if (entered.ok) onEntered(entered.value);
  };
  const isBusy = isAsking || start.busy || signIn.busy;
  const problem = signIn.problem ?? start.problem;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-center gap-4 text-quiet before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t.or}
      </p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {isUnused && <Notice tone="warning" title={t.notUsed} />}
      <Button look="outline" wide busy={isBusy} onClick={() => void enter()}>
        {isBusy ? t.entering : t.enter}
      </Button>
      <p className="text-base text-quiet">{t.hint}</p>
    </div>
  );
}

type Options = Parameters<typeof import("@simplewebauthn/browser").startAuthentication>[0]["optionsJSON"];

/** What the passkey answers; nothing when its owner turned away, or has none. */
async function answerOf(optionsJSON: Options) {
  // Fetched when the button is pressed: most riders never need it.
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const answered = await startAuthentication({ optionsJSON }).catch(() => undefined);
  if (answered === undefined) return undefined;
  const { id, rawId, type, response } = answered;
  return { id, rawId, type, response };
}
