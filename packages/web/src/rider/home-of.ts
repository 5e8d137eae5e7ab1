import type { Draft } from "./draft.ts";

/** Where the steps begin and end: the rider's own page, or that of somebody whom the rider helps. */
export const homeOf = ({ helped }: Draft, tenant: string) =>
  helped === undefined
    ? ({ to: "/t/$tenant/ride", params: { tenant } } as const)
    : ({
        to: "/t/$tenant/ride/for/$delegateId",
        params: { tenant, delegateId: helped.delegateId },
      } as const);
