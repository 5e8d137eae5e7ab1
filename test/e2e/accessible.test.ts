import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { enter, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
/** 空きを調べる in the three languages. */
const ASK = /調|See if there is room/;
const PHONE = { width: 390, height: 844 };

/** Every page of every role; `door` is the role's name on the start page. */
const PAGES: readonly { door: string; path: string; shows: RegExp }[] = [
  { door: "利用者", path: "/ride", shows: /こんにちは/ },
  { door: "利用者", path: "/ride/book/from", shows: /どこから乗りますか/ },
  { door: "利用者", path: "/desk", shows: /役割/ },
  { door: "オペレーター", path: "/desk", shows: /予約の内容/ },
  { door: "運転者", path: "/drive", shows: /今日の運賃/ },
  { door: "運行事業者", path: "/board", shows: /予約一覧/ },
  { door: "自治体", path: "/report", shows: /乗合率/ },
  { door: "監査人", path: "/report", shows: /乗合率/ },
];

/** 仕様書 3-(4)-①: considerate of users. WCAG 2.2 AA by axe, no sideways scrolling on a phone, nothing from elsewhere. */
describe("every page", () => {
  let town: RunningTown;
  let browser: Browser;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    const rider = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
    await pauseClock(rider.page, town.url);
    await book(rider.page);
    await rider.page.context().close();
  });

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test("[SAP-3.4-1a] the start page, without a role", async () => {
    const context = await browser.newContext({ viewport: PHONE, locale: "ja-JP" });
    const page = await context.newPage();
    await page.goto(town.url);
    await page.getByRole("button", { name: "利用者として入る" }).waitFor();
    await expectAccessible(page);
    await context.close();
  });

  test.each(PAGES)(
    "[SAP-3.4-1a] $path as $door, at desktop and phone width and at twice the text",
    async ({ door, path, shows }) => {
      const { page } = await enter(browser, { url: town.url, door, viewport: DESKTOP });
      const asked = foreignRequests(page, town.url);
      await page.goto(`${town.url}/t/ube-demo${path}`);
      await page.getByText(shows).first().waitFor();
      await expectAccessible(page);
      await page.setViewportSize(PHONE);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 640, height: 450 }); // 1280 × 900 at 200 %
      await expectNoSidewaysScroll(page);
      expect(asked).toEqual([]); // SAP-PI-5: no third party
      await page.context().close();
    },
  );

  test.each(["ja", "ja-easy", "en"])(
    "[SAP-3.4-1a] [TEL-ML-1] the rider's steps to an offer, in %s",
    async (language) => {
      const { page } = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
      await page.getByRole("combobox").first().selectOption(language);
      await page.goto(`${town.url}/t/ube-demo/ride/book/from`);
      for (const stop of [16, 40]) {
        await page
          .getByRole("button", { name: new RegExp(`\\b${stop}\\D`) })
          .first()
          .click();
        await expectAccessible(page);
      }
      await page.locator("form button[type=submit]").click();
      await page.getByRole("spinbutton").or(page.getByRole("status")).first().waitFor();
      await expectAccessible(page);
      await page.getByRole("main").locator("button").filter({ hasText: ASK }).click();
      await page.locator("[aria-hidden]", { hasText: /\d/ }).first().waitFor();
      await page.getByText("150").first().waitFor(); // the senior fare of the offer
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.context().close();
    },
  );
});

/** Books through the page's own session, so that lists and timelines have something to show. */
async function book(page: Page): Promise<void> {
  const booked = await page.evaluate(async () => {
    const call = (path: string, body?: unknown) =>
      fetch(`/api/t/ube-demo${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const { now } = await (await fetch("/api/world")).json();
    const asked = await call("/quotes", {
      from: "s01",
      to: "s20",
      time: { mode: "depart", at: `${now.slice(0, 10)}T10:00:00+09:00` },
      companions: { general: 1, senior: 0, disabled: 0, child: 1, infant: 0 },
      wheelchairs: 0,
    });
    const { quote } = await asked.json();
    return (await call(`/quotes/${quote.id}/confirm`)).status;
  });
  expect(booked).toBe(200);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const said = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
  expect(said).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
}

/** Collects every request that leaves our own origin. */
function foreignRequests(page: Page, own: string): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(data|blob):/.test(url)) asked.push(url);
  });
  return asked;
}
