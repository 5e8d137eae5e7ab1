import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";

/** What the bands and marks of the timelines mean. */
export function TimelineLegend() {
  const { legend } = useMessages(boardMessages).timeline;
  const entries = [
    [legend.window, "h-4 w-6 border-x border-key-400 bg-key-100"],
    [legend.deadline, "h-4 border-r-2 border-solid-gray-600"],
    [legend.planned, "size-4 rounded-full border-[3px] border-key-900 bg-white"],
    [legend.actual, "size-4 rounded-full border-[3px] border-key-900 bg-key-900"],
    [legend.ride, "h-2 w-6 rounded-full bg-key-900"],
  ] as const;
  return (
    <ul aria-label={legend.title} className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-base">
      {entries.map(([word, look]) => (
        <li key={word} className="flex items-center gap-2">
          <span aria-hidden="true" className={`inline-block ${look}`} />
          {word}
        </li>
      ))}
    </ul>
  );
}
