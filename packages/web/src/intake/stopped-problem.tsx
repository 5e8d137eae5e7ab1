import type { Problem } from "@noriai/api";
import { Notice } from "../ui/notice.tsx";
import { useStoppedWords } from "./stopped-words.ts";

/** Says of a stop of intake that has overtaken somebody's yes what everybody is told of it. */
export default function StoppedProblem({ problem }: { problem: Problem }) {
  const [title, ...more] = useStoppedWords(problem);
  return (
    <Notice tone="error" title={title}>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
