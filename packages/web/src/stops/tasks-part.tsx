import { useState } from "react";
import { useMessages } from "../language.tsx";
import { stopCareMessages } from "../messages/stop-care/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { StopTaskCard } from "./stop-task-card.tsx";

/** What drivers reported of stops: first what is to be done, then what was. */
export function TasksPart() {
  const { tasks: t } = useMessages(stopCareMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listStopTasks", { params: { tenant } });
  const [doneShown, setDoneShown] = useState(false);
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const open = data.tasks.filter(({ state }) => state !== "done");
  const done = data.tasks.filter(({ state }) => state === "done");
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <p>{t.lead}</p>
      <section aria-labelledby="stop-tasks">
        <h2 id="stop-tasks" className="mb-3 text-xl font-bold">
          {t.open}
        </h2>
        {open.length === 0 ? (
          <p className="text-lg">{t.none}</p>
        ) : (
          <ol className="flex flex-col gap-4">
            {open.map((task) => (
              <StopTaskCard key={task.id} task={task} />
            ))}
          </ol>
        )}
      </section>
      {done.length > 0 && (
        <section aria-label={t.done}>
          <Button
            look="plain"
            size="medium"
            aria-expanded={doneShown}
            onClick={() => setDoneShown(!doneShown)}
          >
            {doneShown ? t.hideDone : t.showDone(done.length)}
          </Button>
          {doneShown && (
            <ol className="mt-3 flex flex-col gap-4">
              {done.map((task) => (
                <StopTaskCard key={task.id} task={task} />
              ))}
            </ol>
          )}
        </section>
      )}
    </div>
  );
}
