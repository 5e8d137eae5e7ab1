import type { Problem } from "@noriai/api";
import { lazy, Suspense } from "react";
import { useMessages } from "../language.tsx";
import { problemMessages, wordProblem } from "../messages/problems/index.ts";
import { shellMessages } from "../messages/shell/index.ts";
import { Button } from "./button.tsx";
import { Loading } from "./loading.tsx";
import { Notice } from "./notice.tsx";

/** Its words are many and rarely needed. */
const StoppedProblem = lazy(() => import("../intake/stopped-problem.tsx"));

/** Says what went wrong and what to mend; with `onRetry`, offers to try again. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const problems = useMessages(problemMessages);
  const t = useMessages(shellMessages);
  if (problem.rejections?.some(({ kind }) => kind === "intake-stopped"))
    return (
      <Suspense fallback={<Loading />}>
        <StoppedProblem problem={problem} />
      </Suspense>
    );
  return (
    <Notice tone="error" title={wordProblem(problem, problems)}>
      {problem.fields !== undefined && problem.fields.length > 0 && (
        <ul className="list-disc pl-6">
          {problem.fields.map(({ name, message }) => (
            <li key={name}>{message}</li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && (
        <Button look="outline" size="medium" className="mt-2" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </Notice>
  );
}
