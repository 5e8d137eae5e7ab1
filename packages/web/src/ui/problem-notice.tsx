import type { Problem } from "@noriai/api";
import { useStoppedWords } from "../intake/stopped-words.ts";
import { useMessages } from "../language.tsx";
import { problemMessages, wordProblem } from "../messages/problems/index.ts";
import { shellMessages } from "../messages/shell/index.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Says what went wrong and what to mend; with `onRetry`, offers to try again. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const problems = useMessages(problemMessages);
  const t = useMessages(shellMessages);
  const stopped = useStoppedWords(problem);
  return (
    <Notice tone="error" title={stopped[0] ?? wordProblem(problem, problems)}>
      {stopped.slice(1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
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
