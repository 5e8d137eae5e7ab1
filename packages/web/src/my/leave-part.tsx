import type { MyRecord } from "@noriai/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { forgetPersonal } from "../kept/kept-reads.ts";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { queryClient } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { LeaveForm } from "./leave-form.tsx";

/** Leaving: what goes and what stays is said before anything is asked. */
export function LeavePart({ record }: { record: MyRecord["record"] }) {
  const { leave: t } = useMessages(myMessages);
  const { tenant } = useTenancy();
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const gone = async (rides: number) => {
    sessionStorage.clear();
    await forgetPersonal(tenant);
    await navigate({ to: "/t/$tenant/left", params: { tenant }, search: { rides }, replace: true });
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "getWorld" });
  };
  return (
    <section aria-labelledby="leave">
      <h2 id="leave" className="text-2xl font-bold">
        {t.title}
      </h2>
      <p className="mb-3 text-lg">{t.lead}</p>
      <Button look="outline" size="medium" onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      <Dialog title={t.title} open={open} onClose={() => setOpen(false)}>
        <LeaveForm
          memberNo={record.memberNo}
          onClose={() => setOpen(false)}
          onLeft={(rides) => void gone(rides)}
        />
      </Dialog>
    </section>
  );
}
