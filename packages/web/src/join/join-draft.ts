import type { Guardian, JoinAddress, JoinWish } from "@noriai/api";
import { isPhone, phoneOf } from "../desk/new-member.ts";
import { typedDate } from "../desk/typed-date.ts";
import { typedAddress } from "../notices/typed-address.ts";

/** Somebody who registers on the web, as typed. */
export interface JoinDraft {
  readonly name: string;
  readonly kana: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly town: string;
  readonly guardianName: string;
  readonly guardianPhone: string;
  readonly guardianRelation: Guardian["relation"];
  /** By which the code is to come; nothing is chosen at first. */
  readonly means: "sms" | "email" | undefined;
  readonly mobile: string;
  readonly email: string;
}

export const EMPTY_JOIN: JoinDraft = {
  ...{ name: "", kana: "", birthDate: "", phone: "", town: "" },
  ...{
    guardianName: "",
    guardianPhone: "",
    guardianRelation: "parent",
    means: undefined,
    mobile: "",
    email: "",
  },
};

export type JoinField = Exclude<keyof JoinDraft, "guardianRelation" | "means">;
export type JoinFault = "missing" | "kana" | "phone" | "date" | "ahead" | "email" | "mobile";
export type JoinFaults = Readonly<Partial<Record<JoinField, JoinFault>>>;

/** The day on which it is, and under which age a guardian registers. */
export interface JoinRules {
  readonly today: string;
  readonly guardianBeforeAge: number;
}

/** What is missing or wrong about the person, in the order of the form, so that all can be mended at once. */
export function personFaults(draft: JoinDraft, rules: JoinRules): JoinFaults {
  const { name, kana, birthDate, phone, town, guardianName, guardianPhone } = draft;
  return known({
    name: missing(name),
    kana: missing(kana) ?? (KANA.test(plain(kana)) ? undefined : "kana"),
    birthDate: missing(birthDate) ?? dateFault(birthDate, rules.today),
    ...(asksGuardian(draft, rules) && {
      guardianName: missing(guardianName),
      guardianPhone: missing(guardianPhone) ?? phoneFault(guardianPhone),
    }),
    phone: missing(phone) ?? phoneFault(phone),
    town: missing(town),
  });
}

/** Whether the date that was typed is that of a child. */
export function asksGuardian({ birthDate }: JoinDraft, { today, guardianBeforeAge }: JoinRules): boolean {
  const age = ageOn(birthDate, today);
  return age !== undefined && age >= 0 && age < guardianBeforeAge;
}

/** In whole years; nothing for what is no date. */
export function ageOn(typed: string, today: string): number | undefined {
  const date = typedDate(typed);
  if (date === undefined) return undefined;
  const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
  return today.slice(4) < date.slice(4) ? years - 1 : years;
}

/** The phone where it takes short messages, else a mailbox. */
export function likelyWay({ phone }: JoinDraft): Pick<JoinDraft, "means" | "mobile"> {
  const mobile = typedAddress("sms", phone);
  return mobile === undefined ? { means: "email", mobile: "" } : { means: "sms", mobile };
}

/** What is wrong with where the code is to go. */
export function addressFaults({ means, mobile, email }: JoinDraft): JoinFaults {
  if (means === "sms")
    return known({
      mobile: missing(mobile) ?? (typedAddress("sms", mobile) === undefined ? "mobile" : undefined),
    });
  return known({
    email: missing(email) ?? (typedAddress("email", email) === undefined ? "email" : undefined),
  });
}

/** Where the code is to go, from a draft without faults. */
export function addressOf({ means, mobile, email }: JoinDraft): Pick<JoinAddress, "means" | "address"> {
  return means === "sms"
    ? { means, address: typedAddress("sms", mobile) ?? mobile }
    : { means: "email", address: typedAddress("email", email) ?? email };
}

/** The person to register, from a draft without faults. */
export function personOf(
  draft: JoinDraft,
  rules: JoinRules,
): Pick<JoinWish, "name" | "kana" | "birthDate" | "phone" | "town" | "guardian"> {
  const { guardianName, guardianPhone, guardianRelation: relation } = draft;
  return {
    name: draft.name.trim(),
    kana: plain(draft.kana),
    birthDate: typedDate(draft.birthDate) ?? "",
    phone: phoneOf(draft.phone),
    town: draft.town.trim(),
    ...(asksGuardian(draft, rules) && {
      guardian: { name: guardianName.trim(), phone: phoneOf(guardianPhone), relation },
    }),
  };
}

const KANA = /^[\p{sc=Hiragana}\p{sc=Katakana}ー・\s]+$/u;

const plain = (text: string): string => text.normalize("NFKC").trim();
const missing = (text: string): JoinFault | undefined => (text.trim() === "" ? "missing" : undefined);

const phoneFault = (text: string): JoinFault | undefined => (isPhone(text) ? undefined : "phone");

function dateFault(text: string, today: string): JoinFault | undefined {
  const date = typedDate(text);
  if (date === undefined) return "date";
  return date > today ? "ahead" : undefined;
}

const known = (faults: Partial<Record<JoinField, JoinFault | undefined>>): JoinFaults =>
  Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
