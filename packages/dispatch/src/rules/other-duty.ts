/** A trip that is pinned to one duty is served by no other. */

import type { Duty } from "../problem.ts";

export interface OtherDuty {
  readonly kind: "other-duty";
  /** The duty that alone may serve the trip. */
  readonly dutyId: string;
}

export function otherDuty(
  { onlyDuty }: { readonly onlyDuty?: string | undefined },
  duty: Duty,
): OtherDuty | undefined {
  return onlyDuty === undefined || onlyDuty === duty.id
    ? undefined
    : { kind: "other-duty", dutyId: onlyDuty };
}
