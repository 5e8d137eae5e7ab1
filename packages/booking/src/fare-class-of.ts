import { type ServiceDate, serviceDate } from "@noriai/kernel";
import { fareTableOn } from "./fare.ts";
import type { FareClass } from "./fare-class.ts";
import { FARE_CLASSES } from "./fare-class.ts";
import type { Member } from "./member.ts";
import { type SchoolYears, schoolYearsOf } from "./school-year.ts";
import type { Service } from "./service.ts";

/** On what a fare class rests (根拠). */
export type FareClassBasis =
  | ({ readonly kind: "school-year" } & SchoolYears)
  | { readonly kind: "age"; readonly seventiethBirthday: ServiceDate }
  | { readonly kind: "age-unseen"; readonly seventiethBirthday: ServiceDate }
  | { readonly kind: "handbook"; readonly seenOn: ServiceDate }
  | { readonly kind: "birth-date-missing" };

/** A member's fare class on one day, with what it rests on and the day for which it was looked at. */
export interface ClassifiedMember {
  readonly fareClass: FareClass;
  readonly basis: FareClassBasis;
  readonly on: ServiceDate;
}

const SENIOR_AGE = 70; // 仕様書 3-(1)-③ 高齢者運賃 70歳以上; from the birthday itself (D-04)

/**
 * The fare class of a member on the day of the ride.
 *
 * By school year, not by age: a sixth-grader who is already twelve is a child, a six-year-old before school an infant.
 * Of all classes that fit, the cheapest of that day's fare table; among equals the one printed first.
 * The senior fare is given once the staff has seen a paper with the birth date; a child's guardian is taken at the word.
 *
 * @see 仕様書 3-(1)-③ 運賃, D-04
 */
export function fareClassOf({
  service,
  member,
  rideDate,
}: {
  readonly service: Pick<Service, "fareTables">;
  readonly member: Member;
  readonly rideDate: ServiceDate;
}): ClassifiedMember {
  const { yen } = fareTableOn(service, rideDate);
  const fitting = classesThatFit(member, rideDate);
  const cheapest = Math.min(...fitting.map(({ fareClass }) => yen[fareClass]));
  const [chosen] = fitting
    .filter(({ fareClass }) => yen[fareClass] === cheapest)
    .sort((a, b) => FARE_CLASSES.indexOf(a.fareClass) - FARE_CLASSES.indexOf(b.fareClass));
  return { ...chosen!, on: rideDate };
}

type Fitting = Pick<ClassifiedMember, "fareClass" | "basis">;

function classesThatFit(member: Member, rideDate: ServiceDate): readonly Fitting[] {
  return [byAge(member, rideDate), bySchoolYear(member, rideDate), byHandbook(member, rideDate)].filter(
    (fitting) => fitting !== undefined,
  );
}

function bySchoolYear({ birthDate }: Member, rideDate: ServiceDate): Fitting {
  if (birthDate === undefined) return { fareClass: "general", basis: { kind: "birth-date-missing" } };
  const years = schoolYearsOf(birthDate);
  const fareClass = rideDate < years.entersOn ? "infant" : rideDate <= years.leavesOn ? "child" : "general";
  return { fareClass, basis: { kind: "school-year", ...years } };
}

function byAge({ birthDate, ageUnseen }: Member, rideDate: ServiceDate): Fitting | undefined {
  if (birthDate === undefined) return undefined;
  const birthday = Temporal.PlainDate.from(birthDate).add({ years: SENIOR_AGE });
  const seventiethBirthday = serviceDate(birthday.toString());
  if (rideDate < seventiethBirthday) return undefined;
  return ageUnseen
    ? { fareClass: "general", basis: { kind: "age-unseen", seventiethBirthday } }
    : { fareClass: "senior", basis: { kind: "age", seventiethBirthday } };
}

function byHandbook({ disability }: Member, rideDate: ServiceDate): Fitting | undefined {
  if (disability === undefined) return undefined;
  if (disability.until !== undefined && disability.until < rideDate) return undefined;
  return { fareClass: "disabled", basis: { kind: "handbook", seenOn: disability.seenOn } };
}
