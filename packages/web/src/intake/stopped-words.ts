import type { Problem } from "@noriai/api";
import { makeFormat } from "../format.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { rejectionMessages, wordRejections } from "../messages/rejections/index.ts";
import { offsetOf } from "../wall-time.ts";

/** What is told of a yes that a stop of intake has overtaken; nothing of any other problem. */
export function useStoppedWords(problem: Problem | undefined): readonly string[] {
  const t = useMessages(rejectionMessages);
  const { language } = useLanguage();
  const stopped = problem?.rejections?.filter(({ kind }) => kind === "intake-stopped") ?? [];
  if (stopped.length === 0) return [];
  const end = stopped.map(({ plannedEnd }) => plannedEnd).find((at) => typeof at === "string");
  const format = makeFormat(language, offsetOf(end ?? ""));
  return wordRejections(stopped, t, { format, now: 0, stopName: (id) => id, seats: [] });
}
