import { useMessages } from "../language.tsx";
import { conflictMessages } from "../messages/conflicts/index.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { deviceRoom, unsentIn } from "./device-store/device-room.ts";

/** How many of the driver's records the server does not have yet, as soon as the disk has been read. */
export async function countUnsent(tenant: string): Promise<number> {
  const room = deviceRoom(tenant);
  if (room.state().log === undefined) await new Promise<void>((read) => room.subscribe(read));
  return unsentIn(room.state());
}

/** Asks before a driver signs out whose records have not all been sent: they wait on the tablet until somebody signs in. */
export function LeaveUnsent({
  count,
  onLeave,
  onStay,
}: {
  count: number;
  onLeave: () => void;
  onStay: () => void;
}) {
  const t = useMessages(conflictMessages).terminal.leave;
  return (
    <Dialog title={t.title(count)} open onClose={onStay}>
      <p className="mb-4 text-xl">{t.lead}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onStay}>{t.stay}</Button>
        <Button look="outline" onClick={onLeave}>
          {t.leave}
        </Button>
      </div>
    </Dialog>
  );
}
