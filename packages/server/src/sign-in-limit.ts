/** How often signing in may fail before it has to wait. */
export interface SignInLimit {
  /** Seconds to wait, or nothing when an attempt may be made now. */
  waitFor(attempt: Attempt): number | undefined;
  failed(attempt: Attempt): void;
  succeeded(attempt: Attempt): void;
}

interface Attempt {
  readonly tenant: string;
  readonly login: string;
  readonly address: string;
}

const WINDOW_SECONDS = 15 * 60;
const FAILURES_PER_LOGIN = 10;
const FAILURES_PER_ADDRESS = 60;
const KEYS_MAX = 10_000;

/**
 * Counts failures by account name and by caller's address, each in its own quarter of an hour. A name is counted
 * whether it exists or not, so that the limit tells nothing about it.
 *
 * @param elapsedMs  real milliseconds from any beginning
 */
export function createSignInLimit(elapsedMs: () => number): SignInLimit {
  const failures = new Map<string, { count: number; since: number }>();

  return {
    waitFor(attempt) {
      const waits = keysOf(attempt).map(({ key, most }) => {
        const found = current(key);
        return found !== undefined && found.count >= most ? found.since + WINDOW_SECONDS - seconds() : 0;
      });
      const longest = Math.ceil(Math.max(...waits));
      return longest > 0 ? longest : undefined;
    },
    failed(attempt) {
      for (const { key } of keysOf(attempt)) {
        const { count, since } = current(key) ?? { count: 0, since: seconds() };
        failures.delete(key);
        failures.set(key, { count: count + 1, since });
      }
      // The oldest go first, so nobody can fill the memory with names.
      for (const key of failures.keys()) {
        if (failures.size <= KEYS_MAX) break;
        failures.delete(key);
      }
    },
    succeeded(attempt) {
      failures.delete(keysOf(attempt)[0]!.key);
    },
  };

  function current(key: string): { count: number; since: number } | undefined {
    const found = failures.get(key);
    return found !== undefined && seconds() - found.since < WINDOW_SECONDS ? found : undefined;
  }

  function seconds(): number {
    return elapsedMs() / 1000;
  }
}

const keysOf = ({ tenant, login, address }: Attempt) => [
  { key: `login ${tenant} ${login.normalize("NFKC").toLowerCase()}`, most: FAILURES_PER_LOGIN },
  { key: `address ${address}`, most: FAILURES_PER_ADDRESS },
];
