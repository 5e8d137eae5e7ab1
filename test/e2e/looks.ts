import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What axe finds against WCAG 2.2 AA and good practice: each rule with the elements that break it. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    // All pages are of one document, so that no second page is needed to put the findings of several together.
    .setLegacyMode(true)
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

/** @param where  what stands before a finding; the page's address unless told */
export async function expectAccessible(page: Page, where: string = page.url()): Promise<void> {
  expect.soft(await axeFindings(page), where).toEqual([]);
}

/** Nothing to the side at the width that the page has. */
export async function expectNoSidewaysScroll(page: Page, where: string = page.url()): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(over, where).toBeLessThanOrEqual(0);
}

/** Both at once, as the page stands. */
export async function expectGoodLooks(page: Page, where: string = page.url()): Promise<void> {
  await expectAccessible(page, where);
  await expectNoSidewaysScroll(page, where);
}
