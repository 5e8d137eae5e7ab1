import type { Answer, Problem } from "@noriai/api";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";
import { oneTimeCodeMessages } from "../messages/one-time-code/index.ts";
import { CodeForm } from "../one-time-code/code-form.tsx";
import { useTenancy } from "../shell/session.ts";
import type { SentCode } from "./contact-step.tsx";
import type { personOf } from "./join-draft.ts";

interface Registering {
  readonly sent: SentCode;
  /** Of this registration, however often it is sent. */
  readonly attempt: string;
  readonly person: ReturnType<typeof personOf>;
  readonly source: string | undefined;
  readonly onSent: (code: SentCode) => void;
  readonly onJoined: (answer: Answer<"join">) => void;
  /** Something about the person is wrong; the code stays good. */
  readonly onRefused: (problem: Problem) => void;
}

/** Types the code and registers. A lost answer's repeat is the same attempt, so nobody is registered twice. */
export function CodeStep({ onBack, ...registering }: Registering & { onBack: () => void }) {
  const { code: t, purposes } = useMessages(joinMessages);
  const { sentTo } = useMessages(oneTimeCodeMessages);
  const { entering, again, join } = useRegistering(registering);
  const { sent } = registering;
  return (
    <CodeForm
      sent={sent}
      lead={sentTo(sent.to.address)}
      words={t}
      entering={entering}
      again={again}
      onCode={(code) => void join(code)}
      onBack={onBack}
    >
      <p>{purposes.agreed}</p>
    </CodeForm>
  );
}

function useRegistering({ sent, attempt, person, source, onSent, onJoined, onRefused }: Registering) {
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const entering = usePlainCommand("join");
  const asking = usePlainCommand("askJoinCode");
  const { to, codeId } = sent;
  const join = async (code: string) => {
    const from = source === undefined ? {} : { source };
    const body = { ...person, ...from, language, codeId, code, attempt };
    const joined = await entering.run({ params: { tenant }, body });
    if (joined.ok) onJoined(joined.value);
    else if (joined.error.kind === "invalid-input") onRefused(joined.error);
  };
  const send = async () => {
    const next = await asking.run({ params: { tenant }, body: { ...to, language } });
    if (next.ok) onSent({ ...next.value, to });
    return next.ok;
  };
  return { entering, again: { ...asking, send }, join };
}
