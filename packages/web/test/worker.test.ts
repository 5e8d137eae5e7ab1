import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";

const SOURCE = readFileSync(new URL("../worker/worker.js", import.meta.url), "utf8");
const ORIGIN = "https://ride.city.example.jp";

type Told = Record<string, unknown>;

/** The worker on a device whose storage is full, with these windows open. */
function aWorker({ windows = [] }: { readonly windows?: readonly string[] } = {}) {
  const heard = new Map<string, (event: Told) => void>();
  const opened: string[] = [];
  const full = {
    match: async () => undefined,
    put: async () => {
      throw new DOMException("no room", "QuotaExceededError");
    },
  };
  const self = {
    BUILT: { version: "1", shell: [], assets: ["/assets/road-map-12345678.js"] },
    location: { origin: ORIGIN },
    addEventListener: (kind: string, hear: (event: Told) => void) => heard.set(kind, hear),
    registration: {
      async showNotification(_: string, how: Told) {
        shown = how;
      },
    },
    clients: {
      matchAll: async () => windows.map((url) => ({ url, focus: () => opened.push(`focus ${url}`) })),
      openWindow: (path: string) => opened.push(path),
    },
  };
  let shown: Told = {};
  runInNewContext(SOURCE, {
    self,
    caches: { open: async () => full },
    fetch: async () => new Response("fresh"),
    URL,
  });
  const tell = async (kind: string, event: Told) => {
    let done: unknown;
    const wait = (work: unknown) => {
      done = work;
    };
    heard.get(kind)!({ ...event, waitUntil: wait, respondWith: wait });
    return done;
  };
  return { tell, opened, shown: () => shown };
}

test.each(["/assets/road-map-12345678.js", "/api/t/ube/roads"])(
  "%s that could be fetched is given to the page also where there is no room to keep it",
  async (path) => {
    const request = { url: ORIGIN + path, method: "GET", mode: "cors" };
    const answer = (await aWorker().tell("fetch", { request })) as Response;
    expect(await answer.text()).toBe("fresh");
  },
);

test("a notice that is touched opens the rider's page of its own town, or comes back to it", async () => {
  const letter = { id: "n1", title: "t", body: "b", page: "/t/ube/ride" };
  const touch = async (windows: readonly string[]) => {
    const worker = aWorker({ windows });
    await worker.tell("push", { data: { json: () => letter } });
    await worker.tell("notificationclick", { notification: { ...worker.shown(), close: () => undefined } });
    return worker.opened;
  };
  expect(await touch([`${ORIGIN}/t/other/ride`])).toEqual(["/t/ube/ride"]);
  expect(await touch([`${ORIGIN}/t/ube/ride/book/from`])).toEqual([`focus ${ORIGIN}/t/ube/ride/book/from`]);
});
