import type { Guardian } from "@noriai/api";
import { isPhone, phoneOf } from "./new-member.ts";

/** The guardian of a child who is registered on the phone, as typed. */
export interface CallerGuardian {
  readonly guardianName: string;
  readonly guardianPhone: string;
}

export const NO_GUARDIAN: CallerGuardian = { guardianName: "", guardianPhone: "" };

export const guardianFaults = ({ guardianName, guardianPhone }: CallerGuardian) => ({
  ...(guardianName.trim() === "" && { guardianName: "missing" as const }),
  ...(!isPhone(guardianPhone) && { guardianPhone: "phone" as const }),
});

/** On the phone it is nearly always a parent; the member's page tells whom, and the paper form asks. */
export const guardianOf = ({ guardianName, guardianPhone }: CallerGuardian): Guardian => ({
  name: guardianName.trim(),
  phone: phoneOf(guardianPhone),
  relation: "parent",
});
