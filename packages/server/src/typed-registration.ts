import { type Guardian, needsGuardian } from "@noriai/booking";
import {
  type EpochSeconds,
  fail,
  ok,
  parseServiceDate,
  type Result,
  type ServiceDate,
  serviceDateOf,
} from "@noriai/kernel";
import type { Evidence, NewMember } from "@noriai/store";
import type { Call } from "./call.ts";
import type { Language } from "./http/language.ts";
import { WORDS } from "./messages.ts";
import type { Town } from "./town.ts";
import type { Trouble } from "./trouble.ts";
import { typedMember } from "./typed-member.ts";

interface TypedRegistration {
  readonly member: Omit<NewMember, "memberNo">;
  /** Of a child only: who is grown needs none, and nothing is kept without need. */
  readonly guardian: Guardian | undefined;
}

/** A registration as it was typed, by oneself or at the desk, or what is wrong with it. 仕様書 3-(1)-⑦ */
export function typedRegistration({
  town,
  body,
  now,
  language,
}: {
  readonly town: Town;
  readonly body: Parameters<typeof typedMember>[0]["body"] & Pick<Call<"join">["body"], "guardian">;
  readonly now: EpochSeconds;
  readonly language: Language;
}): Result<TypedRegistration, Trouble> {
  const member = typedMember({ town, body, now, language });
  if (!member.ok) return member;
  const today = serviceDateOf(now, town.service.timeZone);
  if (!needsGuardian(member.value.birthDate, today)) return ok({ member: member.value, guardian: undefined });
  if (body.guardian !== undefined) return ok({ member: member.value, guardian: body.guardian });
  return fail(wrong("guardian", WORDS[language].field.guardianMissing));
}

/** The papers that the desk says were seen, or what is wrong with their days. */
export function seenPapers({
  town: { service },
  body,
  now,
  language,
}: {
  readonly town: Town;
  readonly body: Call<"addMember">["body"];
  readonly now: EpochSeconds;
  readonly language: Language;
}): Result<readonly Evidence[], Trouble> {
  const today = serviceDateOf(now, service.timeZone);
  const { ageSeenOn, disability, seenBy } = body;
  const age = ageSeenOn === undefined ? [] : [{ kind: "age", seenOn: ageSeenOn, seenBy } as const];
  const handbook = disability === undefined ? [] : [{ kind: "disability", ...disability, seenBy } as const];
  const papers: Evidence[] = [];
  for (const paper of [...age, ...handbook]) {
    const names =
      paper.kind === "age"
        ? { seenOn: "ageSeenOn", until: "until" }
        : { seenOn: "disability.seenOn", until: "disability.until" };
    const read = seenPaper({ paper, today, names, language });
    if (!read.ok) return read;
    papers.push(read.value);
  }
  return ok(papers);
}

/** One paper as it was typed. It was seen on a day up to today, and counts at least on that day. */
export function seenPaper({
  paper: { kind, seenOn, until, seenBy },
  today,
  names,
  language,
}: {
  readonly paper: Call<"noteEvidence">["body"];
  readonly today: ServiceDate;
  readonly names: { readonly seenOn: string; readonly until: string };
  readonly language: Language;
}): Result<Evidence, Trouble> {
  const { field } = WORDS[language];
  const seen = parseServiceDate(seenOn);
  const end = until === undefined ? undefined : parseServiceDate(until);
  if (seen === undefined) return fail(wrong(names.seenOn, field.noSuchDay));
  if (seen > today) return fail(wrong(names.seenOn, field.dateAhead));
  if (until !== undefined && end === undefined) return fail(wrong(names.until, field.noSuchDay));
  if (end !== undefined && end < seen) return fail(wrong(names.until, field.rangeTurned));
  return ok({ kind, seenOn: seen, ...(end && { until: end }), ...(seenBy && { seenBy }) });
}

const wrong = (name: string, message: string): Trouble => ({
  kind: "invalid-input",
  fields: [{ name, message }],
});
