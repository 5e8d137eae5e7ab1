/** The two apps that can be put on a home screen: riding (のる) and driving (はこぶ). */
export type App = "ride" | "drive";

/** The app that an address belongs to; the consoles are used in a browser. */
export function appOf(path: string): App | undefined {
  const page = path.split("/")[3] ?? "";
  if (page === "drive" || page === "terminal") return "drive";
  return RIDER_PAGES.has(page) ? "ride" : undefined;
}

const RIDER_PAGES = new Set(["", "ride", "sign-in", "join", "stops"]);
