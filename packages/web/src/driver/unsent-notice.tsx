import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { TaskEvents } from "./use-task-events.ts";

/** What the server does not have yet, and what it did not accept. */
export function UnsentNotice({ events }: { events: TaskEvents }) {
  const t = useMessages(driverMessages);
  const { unsent, refused } = events.queue;
  return (
    <div className="flex flex-col gap-3 not-empty:mb-4">
      {unsent.length > 0 && events.waits !== undefined && (
        <Notice tone="warning" title={t.unsent(unsent.length)}>
          <p>{events.waits === "signed-out" ? t.unsentSignIn : t.unsentHint}</p>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="error" title={t.refusedTitle}>
          <ul className="list-disc pl-6">
            {refused.map(({ event, because }) => (
              <li key={event.id}>
                {t.refusedEvents[event.kind]}：{t.refusedBecause[because] ?? t.refusedBecause.other}
              </li>
            ))}
          </ul>
          <Button className="mt-2" onClick={events.forgetRefused}>
            {t.read}
          </Button>
        </Notice>
      )}
    </div>
  );
}
