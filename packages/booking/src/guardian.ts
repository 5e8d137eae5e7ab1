import type { ServiceDate } from "@noriai/kernel";

/** Who answers for a child (保護者). */
export const GUARDIAN_RELATIONS = ["parent", "grandparent", "relative", "other"] as const;

/** The guardian of a member who is a child: whom the staff can reach, and whose word stands for the child's. */
export interface Guardian {
  readonly name: string;
  readonly phone: string;
  readonly relation: (typeof GUARDIAN_RELATIONS)[number];
}

/** Who is younger is registered by a guardian. TEL-YTH-1 青少年 */
export const GUARDIAN_BEFORE_AGE = 15;

/** Whether a guardian must stand beside who was born then, on a day. From the fifteenth birthday on nobody needs to. */
export function needsGuardian(birthDate: ServiceDate, on: ServiceDate): boolean {
  const grown = Temporal.PlainDate.from(birthDate).add({ years: GUARDIAN_BEFORE_AGE });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(on), grown) < 0;
}
