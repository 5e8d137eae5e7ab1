import type { MemberSummary } from "@noriai/api";
import { type RefObject, useReducer, useState } from "react";
import { useNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useRead } from "../read.ts";
import { isChild } from "../registrations/registration-draft.ts";
import { useTenancy } from "../shell/session.ts";
import { wallTimeOf } from "../wall-time.ts";
import { type CallerGuardian, guardianFaults, guardianOf, NO_GUARDIAN } from "./caller-guardian.ts";
import {
  type MemberDraft,
  type MemberField,
  memberDraftFrom,
  memberFaults,
  newMemberOf,
} from "./new-member.ts";
import { NO_READING, readingAfter } from "./reading.ts";

export type NewMemberField = MemberField | "guardianName" | "guardianPhone";

/** A caller who is being registered: what was typed, what is wrong with it, and the registration itself. */
export function useNewMember({
  typed,
  form,
  onAdded,
}: {
  readonly typed: string;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onAdded: (member: MemberSummary) => void;
}) {
  const t = useMessages(deskMessages).newMember;
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const { data: joining } = useRead("getJoining", { params: { tenant } });
  const { draft, set, hear } = useDraft(typed, today);
  const [guardian, setGuardian] = useState<CallerGuardian>(NO_GUARDIAN);
  const [checked, setChecked] = useState(false);
  const command = useCommand("addMember");
  const asksGuardian = isChild(draft.birthDate, today, joining?.guardianBeforeAge ?? 0);
  const faults = { ...memberFaults(draft), ...(asksGuardian && guardianFaults(guardian)) };
  const errorOf = (name: NewMemberField) => {
    const fault = checked ? faults[name] : undefined;
    if (fault !== undefined) return fault === "missing" ? t.missing : t.faults[fault];
    return command.problem?.fields?.find((field) => field.name.split(".").includes(name))?.message;
  };
  const register = async (evenIfKnown = false) => {
    setChecked(true);
    const first = Object.keys(faults)[0];
    if (first !== undefined)
      return form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    if (command.busy) return;
    const body = {
      ...{ ...newMemberOf(draft), evenIfKnown },
      ...(asksGuardian && { guardian: guardianOf(guardian) }),
    };
    const result = await command.run({ params: { tenant }, body });
    if (result.ok) onAdded(result.value);
  };
  return { draft, set, hear, guardian, setGuardian, asksGuardian, errorOf, register, ...command };
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
