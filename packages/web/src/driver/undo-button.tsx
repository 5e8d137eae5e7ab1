import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { BigButton } from "./big-button.tsx";

/** Takes the last step back: a thumb in a glove slips. */
export function UndoButton({
  lastEventId,
  onUndo,
}: {
  lastEventId: string | null;
  onUndo: (eventId: string) => void;
}) {
  const t = useMessages(driverMessages);
  return (
    <BigButton
      look="outline"
      disabledBecause={lastEventId === null ? t.nothingToUndo : undefined}
      onPress={() => lastEventId !== null && onUndo(lastEventId)}
    >
      {t.undo}
    </BigButton>
  );
}
