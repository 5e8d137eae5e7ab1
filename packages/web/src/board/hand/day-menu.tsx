import type { Board } from "@noriai/api";
import { useState } from "react";
import { useNow } from "../../clock.tsx";
import { useMessages } from "../../language.tsx";
import { handMessages } from "../../messages/hand/index.ts";
import { useTenancy } from "../../shell/session.ts";
import { ActionMenu } from "../../ui/action-menu.tsx";
import { wallTimeOf } from "../../wall-time.ts";
import { DAY_ACTIONS, type DayAction, dayActionsOf } from "./actions-of.ts";
import { InstructionDialog } from "./instruction-dialog.tsx";
import { useMayDispatch } from "./use-may-dispatch.ts";

/** What a dispatcher can do with the whole day: vehicles besides, stops closed. Nothing for those who only look. */
export function DayMenu({ board }: { board: Board }) {
  const t = useMessages(handMessages);
  const { timeZone } = useTenancy().service;
  const today = wallTimeOf(useNow(), timeZone).date;
  const [action, setAction] = useState<DayAction>();
  if (!useMayDispatch()) return null;
  const why = dayActionsOf(board, { today, t });
  return (
    <>
      <ActionMenu
        label={t.menu.day}
        name={`${t.menu.day}（${t.menu.dayHint}）`}
        actions={DAY_ACTIONS.map((one) => ({
          id: one,
          label: t.menu[one],
          disabledBecause: why[one],
          onChoose: () => setAction(one),
        }))}
      />
      <InstructionDialog
        action={action}
        board={board}
        dutyId={board.duties[0]?.id ?? ""}
        onClose={() => setAction(undefined)}
      />
    </>
  );
}
