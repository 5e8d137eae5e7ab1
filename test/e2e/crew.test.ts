import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { enter, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };

let town: RunningTown;
let browser: Browser;
let operator: Person;
let tablet: Page;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  operator = await enter(browser, { url: town.url, door: "運行事業者", viewport: DESKTOP });
  await pauseClock(operator.page, town.url);
  const context = await browser.newContext({ viewport: TABLET, locale: "ja-JP", timezoneId: "Asia/Tokyo" });
  tablet = await context.newPage();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

test("[SAP-3.2-3b] a tablet becomes a terminal by a code, its driver signs in with a PIN, is called, drives, and is signed out from the console", async () => {
  const console = operator.page;
  const code = await showCode(console);
  await tablet.goto(`${town.url}/t/ube-demo/drive`);
  await tablet.getByRole("heading", { name: "この端末を設定する" }).waitFor();
  await expectAccessible(tablet);
  await tablet.getByLabel("設定コード").fill("12345678");
  await tablet.getByRole("button", { name: "設定する", exact: true }).click();
  await tablet.getByText("コードが違うか、期限が切れています").waitFor();
  await tablet.goto("about:blank");
  await tablet.goto(`${town.url}/t/ube-demo/terminal#${code}`); // as the camera opens it
  await tablet.getByRole("button", { name: "設定する", exact: true }).click();
  await tablet.getByRole("heading", { name: "業務を始める" }).waitFor();
  expect(tablet.url()).not.toContain(code);

  const pin = await issuePin(console);
  await typeIn(tablet, { number: "11", pin: pin === "8350" ? "8351" : "8350" });
  await tablet.getByText("暗証番号が違います").waitFor();
  await expectAccessible(tablet);
  await typeIn(tablet, { number: "11", pin });
  await tablet.getByRole("heading", { name: "業務前の点呼" }).waitFor();
  await expectAccessible(tablet);

  await callRoll(console);
  await tablet.getByText("指示事項：路面凍結に注意").waitFor({ timeout: 5_000 });
  await tablet.getByRole("button", { name: "業務を終える" }).waitFor();
  await expectAccessible(tablet);
  await endWork(tablet);

  await openPart(console, "端末");
  await console.getByRole("button", { name: "車載端末1をログアウトさせる" }).click();
  await expectAccessible(console);
  const before = performance.now();
  await console.getByRole("dialog").getByRole("button", { name: "ログアウトさせる", exact: true }).click();
  await tablet.getByRole("heading", { name: "業務を始める" }).waitFor({ timeout: 5_000 });
  expect(performance.now() - before).toBeLessThan(5_000);
  const refused = await tablet.context().request.get(`${town.url}/api/t/ube-demo/duty`);
  expect(refused.status()).toBe(401);
}, 300_000);

test("[POL-ID-6] a driver whose licence has ended is refused with the rule and the days, and every part is accessible at 1280 and 390 px and with large text", async () => {
  const console = operator.page;
  await openPart(console, "乗務割・点呼");
  await console
    .getByLabel(/のりあい1号車.*の運転者/)
    .first()
    .selectOption({ label: "13 高橋 三郎" });
  await console.getByRole("button", { name: "替える", exact: true }).first().click();
  await console.getByText("この運転者にはできません").waitFor();
  await console.getByText(/免許証が.*で切れています（\d+日超過）/).waitFor();
  await expectAccessible(console);
  for (const viewport of [DESKTOP, PHONE]) {
    await console.setViewportSize(viewport);
    for (const part of ["乗務割・点呼", "運転者", "車両", "端末", "点呼記録簿", "業務記録"]) {
      await openPart(console, part);
      await expectAccessible(console);
      await expectNothingCut(console);
    }
  }
  await console.setViewportSize(DESKTOP);
  await console.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await expectNothingCut(console);
}, 300_000);

async function openPart(page: Page, part: string): Promise<void> {
  if (!page.url().includes("/crew")) await page.goto(`${town.url}/t/ube-demo/crew`);
  const link = page
    .getByRole("navigation", { name: "勤務のページ" })
    .getByRole("link", { name: part, exact: true });
  await link.click();
  await page.getByRole("status").filter({ hasText: "読み込んで" }).waitFor({ state: "detached" });
}

/** The one-time code that the console shows for the demo's terminal. */
async function showCode(page: Page): Promise<string> {
  await openPart(page, "端末");
  await page.getByRole("button", { name: "車載端末1の設定コードを出す" }).click();
  const digits = page.getByText(/^\d{4} \d{4}$/);
  await digits.waitFor();
  await expectAccessible(page);
  const code = (await digits.textContent())!.replace(" ", "");
  await page.getByRole("dialog").getByRole("button", { name: "閉じる" }).click();
  return code;
}

async function issuePin(page: Page): Promise<string> {
  await openPart(page, "運転者");
  await page.getByRole("button", { name: "田中 一郎さんの暗証番号を発行する" }).click();
  await page.getByRole("button", { name: "発行する", exact: true }).click();
  const digits = page.getByText(/^\d{4}$/);
  await digits.waitFor();
  await expectAccessible(page);
  const pin = (await digits.textContent())!;
  await page.getByRole("dialog").getByRole("button", { name: "閉じる" }).click();
  return pin;
}

/** By the large digits, as with gloves. */
async function typeIn(page: Page, { number, pin }: { number: string; pin: string }): Promise<void> {
  await page.getByLabel("乗務員番号").fill(number);
  await page.getByRole("button", { name: "次へ" }).click();
  for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).click();
  await page.getByRole("button", { name: "入る", exact: true }).click();
}

async function callRoll(page: Page): Promise<void> {
  await openPart(page, "乗務割・点呼");
  await page.getByRole("button", { name: "田中 一郎さんの業務前の点呼をする" }).click();
  await page.getByLabel("アルコール検知器（番号）").fill("AC-01");
  await page.getByLabel("指示事項（端末に表示されます）").fill("路面凍結に注意");
  await expectAccessible(page);
  await page.getByRole("button", { name: "点呼を記録する" }).click();
  await page.getByText(/\d+:\d\d 対面/).waitFor();
}

async function endWork(page: Page): Promise<void> {
  await page.getByRole("button", { name: "業務を終える" }).click();
  await page.getByLabel("走行距離計（業務開始・km）").fill("12000");
  await page.getByLabel("走行距離計（業務終了・km）").fill("12,087");
  await page.getByText("走行距離 87km").waitFor();
  await page.getByLabel("数えた現金（円）").fill("350");
  await page.getByText("記録より350円多い").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "報告する" }).click();
  await page.getByText("業務終了を報告しました").waitFor();
}

/** Nothing runs out of the page sideways. */
async function expectNothingCut(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
}
