import type { MemberSummary } from "@noriai/api";
import { type FormEvent, type KeyboardEvent, useEffect, useReducer, useRef, useState } from "react";
import { useNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import {
  type MemberDraft,
  type MemberField,
  memberDraftFrom,
  memberFaults,
  newMemberOf,
} from "./new-member.ts";
import { isEnter } from "./next-step.ts";
import { NO_READING, readingAfter } from "./reading.ts";

/**
 * Registers a caller who is no member yet. Enter leads to the next field that is still empty, and registers when none
 * is. What was typed stays until it is registered or given up.
 */
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
  const { draft, set, hear } = useDraft(typed, today);
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { run, busy, problem } = useCommand("addMember");
  const faults = memberFaults(draft);
  useFocusOnEmpty(form);
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
    onChange: ({ target: { value } }: { target: { value: string } }) => set(name, value),
    error: errorOf(name),
    autoComplete: "off",
  });
  const register = async () => {
    setChecked(true);
    const first = Object.keys(faults)[0];
    if (first !== undefined)
      return form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    if (busy) return;
    const result = await run({ params: { tenant }, body: newMemberOf(draft) });
    if (result.ok) onAdded(result.value);
  };
  return (
    <form
      ref={form}
      noValidate
      onKeyDown={(event) => enterLeadsOn(event, () => void register())}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void register();
      }}
      className="flex flex-col gap-4"
    >
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <TextField
        {...field("name")}
        maxLength={60}
        onCompositionUpdate={({ data }) => hear({ kind: "composing", text: data })}
        onCompositionEnd={({ data }) => hear({ kind: "composed", text: data })}
      />
      <TextField {...field("kana")} hint={t.newMember.kanaHint} maxLength={60} />
      <TextField {...field("phone")} inputMode="tel" maxLength={20} />
      <TextField {...field("birthDate")} hint={t.newMember.birthDateHint} maxLength={20} />
      <TextField {...field("town")} maxLength={100} />
      <label className="flex min-h-11 items-center gap-3 text-lg">
        <input
          type="checkbox"
          className="size-6 accent-key-900"
          checked={draft.hasDisability}
          onChange={(event) => set("hasDisability", event.target.checked)}
        />
        {t.newMember.disability}
      </label>
      {draft.hasDisability && (
        <>
          <TextField {...field("seenOn")} maxLength={20} />
          <TextField {...field("until")} maxLength={20} />
        </>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={busy}>
          {t.newMember.submit}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.newMember.cancel}
        </Button>
        <p className="text-quiet">{t.newMember.keys}</p>
      </div>
    </form>
  );
}

/** Enter goes to the next empty field, and registers when there is none or Ctrl is held. */
function enterLeadsOn(event: KeyboardEvent<HTMLFormElement>, register: () => void): void {
  if (!isEnter(event) || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  if (event.repeat) return;
  const isForced = event.ctrlKey || event.metaKey;
  const next = isForced ? undefined : emptyField(event.currentTarget, event.target);
  if (next === undefined) register();
  else next.focus();
}

/** Begins at the first empty field, after the dialog has put the focus on its heading. */
function useFocusOnEmpty(form: { readonly current: HTMLFormElement | null }): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => emptyField(form.current)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [form]);
}

/** The draft as typed; the reading follows the name as long as nobody has typed it. */
function useDraft(typed: string, today: string) {
  const [draft, setDraft] = useState(() => memberDraftFrom(typed, today));
  const [reading, hear] = useReducer(readingAfter, NO_READING);
  const [kanaByHand, setKanaByHand] = useState(draft.kana !== "");
  const set = <F extends keyof MemberDraft>(name: F, value: MemberDraft[F]) => {
    if (name === "name") hear({ kind: "typed", name: String(value) });
    if (name === "kana") setKanaByHand(value !== "");
    setDraft({ ...draft, [name]: value });
  };
  return { draft: kanaByHand ? draft : { ...draft, kana: reading.kana.trim() }, set, hear };
}

/** The first field still to be filled in; with `from`, never that one itself. What may stay empty is passed over. */
function emptyField(form: HTMLFormElement | null, from?: HTMLInputElement): HTMLInputElement | undefined {
  const fields = [...(form?.querySelectorAll<HTMLInputElement>("input[name]") ?? [])];
  return fields.find(({ name, value }, k) => name !== "until" && value === "" && fields[k] !== from);
}
