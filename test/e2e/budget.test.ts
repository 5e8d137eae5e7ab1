import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleReport, SCRIPT_BYTES_MOST } from "../../scripts/bundle-report.ts";
import { ROOT } from "../../scripts/root.ts";

test("[SAP-5.2-1] the rider's first load stays within 150 kB of script as gzip, and holds no map", () => {
  const { scripts, bytes } = bundleReport();
  expect(scripts.map(({ file }) => file).join(" ")).not.toMatch(/road-map|maplibre/);
  expect(scripts.length).toBeGreaterThan(3);
  expect(bytes, JSON.stringify(scripts, null, 1)).toBeLessThanOrEqual(SCRIPT_BYTES_MOST);
});

test("the entry document names every script of the first load, so that none waits for another to run", () => {
  const page = readFileSync(join(ROOT, "packages", "web", "dist", "index.html"), "utf8");
  expect(bundleReport().scripts.filter(({ file }) => !page.includes(`/${file}"`))).toEqual([]);
});
