import { expect, test } from "vitest";
import { bundleReport, SCRIPT_BYTES_MOST } from "../../scripts/bundle-report.ts";

test("[SAP-5.2-1] the rider's first load stays within 150 kB of script as gzip, and holds no map", () => {
  const { scripts, bytes } = bundleReport();
  expect(scripts.map(({ file }) => file).join(" ")).not.toMatch(/road-map|maplibre/);
  expect(scripts.length).toBeGreaterThan(3);
  expect(bytes, JSON.stringify(scripts, null, 1)).toBeLessThanOrEqual(SCRIPT_BYTES_MOST);
});
