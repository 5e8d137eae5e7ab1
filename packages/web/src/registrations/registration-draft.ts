import type { Guardian, NewRegistration } from "@noriai/api";
import { isPhone, memberFaults, newMemberOf, phoneOf } from "../desk/new-member.ts";
import { typedDate } from "../desk/typed-date.ts";
import { ageOn } from "../join/join-draft.ts";
import type { RecordDraft } from "../members/record-draft.ts";
import { typedAddress } from "../notices/typed-address.ts";

/** A registration from the paper form, as typed. */
export interface RegistrationDraft extends RecordDraft {
  readonly way: NonNullable<NewRegistration["way"]>;
  readonly source: string;
  readonly email: string;
  readonly hasAgePaper: boolean;
  readonly ageSeenOn: string;
  readonly seenBy: string;
  readonly guardianName: string;
  readonly guardianPhone: string;
  readonly guardianRelation: Guardian["relation"];
}

/** What stays from one form to the next: how they came in, and who saw the papers. */
export const emptyRegistration = (
  today: string,
  before?: Pick<RegistrationDraft, "way" | "source" | "seenBy" | "ageSeenOn">,
): RegistrationDraft => ({
  ...{ name: "", kana: "", phone: "", birthDate: "", town: "" },
  ...{ hasDisability: false, seenOn: today, until: "", contact: "phone", language: "ja", needs: [] },
  ...{ email: "", hasAgePaper: false, guardianName: "", guardianPhone: "", guardianRelation: "parent" },
  way: before?.way ?? "paper",
  source: before?.source ?? "",
  seenBy: before?.seenBy ?? "",
  ageSeenOn: before?.ageSeenOn ?? today,
});

export type RegistrationFault = "missing" | "kana" | "phone" | "date" | "email" | "source";
export type RegistrationFaults = Readonly<Record<string, RegistrationFault>>;

/** What is missing or wrong, so that all can be mended at once. */
export function registrationFaults(draft: RegistrationDraft, asksGuardian: boolean): RegistrationFaults {
  const { hasAgePaper, ageSeenOn, email, source, guardianName, guardianPhone } = draft;
  return {
    ...memberFaults(draft),
    ...(hasAgePaper && typedDate(ageSeenOn) === undefined && { ageSeenOn: "date" as const }),
    ...(asksGuardian && guardianName.trim() === "" && { guardianName: "missing" as const }),
    ...(asksGuardian && !isPhone(guardianPhone) && { guardianPhone: "phone" as const }),
    ...(email.trim() !== "" && typedAddress("email", email) === undefined && { email: "email" as const }),
    ...(source.trim() !== "" && !SOURCE.test(tagOf(source)) && { source: "source" as const }),
  };
}

/** The registration to send, from a draft without faults. */
export function registrationOf(
  draft: RegistrationDraft,
  { asksGuardian, evenIfKnown }: { readonly asksGuardian: boolean; readonly evenIfKnown: boolean },
): NewRegistration {
  const { way, contact, language, needs, guardianRelation: relation } = draft;
  const [source, seenBy] = [tagOf(draft.source), draft.seenBy.trim()];
  const email = draft.email.trim() === "" ? undefined : typedAddress("email", draft.email);
  return {
    ...newMemberOf(draft),
    ...{ way, contact, language, needs: [...needs], evenIfKnown },
    ...(source !== "" && { source }),
    ...(seenBy !== "" && { seenBy }),
    ...(email !== undefined && { email }),
    ...(draft.hasAgePaper && { ageSeenOn: typedDate(draft.ageSeenOn) ?? "" }),
    ...(asksGuardian && {
      guardian: { name: draft.guardianName.trim(), phone: phoneOf(draft.guardianPhone), relation },
    }),
  };
}

/** Whether a guardian has to stand beside who was born then. */
export const isChild = (birthDate: string, today: string, beforeAge: number): boolean => {
  const age = ageOn(birthDate, today);
  return age !== undefined && age >= 0 && age < beforeAge;
};

/** A tag of a flyer, as it may stand in an address. */
export const SOURCE = /^[A-Za-z0-9][\w-]{0,39}$/;
export const tagOf = (text: string): string => text.normalize("NFKC").trim();
