import { useMessages } from "../language.tsx";
import { accountMessages } from "../messages/account/index.ts";
import { ToDoor } from "../shell/gate.tsx";
import { useTenancy } from "../shell/session.ts";
import { PageTitle } from "../ui/page-title.tsx";
import { OwnSessions } from "./own-sessions.tsx";
import { Passkeys } from "./passkeys.tsx";

/** Everybody's own sign-ins and passkeys. */
export function AccountPage() {
  const t = useMessages(accountMessages);
  const { session } = useTenancy();
  if (session === undefined) return <ToDoor />;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <div>
        <PageTitle title={t.title} />
        <p className="mt-2 text-lg">{t.lead}</p>
      </div>
      <OwnSessions />
      {/* A driver's door is the terminal. */}
      {session.role !== "driver" && <Passkeys />}
    </div>
  );
}
