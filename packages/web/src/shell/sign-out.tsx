import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useWorld } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { forgetPersonal } from "../kept/kept-reads.ts";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { queryClient } from "../read.ts";
import type { Role } from "../roles.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/**
 * Ends the session and then forgets everything this window and this device held of it; while the server cannot be told,
 * nothing is forgotten. A driver with unsent records is asked first.
 */
export function SignOut({ tenant, role }: { tenant: string; role: Role }) {
  const { header } = useMessages(shellMessages);
  const { mode } = useWorld();
  const navigate = useNavigate();
  const { run, busy, problem } = usePlainCommand("signOut");
  const [question, ask] = useState<ReactNode>();
  const leave = async () => {
    ask(undefined);
    const left = await run({ params: { tenant } });
    if (!left.ok && left.error.kind !== "not-signed-in") return;
    await forgetPersonal(tenant);
    sessionStorage.clear();
    await navigate({ to: mode === "demo" ? "/" : "/t/$tenant/sign-in", params: { tenant } });
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "getWorld" });
  };
  const leaveDriver = async () => {
    // Out of reach and never fetched: then nobody can sign out either, and is told so.
    const driver = await import("../driver/leave-unsent.tsx").catch(() => undefined);
    const count = (await driver?.countUnsent(tenant)) ?? 0;
    if (driver === undefined || count === 0) return leave();
    ask(<driver.LeaveUnsent count={count} onLeave={() => void leave()} onStay={() => ask(undefined)} />);
  };
  return (
    <>
      <Button look="outline" size="small" busy={busy} onClick={role === "driver" ? leaveDriver : leave}>
        {mode === "demo" ? header.leaveRole : header.signOut}
      </Button>
      {question}
      {problem !== undefined && problem.kind !== "not-signed-in" && <ProblemNotice problem={problem} />}
    </>
  );
}
