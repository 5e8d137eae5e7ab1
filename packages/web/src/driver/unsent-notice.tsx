import { useMessages } from "../language.tsx";
import { conflictMessages } from "../messages/conflicts/index.ts";
import { Notice } from "../ui/notice.tsx";
import type { TaskEvents } from "./use-task-events.ts";

/** How much the server does not have yet: always in sight, with what to do while it waits. */
export function UnsentNotice({ events }: { events: TaskEvents }) {
  const { terminal: t } = useMessages(conflictMessages);
  const { count } = events.queue;
  const { waits, isAtRisk } = events;
  return (
    <div className="mb-4 flex flex-col gap-3">
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
