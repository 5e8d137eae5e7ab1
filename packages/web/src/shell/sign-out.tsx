import { useNavigate } from "@tanstack/react-router";
import { useWorld } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { forgetPersonal } from "../kept/kept-reads.ts";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { queryClient } from "../read.ts";
import { Button } from "../ui/button.tsx";

/** Ends the session and forgets everything this window and this device held of it. */
export function SignOut({ tenant }: { tenant: string }) {
  const { header } = useMessages(shellMessages);
  const { mode } = useWorld();
  const navigate = useNavigate();
  const signOut = usePlainCommand("signOut");
  const leave = async () => {
    await forgetPersonal(tenant);
    const left = await signOut.run({ params: { tenant } });
    if (!left.ok && left.error.kind !== "not-signed-in") return;
    sessionStorage.clear();
    await navigate({ to: mode === "demo" ? "/" : "/t/$tenant/sign-in", params: { tenant } });
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "getWorld" });
  };
  return (
    <Button look="outline" size="small" busy={signOut.busy} onClick={leave}>
      {mode === "demo" ? header.leaveRole : header.signOut}
    </Button>
  );
}
