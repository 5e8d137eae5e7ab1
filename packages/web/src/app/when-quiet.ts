/** Until then at the latest, however busy the page is. */
const LATEST_MS = 6_000;

/**
 * Does something once the page has loaded and has nothing else to do. Browsers that cannot tell do it a moment after
 * they have loaded.
 */
export function whenQuiet(work: () => void): void {
  const wait = () => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: LATEST_MS });
    else setTimeout(work, 1_000);
  };
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
}
