import type { Problem } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Why a code does not do, in the words of whoever holds it. */
export function CodeTrouble({ problem }: { problem: Problem | undefined }) {
  const { accepting: t } = useMessages(helpingMessages);
  if (problem === undefined) return null;
  const kind = problem.rejections?.[0]?.kind;
  if (problem.kind === "not-found") return <Notice tone="error" title={t.unknown} />;
  if (kind === "own" || kind === "already-helps") return <Notice tone="error" title={t[kind]} />;
  return <ProblemNotice problem={problem} />;
}
