/** Fewest characters that a search is made for. */
const FEWEST = 2;

/**
 * What the server is asked for a typed search: digits without their hyphens, so that 0836-21-1234 and 0836211234 find
 * the same person, everything else in its ordinary width.
 *
 * @returns nothing while too little is typed
 */
export function memberQuery(typed: string): string | undefined {
  const plain = typed.normalize("NFKC").trim().replace(/\s+/g, " ");
  const query = /^[\d\s()‐‑–—ー−-]+$/.test(plain) ? plain.replace(/\D/g, "") : plain;
  return query.length < FEWEST ? undefined : query;
}
