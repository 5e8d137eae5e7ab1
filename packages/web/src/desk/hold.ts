/** Renew when this little is left: enough for a slow line, short enough not to keep seats for a forgotten call. */
const RENEW_BEFORE = 20;

/** A call that lasts longer than this many holds has been forgotten; then only the operator renews. */
const RENEWALS_MOST = 3;

export type HoldState =
  | { readonly kind: "holding"; readonly left: number }
  | { readonly kind: "renew"; readonly left: number }
  | { readonly kind: "ending"; readonly left: number }
  | { readonly kind: "expired" };

/**
 * How a held offer stands: kept, to be renewed by itself, about to end with no more renewals, or gone.
 *
 * @param left  whole seconds until it expires, in the result too
 */
export function holdState({
  expiresAt,
  now,
  renewals,
}: {
  readonly expiresAt: number;
  readonly now: number;
  readonly renewals: number;
}): HoldState {
  const left = expiresAt - now;
  if (left <= 0) return { kind: "expired" };
  if (left > RENEW_BEFORE) return { kind: "holding", left };
  return { kind: renewals < RENEWALS_MOST ? "renew" : "ending", left };
}
