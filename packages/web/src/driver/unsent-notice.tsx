import { useSyncExternalStore } from "react";
import { useMessages } from "../language.tsx";
import { conflictMessages } from "../messages/conflicts/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { deviceRoom, unsentIn } from "./device-store/device-room.ts";
import type { TaskEvents } from "./use-task-events.ts";

/** How much the server does not have yet: always in sight, with what to do while it waits. */
export function UnsentNotice({ events }: { events: TaskEvents }) {
  const { terminal: t } = useMessages(conflictMessages);
  const { count } = events.queue;
  const { waits, isAtRisk } = events;
  return (
    <div className="mb-4 flex flex-col gap-3 text-xl">
      {isAtRisk && <Notice tone="error" title={t.atRisk} />}
      {count > 0 && waits !== undefined ? (
        <Notice tone="warning" title={t.unsent(count)}>
          <p>{waits === "signed-out" ? t.signIn : t.waits}</p>
        </Notice>
      ) : (
        <p className="text-lg">{count === 0 ? t.allSent : t.unsent(count)}</p>
      )}
    </div>
  );
}

/** At the terminal's door, where nothing can be sent: what waits for whoever comes in. Nothing where nothing does. */
export function UnsentAtDoor() {
  const { terminal: t } = useMessages(conflictMessages);
  const room = deviceRoom(useTenancy().tenant);
  const count = useSyncExternalStore(room.subscribe, () => unsentIn(room.state()));
  if (count === 0) return null;
  return (
    <Notice tone="warning" title={t.unsent(count)}>
      <p>{t.signIn}</p>
    </Notice>
  );
}
