import type { MemberSummary } from "@noriai/api";
import { type FormEvent, useRef, useState } from "react";
import { useNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { type MemberField, memberDraftFrom, memberFaults, newMemberOf } from "./new-member.ts";

/** Registers a caller who is no member yet. What was typed stays until it is registered or given up. */
export function NewMemberForm({
  typed,
  onAdded,
  onClose,
}: {
  typed: string;
  onAdded: (member: MemberSummary) => void;
  onClose: () => void;
}) {
  const t = useMessages(deskMessages);
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [draft, setDraft] = useState(() => memberDraftFrom(typed, today));
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { run, busy, problem } = useCommand("addMember");
  const faults = memberFaults(draft);
  const errorOf = (name: MemberField) => {
    const fault = faults[name];
    if (checked && fault !== undefined)
      return fault === "missing" ? t.newMember.missing : t.newMember.faults[fault];
    return problem?.fields?.find((field) => field.name.split(".").includes(name))?.message;
  };
  const field = (name: MemberField) => ({
    label: t.newMember[name],
    name,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
    error: errorOf(name),
    autoComplete: "off",
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const first = Object.keys(faults)[0];
    if (first !== undefined)
      return form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    if (busy) return;
    const result = await run({ params: { tenant }, body: newMemberOf(draft) });
    if (result.ok) onAdded(result.value);
  };
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <TextField {...field("name")} maxLength={60} />
      <TextField {...field("kana")} hint={t.newMember.kanaHint} maxLength={60} />
      <TextField {...field("phone")} inputMode="tel" maxLength={20} />
      <TextField {...field("birthDate")} hint={t.newMember.birthDateHint} maxLength={20} />
      <TextField {...field("town")} maxLength={100} />
      <label className="flex min-h-11 items-center gap-3 text-lg">
        <input
          type="checkbox"
          className="size-6 accent-key-900"
          checked={draft.hasDisability}
          onChange={(event) => setDraft({ ...draft, hasDisability: event.target.checked })}
        />
        {t.newMember.disability}
      </label>
      {draft.hasDisability && (
        <>
          <TextField {...field("seenOn")} maxLength={20} />
          <TextField {...field("until")} maxLength={20} />
        </>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {t.newMember.submit}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.newMember.cancel}
        </Button>
      </div>
    </form>
  );
}
