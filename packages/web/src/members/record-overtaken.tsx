import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { type DraftField, draftDifferences, type RecordDraft } from "./record-draft.ts";
import { useRecordWords } from "./use-record-words.ts";

/** What somebody else has made of the record meanwhile, beside what was seen and what was typed here. */
export function RecordOvertaken({
  seen,
  now,
  typed,
  onLeave,
  onMerge,
  onOverwrite,
}: {
  seen: RecordDraft;
  now: RecordDraft;
  typed: RecordDraft;
  onLeave: () => void;
  onMerge: () => void;
  onOverwrite: () => void;
}) {
  const { overtaken: t } = useMessages(membersMessages);
  const words = useRecordWords();
  const fields = onceEach(draftDifferences(seen, now));
  return (
    <Notice tone="warning" title={t.title}>
      <p className="mb-2">{t.lead}</p>
      <ScrollFrame label={t.region}>
        <table className="w-full min-w-[36rem] border-collapse text-left">
          <thead>
            <tr>
              {[t.what, t.seen, t.now, t.yours].map((name) => (
                <th key={name} scope="col" className="border-b border-edge px-2 py-1 align-top">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} className="border-b border-line last:border-b-0">
                <th scope="row" className="px-2 py-1 align-top">
                  {words.nameOf(field)}
                </th>
                <td className="px-2 py-1 align-top">{words.valueOf(seen, field)}</td>
                <td className="bg-yellow-50 px-2 py-1 align-top font-bold">{words.valueOf(now, field)}</td>
                <td className="px-2 py-1 align-top">{words.valueOf(typed, field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button size="medium" onClick={onMerge}>
          {t.merge}
        </Button>
        <Button size="medium" look="outline" onClick={onOverwrite}>
          {t.overwrite}
        </Button>
        <Button size="medium" look="outline" onClick={onLeave}>
          {t.leave}
        </Button>
      </div>
    </Notice>
  );
}

/** The three parts of the handbook are one line. */
const onceEach = (fields: readonly DraftField[]): readonly DraftField[] => {
  const handbook = fields.find((field) => HANDBOOK.has(field));
  return fields.filter((field) => !HANDBOOK.has(field) || field === handbook);
};
const HANDBOOK: ReadonlySet<DraftField> = new Set(["hasDisability", "seenOn", "until"]);
