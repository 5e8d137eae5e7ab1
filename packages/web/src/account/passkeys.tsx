import type { Answer, Passkey } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { accountMessages } from "../messages/account/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { canUsePasskeys } from "../sign-in/can-use-passkeys.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** The passkeys of the account, and a new one. */
export function Passkeys() {
  const { passkeys: t } = useMessages(accountMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMyPasskeys", { params: { tenant } });
  const [told, tell] = useState<string>();
  if (data === undefined)
    return error === null ? null : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <section aria-labelledby="passkeys" className="flex flex-col gap-4">
      <h2 id="passkeys" className="text-2xl leading-normal font-bold">
        {t.title}
      </h2>
      <p className="text-lg">{t.lead}</p>
      {told !== undefined && <Notice tone="success" title={told} />}
      {data.passkeys.length === 0 && <p className="text-lg">{t.none}</p>}
      <ul className="flex flex-col gap-3 empty:hidden">
        {data.passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} onTold={tell} />
        ))}
      </ul>
      {data.isPossible && canUsePasskeys() ? (
        <AddPasskey onTold={tell} />
      ) : (
        <p className="text-lg text-quiet">{t.here}</p>
      )}
    </section>
  );
}

interface Telling {
  readonly onTold: (sentence: string | undefined) => void;
}

function PasskeyLine({ passkey, onTold }: { passkey: Passkey } & Telling) {
  const { passkeys: t, systems } = useMessages(accountMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("removeMyPasskey");
  const { id, system, isSynced, addedAt, lastUsedAt } = passkey;
  const name = t.made(systems[system]);
  const remove = async () => {
    if (!(await run({ params: { tenant, passkeyId: id } })).ok) return;
    onTold(t.removed);
    await readAgain("listMyPasskeys");
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-12 border border-line bg-white p-4">
      <div className="min-w-0">
        <p className="text-lg font-bold">{name}</p>
        <p className="text-base text-quiet">{t.addedAt(format.dateTime(addedAt))}</p>
        <p className="text-base text-quiet">
          {lastUsedAt === null ? t.neverUsed : t.usedAt(format.dateTime(lastUsedAt))}
        </p>
        {isSynced && <p className="text-base text-quiet">{t.synced}</p>}
      </div>
      <Button
        look="outline"
        size="medium"
        busy={busy}
        aria-label={t.removeOf(name)}
        onClick={() => void remove()}
      >
        {t.remove}
      </Button>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </li>
  );
}

function AddPasskey({ onTold }: Telling) {
  const { passkeys: t } = useMessages(accountMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const start = usePlainCommand("startMyPasskey");
  const add = usePlainCommand("addMyPasskey");
  const [isAsking, setAsking] = useState(false);
  const [isNotMade, setNotMade] = useState(false);
  const params = { tenant };
  const make = async () => {
    onTold(undefined);
    setNotMade(false);
    setAsking(true);
    const started = await start.run({ params });
    const made = started.ok ? await madeBy(started.value) : undefined;
    setAsking(false);
    setNotMade(started.ok && made === undefined);
    if (made === undefined || !(await add.run({ params, body: made })).ok) return;
    onTold(t.added);
    await readAgain("listMyPasskeys");
  };
  const isBusy = isAsking || add.busy;
  const isFull = start.problem?.kind === "not-possible-now";
  const problem = isFull ? undefined : (start.problem ?? add.problem);
  return (
    <div className="flex flex-col items-start gap-3">
      {isFull && <Notice tone="warning" title={t.full} />}
      {isNotMade && <Notice tone="warning" title={t.notMade} />}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button look="outline" busy={isBusy} onClick={() => void make()}>
        {isBusy ? t.adding : t.add}
      </Button>
    </div>
  );
}

/** The passkey that the device has made; nothing when its owner turned away. */
async function madeBy(optionsJSON: Answer<"startMyPasskey">) {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const made = await startRegistration({ optionsJSON: optionsJSON }).catch(() => undefined);
  if (made === undefined) return undefined;
  const { id, rawId, type } = made;
  const { clientDataJSON, attestationObject, transports = [] } = made.response;
  return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
}
