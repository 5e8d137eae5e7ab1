import type { MemberSummary } from "@noriai/api";
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { type KnownMember, KnownMembers, knownMembers } from "../registrations/known-members.tsx";
import { call } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import type { MemberField } from "./new-member.ts";
import { isEnter } from "./next-step.ts";
import { useNewMember } from "./use-new-member.ts";

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
  const words = useMessages(registrationsMessages).form;
  const { tenant } = useTenancy();
  const form = useRef<HTMLFormElement>(null);
  const caller = useNewMember({ typed, form, onAdded });
  const { draft, set, hear, guardian, setGuardian, errorOf, register, busy, problem } = caller;
  const known = knownMembers(problem);
  useFocusOnEmpty(form);
  const use = async ({ memberNo, id }: KnownMember) => {
    const found = await call("searchMembers", { params: { tenant }, query: { q: memberNo } });
    const member = found.ok ? found.value.members.find((one) => one.id === id) : undefined;
    if (member !== undefined) onAdded(member);
  };
  const field = (name: MemberField) => ({
    label: t.newMember[name],
    name,
    value: draft[name],
    onChange: ({ target: { value } }: { target: { value: string } }) => set(name, value),
    error: errorOf(name),
    autoComplete: "off",
  });
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
      {known.length > 0 && (
        <KnownMembers
          members={known}
          onUse={(member) => void use(member)}
          onOther={() => void register(true)}
        />
      )}
      {problem !== undefined && known.length === 0 && <ProblemNotice problem={problem} />}
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
      {caller.asksGuardian &&
        (["guardianName", "guardianPhone"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={words[name]}
            error={errorOf(name)}
            autoComplete="off"
            maxLength={60}
            value={guardian[name]}
            onChange={({ target }) => setGuardian({ ...guardian, [name]: target.value })}
          />
        ))}
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

/** The first field still to be filled in; with `from`, never that one itself. What may stay empty is passed over. */
function emptyField(form: HTMLFormElement | null, from?: HTMLInputElement): HTMLInputElement | undefined {
  const fields = [...(form?.querySelectorAll<HTMLInputElement>("input[name]") ?? [])];
  return fields.find(({ name, value }, k) => name !== "until" && value === "" && fields[k] !== from);
}
