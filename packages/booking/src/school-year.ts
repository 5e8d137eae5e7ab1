import { type ServiceDate, serviceDate } from "@noriai/kernel";

/** First and last day at elementary school (小学校). */
export interface SchoolYears {
  readonly entersOn: ServiceDate;
  readonly leavesOn: ServiceDate;
}

/**
 * When a child goes to elementary school: from the first 1 April by which it is six years old, for six years.
 * Who was born on 1 April is therefore the youngest of a year, who was born on 2 April the oldest of the next.
 *
 * @see D-04 and 学校教育法第17条 (学齢)
 */
export function schoolYearsOf(birthDate: ServiceDate): SchoolYears {
  const sixthBirthday = Temporal.PlainDate.from(birthDate).add({ years: 6 });
  const firstOfApril = Temporal.PlainDate.from({ year: sixthBirthday.year, month: 4, day: 1 });
  const enters =
    Temporal.PlainDate.compare(sixthBirthday, firstOfApril) <= 0
      ? firstOfApril
      : firstOfApril.add({ years: 1 });
  return {
    entersOn: serviceDate(enters.toString()),
    leavesOn: serviceDate(enters.add({ years: 6 }).subtract({ days: 1 }).toString()),
  };
}
