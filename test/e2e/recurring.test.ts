import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { enter, jumpTo, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

let town: RunningTown;
let browser: Browser;
let rider: Person;
let desk: Person;
/** The demo's own day: the rider's wish begins on it. */
let today: string;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  rider = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
  today = (await pauseClock(rider.page, town.url)).now.slice(0, 10);
  desk = await enter(browser, { url: town.url, door: "オペレーター", viewport: DESKTOP });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

test("[FIELD-15] a rider asks for every weekday of four weeks there and back, sees each date before, leaves one out, and the next week is booked by itself", async () => {
  const { page } = rider;
  await page.goto(`${town.url}/t/ube-demo/ride`);
  await page.getByRole("link", { name: "毎週おなじ曜日に乗る（定期予約）" }).click();
  await page.getByRole("button", { name: "定期予約を申し込む" }).click();
  await page.getByRole("button", { name: "日ごとに予約できるか調べる" }).click();
  await page.getByText("曜日を1つ以上選んでください").waitFor();
  await expectAccessible(page);

  await fill(page);
  await page.getByRole("button", { name: "日ごとに予約できるか調べる" }).click();
  await page.getByRole("heading", { name: "日ごとの見込み" }).waitFor();
  await page.getByText("予約できます", { exact: true }).first().waitFor();
  await page.getByText("予約できる見込み").first().waitFor();
  await expectAccessible(page);
  expect(await overflow(page)).toBe(0);

  await page.getByRole("button", { name: "この内容で申し込む" }).click();
  await page.getByText("定期予約を申し込みました").waitFor();
  await expectAccessible(page);
  const booked = await confirmed();
  expect(booked.length).toBeGreaterThanOrEqual(8);

  const skip = page.getByRole("button", { name: /：この日は利用しない$/ }).first();
  const label = (await skip.getAttribute("aria-label"))!;
  await skip.click();
  await page.getByRole("button", { name: label.replace("この日は利用しない", "やっぱり利用する") }).waitFor();
  await page.getByText("取り消しました").first().waitFor();
  expect((await confirmed()).length).toBe(booked.length - 2);

  // A week later the next dates have come within the window; nobody had to ask.
  const later = new Date(Date.parse(`${today}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10);
  await jumpTo(page, { url: town.url, to: `${later}T06:00:00+09:00` });
  await expect
    .poll(async () => (await confirmed()).length, { timeout: 20_000 })
    .toBeGreaterThan(booked.length - 2);
}, 150_000);

test("[FIELD-15] the desk asks for a member, and ends it with the booked rides called off; nothing is lost at twice the text size", async () => {
  const { page } = desk;
  await page.goto(`${town.url}/t/ube-demo/recurring`);
  await page.getByText("ご連絡が必要な方はいません").waitFor();
  await page.getByRole("searchbox").fill("たむら");
  await page.getByRole("list", { name: "検索結果" }).getByRole("button").first().click();
  await page.getByRole("button", { name: "定期予約を申し込む" }).click();
  await fill(page);
  await page.getByRole("button", { name: "日ごとに予約できるか調べる" }).click();
  await page.getByRole("heading", { name: "日ごとの見込み" }).waitFor();
  await page.getByRole("button", { name: "この内容で申し込む" }).click();
  await page.getByText("定期予約を申し込みました").waitFor();
  await expectAccessible(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  expect(await overflow(page)).toBe(0);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "";
  });
  await page.getByRole("button", { name: "定期予約を終える" }).first().click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "取れている予約も取り消す" }).click();
  await page
    .getByText(/に終えました/)
    .first()
    .waitFor();
}, 120_000);

/** Every day from Monday to Friday, there at half past ten and back at noon, for four weeks from tomorrow on. */
async function fill(page: Page): Promise<void> {
  await page.getByLabel("乗る場所").selectOption({ index: 5 });
  await page.getByLabel("降りる場所").selectOption({ index: 12 });
  for (const day of ["月", "火", "水", "木", "金"]) await page.getByLabel(`${day}曜日`).check();
  await page.getByLabel("行きの時刻", { exact: true }).selectOption("10:30");
  await page.getByLabel("帰りも予約する").check();
  await page.getByLabel("帰りの出発時刻").selectOption("12:00");
}

async function confirmed() {
  const { bookings } = await rider.read<"listMyBookings">("/my/bookings");
  return bookings.filter(({ state }) => state === "confirmed");
}

/** By how many pixels the page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
