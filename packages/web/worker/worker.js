/* The one worker of the app, served as it stands here with BUILT put in by the build (see plugin.ts). It keeps the pages
   so that they open without a network, takes a new version over only when asked to, and shows notices that come by push.
   It keeps no answer of the server but the drawing of the roads: what is personal is kept by the pages, encrypted. */

/** @type {{ version: string, shell: string[], assets: string[] }} */
const BUILT = self.BUILT;
const PAGES = "/index.html";
const NAME = "noriai-";
const OWN = `${NAME}${BUILT.version}`;
const ROADS = "roads";

self.addEventListener("install", (event) => event.waitUntil(fetchVersion()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const answer = answerTo(event.request);
  if (answer !== undefined) event.respondWith(answer);
});
self.addEventListener("message", (event) => {
  if (event.data?.kind === "take-over") self.skipWaiting();
  if (event.data?.kind === "in-use") event.waitUntil(keepAll(event.data.assets));
});

/** Everything the pages start with, and whatever this device has used of the version before: a map, a face, fonts. */
async function fetchVersion() {
  const older = await olderNames();
  const used = (await Promise.all(older.map(assetsIn))).flat().map(nameOf);
  const wanted = new Set([...BUILT.shell, ...BUILT.assets.filter((path) => used.includes(nameOf(path)))]);
  const own = await caches.open(OWN);
  await Promise.all([...wanted].map((path) => keep(own, path)));
  await own.put(PAGES, await fetchWhole(PAGES, { cache: "no-cache" }));
}

async function takeOver() {
  for (const name of await olderNames()) await caches.delete(name);
  await self.clients.claim(); // what this first visit uses from now on is kept as well
}

/** What the pages already use, fonts above all: the browser still holds it, so nothing travels twice. */
async function keepAll(paths) {
  const own = await caches.open(OWN);
  const known = paths.filter((path) => BUILT.assets.includes(path));
  await Promise.allSettled(known.map((path) => keep(own, path)));
}

/** Nothing for requests that are none of the worker's business. */
function answerTo(request) {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return undefined;
  if (request.mode === "navigate") return isPage(pathname) ? page(request) : undefined;
  if (pathname.startsWith("/assets/") || BUILT.shell.includes(pathname)) return asset(request, pathname);
  return /^\/api\/t\/[^/]+\/roads$/.test(pathname) ? roads(request) : undefined;
}

/** Addresses that the pages route themselves. */
const isPage = (path) => !path.startsWith("/api/") && !path.split("/").at(-1).includes(".");

async function page(request) {
  const own = await caches.open(OWN);
  return (await own.match(PAGES, { ignoreVary: true })) ?? fetch(request);
}

async function asset(request, path) {
  const own = await caches.open(OWN);
  const kept = await own.match(path, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && BUILT.assets.includes(path)) await keepIfRoom(own, path, fresh);
  return fresh;
}

/** The newest drawing of the roads, or the last one seen. */
async function roads(request) {
  const kept = await caches.open(ROADS);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await keepIfRoom(kept, request, fresh);
    return fresh;
  } catch (unreachable) {
    const last = await kept.match(request, { ignoreVary: true });
    if (last === undefined) throw unreachable;
    return last;
  }
}

/** What could be fetched is given out also where the device has no room to keep it. */
const keepIfRoom = (cache, request, fresh) => cache.put(request, fresh.clone()).catch(() => {});

/** Names carry a hash of the content, so one that an older version kept is the same. */
async function keep(own, path) {
  if ((await own.match(path, { ignoreVary: true })) !== undefined) return;
  const older = path.startsWith("/assets/") ? await caches.match(path, { ignoreVary: true }) : undefined;
  await own.put(path, older ?? (await fetchWhole(path)));
}

async function fetchWhole(path, how) {
  const answer = await fetch(path, how);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

const olderNames = async () =>
  (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== OWN);
const assetsIn = async (name) =>
  (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
/** "/assets/road-map-BJ-bNFNP.js" → "/assets/road-map.js" */
const nameOf = (path) => path.replace(/-[\w-]{8}(?=\.\w+$)/, "");

/* A notice's id is its tag: one that comes twice is shown once. */
self.addEventListener("push", (event) => {
  const { id, title, body, page } = event.data.json();
  const how = { body, tag: id, icon: "/icons/ride-192.png", data: { page } };
  event.waitUntil(self.registration.showNotification(title, how));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: "window" }).then((pages) => {
      const path = event.notification.data?.page ?? "/";
      const open = pages.find(({ url }) => new URL(url).pathname.startsWith(path));
      return open ? open.focus() : self.clients.openWindow(path);
    }),
  );
});
