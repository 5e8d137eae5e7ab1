import type { SeenAs } from "@noriai/store";

/** In this order: iPads and iPhones say Mac, Edge says Chrome, and everybody says Safari. */
const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ["iphone", /iPhone|iPod/],
  ["ipad", /iPad/],
  ["android", /Android/],
  ["windows", /Windows/],
  ["mac", /Mac OS X|Macintosh/],
  ["chromeos", /CrOS/],
  ["linux", /Linux/],
];
const BROWSERS: readonly (readonly [name: string, sign: RegExp])[] = [
  ["edge", /Edg(e|A|iOS)?\//],
  ["firefox", /Firefox\/|FxiOS\//],
  ["samsung", /SamsungBrowser\//],
  ["chrome", /Chrome\/|CriOS\/|Chromium\//],
  ["safari", /Safari\//],
];

/** What kind of device and browser asks. The header itself, which can tell one person from another, is not kept. */
export function seenAs(request: Request): SeenAs {
  const agent = request.headers.get("user-agent") ?? "";
  const nameOf = (kinds: typeof SYSTEMS) => kinds.find(([, sign]) => sign.test(agent))?.[0] ?? "other";
  return { system: nameOf(SYSTEMS), browser: nameOf(BROWSERS) };
}
