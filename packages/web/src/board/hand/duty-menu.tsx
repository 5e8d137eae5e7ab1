import type { Board } from "@noriai/api";
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
  const vehicles = useTenancy().service.vehicles.length;
  const [action, setAction] = useState<DutyAction>();
  if (!useMayDispatch()) return null;
  const why = actionsOf({ board, duty, now, time, t, vehicles });
  return (
    <>
      <ActionMenu
        label={t.menu.open}
        name={t.menu.openFor(name)}
        actions={DUTY_ACTIONS.map((one) => ({
          id: one,
          label: t.menu[one],
          disabledBecause: why[one],
          onChoose: () => setAction(one),
        }))}
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
