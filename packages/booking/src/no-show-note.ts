import type { NoShow, NoShowDeed } from "./no-show.ts";
import type { NoShowPolicy } from "./no-show-standing.ts";

/** Why something cannot be noted about a ride. */
export type NoShowNoteRejection =
  /** The ride was no no-show, or its driver has taken that back. */
  | { readonly kind: "no-no-show" }
  /** Without a policy nothing is counted and nobody warned. */
  | { readonly kind: "no-policy" }
  | { readonly kind: "excuse-not-accepted"; readonly accepted: NoShowPolicy["excuses"] }
  | { readonly kind: "not-excused" }
  | { readonly kind: "appeal-open-already" }
  | { readonly kind: "no-open-appeal" };

/** What stands against noting this; nothing when it can be noted. A dismissed objection may be raised again. */
export function noShowNoteRejection({
  noShow,
  deed,
  policy,
}: {
  readonly noShow: NoShow | undefined;
  readonly deed: NoShowDeed;
  readonly policy: NoShowPolicy | undefined;
}): NoShowNoteRejection | undefined {
  if (noShow === undefined) return { kind: "no-no-show" };
  if (policy === undefined) return { kind: "no-policy" };
  switch (deed.kind) {
    case "excused":
      return policy.excuses.includes(deed.excuse)
        ? undefined
        : { kind: "excuse-not-accepted", accepted: policy.excuses };
    case "excuse-withdrawn":
      return noShow.excuse === undefined ? { kind: "not-excused" } : undefined;
    case "appealed":
      return noShow.appeal === "open" ? { kind: "appeal-open-already" } : undefined;
    case "appeal-granted":
    case "appeal-dismissed":
      return noShow.appeal === "open" ? undefined : { kind: "no-open-appeal" };
    case "warned":
    case "letter-sent":
      return undefined;
  }
}
