/** What was asked before the libraries had come, by address. */
const asked = new Map<string, Promise<Response>>();

/** A line that hangs is given up; whoever waits for the answer asks anew. */
const GIVEN_UP_MS = 60_000;

/**
 * Asks for what every page of a tenant needs, before anything else of the app is there: on a slow network the answers come
 * together with the libraries and not a round trip after them. Knows nothing of the app, to be small.
 *
 * @param path  of the page's address
 */
export function askFirst(path: string): void {
  for (const address of firstQuestions(path)) {
    const answer = fetch(address, {
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(GIVEN_UP_MS),
    });
    answer.catch(() => {}); // who takes the answer hears of it
    asked.set(address, answer);
  }
}

/** The addresses of `getWorld`, and of `getService` and `getSession` for the page of a tenant. */
export function firstQuestions(path: string): readonly string[] {
  const [, tenant] = /^\/t\/([^/]+)/.exec(path) ?? [];
  const ofTenant = tenant === undefined ? [] : [`/api/t/${tenant}/service`, `/api/t/${tenant}/session`];
  return ["/api/world", ...ofTenant];
}

/**
 * The answer to a first question, once. Nothing where it was not asked, or where the answer is a problem: that is worded
 * in the language of the page, which was not known yet.
 */
export async function firstAnswer(address: string): Promise<Response | undefined> {
  const answer = asked.get(address);
  asked.delete(address);
  const response = await answer?.catch(() => undefined);
  return response?.ok === true ? response : undefined;
}
