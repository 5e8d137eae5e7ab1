import type { CrewFinding } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useFormat } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { findingWords } from "./finding-words.ts";

/** What stands against somebody at a duty: first what must not be, then what to take care of. */
export function FindingList({ findings }: { findings: readonly CrewFinding[] }) {
  const t = useMessages(crewMessages);
  const format = useFormat();
  const ordered = [...findings].sort((a, b) => (a.weight < b.weight ? -1 : 1));
  return (
    <ul className="flex flex-col gap-1">
      {ordered.map((finding) => {
        const { text, law } = findingWords(finding, { t, format });
        return (
          <li key={text}>
            <Badge tone={finding.weight === "blocks" ? "error" : "warning"}>
              {t.weights[finding.weight]}
            </Badge>{" "}
            <span className="font-bold">{text}</span> <span className="text-base text-quiet">{law}</span>
          </li>
        );
      })}
    </ul>
  );
}
