import type { MemberPage } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { type MemberField, memberFaults } from "../desk/new-member.ts";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { draftOf, merged, type RecordDraft, wishOf } from "./record-draft.ts";
import { RecordFields } from "./record-fields.tsx";
import { RecordOvertaken } from "./record-overtaken.tsx";

/**
 * Changes a record. Whoever was slower than another sees the other's change beside the own one and decides; what was
 * typed stays until it is saved or given up.
 */
export function RecordForm(editing: Editing) {
  const t = useMessages(membersMessages);
  const form = useRecordForm(editing);
  const { draft, seen, theirs, busy, problem, goOnWith } = form;
  return (
    <form
      noValidate
      aria-label={t.form.title}
      onSubmit={form.submit}
      className="flex flex-col gap-4 rounded-12 border-2 border-key-900 p-5"
    >
      <h2 className="text-xl font-bold">{t.form.title}</h2>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {theirs !== undefined && (
        <RecordOvertaken
          seen={draftOf(seen)}
          now={draftOf(theirs)}
          typed={draft}
          onLeave={form.leave}
          onMerge={() =>
            goOnWith(merged({ seen: draftOf(seen), now: draftOf(theirs), typed: draft }), theirs)
          }
          onOverwrite={() => goOnWith(draft, theirs)}
        />
      )}
      <RecordFields draft={draft} errorOf={form.errorOf} onChange={form.change} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {busy ? t.form.submitting : t.form.submit}
        </Button>
        <Button look="outline" onClick={form.leave}>
          {t.form.close}
        </Button>
      </div>
    </form>
  );
}

interface Editing {
  readonly page: MemberPage;
  readonly onClose: (isSaved: boolean) => Promise<void>;
}

function useRecordForm({ page, onClose }: Editing) {
  const { form: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const [seen, setSeen] = useState(page);
  const [draft, setDraft] = useState(() => draftOf(page));
  const [theirs, setTheirs] = useState<MemberPage>();
  const [checked, setChecked] = useState(false);
  const { run, busy, problem } = usePlainCommand("changeMember");
  const faults = memberFaults(draft);
  const save = async (wish: RecordDraft, based: MemberPage) => {
    const result = await run({ params: { tenant, memberId: page.id }, body: wishOf(wish, based) });
    if (!result.ok) return;
    if (result.value.kind === "changed") return onClose(true);
    setTheirs(result.value.member);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!busy && Object.keys(faults).length === 0) void save(draft, seen);
  };
  const goOnWith = (wish: RecordDraft, now: MemberPage) => {
    setDraft(wish);
    setSeen(now);
    setTheirs(undefined);
    void save(wish, now);
  };
  const errorOf = (name: MemberField) => {
    const fault = checked ? faults[name] : undefined;
    if (fault !== undefined) return t.faults[fault];
    return problem?.fields?.find((field) => field.name.split(".").includes(name))?.message;
  };
  const change = (part: Partial<RecordDraft>) => setDraft((before) => ({ ...before, ...part }));
  const leave = () => void onClose(false);
  return { seen, draft, theirs, busy, problem, submit, goOnWith, errorOf, change, leave };
}
