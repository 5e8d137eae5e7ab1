import type { Body } from "@noriai/api";
import { type EpochSeconds, fail, ok, parseServiceDate, type Result, serviceDateOf } from "@noriai/kernel";
import type { NewMember } from "@noriai/store";
import type { Language } from "./http/language.ts";
import { WORDS } from "./messages.ts";
import type { Town } from "./town.ts";
import type { Trouble } from "./trouble.ts";

/** A member's record as it was typed, or what is wrong with it. What is usual (Japanese, by phone) is left out. */
export function typedMember({
  town: { service },
  body,
  now,
  language,
}: {
  readonly town: Town;
  readonly body: Body<"addMember">;
  readonly now: EpochSeconds;
  readonly language: Language;
}): Result<Omit<NewMember, "memberNo">, Trouble> {
  const birthDate = parseServiceDate(body.birthDate);
  if (birthDate === undefined || birthDate > serviceDateOf(now, service.timeZone)) {
    const message = WORDS[language].field.noSuchDay;
    return fail({ kind: "invalid-input", fields: [{ name: "birthDate", message }] });
  }
  const { name, kana, phone, town } = body;
  const needs = [...new Set(body.needs)];
  return ok({
    name,
    kana,
    phone,
    town,
    birthDate,
    disability: disabilityOf(body.disability),
    ...(body.contact === "text" && { contact: body.contact }),
    ...(body.language !== undefined && body.language !== "ja" && { language: body.language }),
    ...(needs.length > 0 && { needs }),
  });
}

function disabilityOf(given: Body<"addMember">["disability"]): NewMember["disability"] {
  const seenOn = given && parseServiceDate(given.seenOn);
  if (given === undefined || seenOn === undefined) return undefined;
  const until = given.until === undefined ? undefined : parseServiceDate(given.until);
  return until === undefined ? { seenOn } : { seenOn, until };
}
