import type { Board } from "@noriai/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useNow } from "../../clock.tsx";
import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { ActionMenu } from "../../ui/action-menu.tsx";
import { actionsOf, DUTY_ACTIONS, type DutyAction } from "./actions-of.ts";
import { InstructionDialog } from "./instruction-dialog.tsx";
import { useMayDispatch } from "./use-may-dispatch.ts";

/** Everything a dispatcher can do with one vehicle; nothing for those who only look. */
export function DutyMenu({
  board,
  duty,
  name,
}: {
  board: Board;
  duty: Board["duties"][number];
  name: string;
}) {
  const t = useMessages(handMessages);
  const { time } = useFormat();
  const now = useNow();
  const { tenant, service, session } = useTenancy();
  const navigate = useNavigate();
  const vehicles = service.vehicles.length;
  const [action, setAction] = useState<DutyAction>();
  if (!useMayDispatch()) return null;
  const why = actionsOf({ board, duty, now, time, t, vehicles });
  return (
    <>
      <ActionMenu
        label={t.menu.open}
        name={t.menu.openFor(name)}
        actions={[
          ...DUTY_ACTIONS.map((one) => ({
            id: one,
            label: t.menu[one],
            disabledBecause: why[one],
            onChoose: () => setAction(one),
          })),
          // Who may drive what is a matter of papers and hours, and stands on a page of its own.
          {
            id: "changeDriver",
            label: t.menu.changeDriver,
            disabledBecause: session?.role === "transport_operator" ? undefined : t.why.notTheirs,
            onChoose: () => void navigate({ to: "/t/$tenant/crew", params: { tenant } }),
          },
        ]}
      />
      <InstructionDialog
        action={action}
        board={board}
        dutyId={duty.id}
        onClose={() => setAction(undefined)}
      />
    </>
  );
}
