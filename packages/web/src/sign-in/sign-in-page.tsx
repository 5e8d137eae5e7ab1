import type { Session } from "@noriai/api";
import { Link, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { signInMessages } from "../messages/sign-in/index.ts";
import { goodUntil, isStillGood } from "../one-time-code/good-until.ts";
import { PromiseDoor } from "../promise/promise-door.tsx";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { useWindowState } from "../ui/use-window-state.ts";
import { CodeStep } from "./code-step.tsx";
import { NumberStep, type SentCode } from "./number-step.tsx";
import { PasskeyDoor } from "./passkey-door.tsx";
import { PasswordForm } from "./password-form.tsx";
import { useEntering } from "./use-entering.ts";

/** How far somebody has come at the door. */
interface AtDoor {
  readonly number: string;
  /** The last code that was sent, and for which number. */
  readonly sent?: SentCode & { readonly number: string; readonly untilMs: number };
  /** For the code to be typed. */
  readonly isWaiting: boolean;
}

const OUTSIDE: AtDoor = { number: "", isWaiting: false };

/** The door of a town: a number and a code for riders, or a passkey; a password for the staff. */
export function SignInPage() {
  const t = useMessages(signInMessages);
  const { service } = useTenancy();
  const { next } = useSearch({ from: "/t/$tenant/sign-in" });
  const { atDoor, keep, enter } = useAtDoor(next);
  const { number, sent, isWaiting } = atDoor;
  const wait = (code: SentCode) => keep({ number, sent: { ...goodUntil(code), number }, isWaiting: true });
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-6">
      <PageTitle key={String(isWaiting)} title={t.title} />
      {sent === undefined || !isWaiting ? (
        <>
          <Before next={next} />
          <NumberStep
            number={number}
            earlier={sent?.number === number ? sent : undefined}
            onChange={(typed) => keep({ ...atDoor, number: typed })}
            onSent={wait}
          />
          <PasskeyDoor onEntered={enter} />
          <JoinDoor />
          <details className="rounded-12 border border-line bg-white">
            <summary className="min-h-14 cursor-pointer px-5 py-4 text-lg">
              <h2 className="inline font-bold">{t.staff}</h2>
            </summary>
            <div className="px-5 pb-5">
              <PasswordForm onEntered={enter} />
            </div>
          </details>
        </>
      ) : (
        <CodeStep
          number={number}
          sent={sent}
          onSent={wait}
          onEntered={enter}
          onBack={() => keep({ ...atDoor, isWaiting: false })}
        />
      )}
      <p>{t.help(service.phoneNumber)}</p>
      <PromiseDoor />
    </div>
  );
}

/** What was typed and the code on its way outlast a reload; nothing of them is left once somebody is in. */
function useAtDoor(next: string | undefined) {
  const { tenant } = useTenancy();
  const goIn = useEntering(next);
  const [atDoor, keep, forget] = useWindowState<AtDoor>(`noriai.door.${tenant}`, (kept) =>
    kept !== undefined && isStillGood(kept) ? kept : OUTSIDE,
  );
  const enter = useCallback(
    async (session: Session) => {
      forget();
      await goIn(session);
    },
    [forget, goIn],
  );
  return { atDoor, keep, enter };
}

/** Why one is here, and in the demo the shorter way. */
function Before({ next }: { next: string | undefined }) {
  const t = useMessages(signInMessages);
  const { gate, signIn } = useMessages(shellMessages);
  const { mode } = useWorld();
  return (
    <>
      {next !== undefined && <Notice title={gate.needSignIn} quiet />}
      {mode === "demo" && (
        <Notice title={t.demoInstead} quiet>
          <Link to="/" className={buttonLook({ look: "outline", size: "medium" })}>
            {signIn.toStart}
          </Link>
        </Notice>
      )}
      <p className="text-lg">{t.lead}</p>
    </>
  );
}

function JoinDoor() {
  const t = useMessages(signInMessages);
  const { tenant } = useTenancy();
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-lg">
      {t.join}
      <Link
        to="/t/$tenant/join"
        params={{ tenant }}
        className="inline-flex min-h-11 items-center text-key-900 underline"
      >
        {t.toJoin}
      </Link>
    </p>
  );
}
