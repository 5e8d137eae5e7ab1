import { showNewVersion } from "./new-version.ts";

const WORKER = "/worker.js";
/** A page that stays open for days, as on a terminal, has to ask by itself. */
const ASK_MS = 60 * 60_000;

/** The app's worker, installed where that has not been done yet; nothing where the browser has none. */
export async function appWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!("serviceWorker" in navigator)) return undefined;
  return navigator.serviceWorker.register(WORKER).catch(() => undefined);
}

/** Lets the app open without a network from now on, and looks for newer versions. Once, when the first page stands. */
export async function keepApp(): Promise<void> {
  const registration = await appWorker();
  if (registration === undefined) return;
  lookAt(registration);
  registration.addEventListener("updatefound", () => lookAt(registration));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") ask(registration);
  });
  setInterval(() => ask(registration), ASK_MS);
  await navigator.serviceWorker.ready;
  tellInUse(registration);
}

/** Out of reach is no fault: the next time will do. */
const ask = (registration: ServiceWorkerRegistration): void => void registration.update().catch(() => {});

/** Shows a version that waits; the very first one has nothing to wait for. */
function lookAt(registration: ServiceWorkerRegistration): void {
  if (registration.waiting !== null) show(registration.waiting);
  const coming = registration.installing;
  coming?.addEventListener("statechange", () => {
    if (coming.state === "installed" && navigator.serviceWorker.controller !== null) show(coming);
  });
}

function show(worker: ServiceWorker): void {
  const take = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage({ kind: "take-over" });
  };
  showNewVersion({ take });
}

/** Tells the worker what this page has loaded before the worker could see it, fonts above all. */
function tellInUse({ active }: ServiceWorkerRegistration): void {
  const assets = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith("/assets/"));
  active?.postMessage({ kind: "in-use", assets });
}
