import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { enter, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NOTICE = "運行に支障が出ております。再開しましたら、この画面でお知らせいたします。";

let town: RunningTown;
let browser: Browser;
let rider: Person;
let desk: Person;
let official: Person;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  const at = (door: string, viewport: typeof PHONE) => enter(browser, { url: town.url, door, viewport });
  rider = await at("利用者", PHONE);
  await pauseClock(rider.page, town.url);
  desk = await at("オペレーター", DESKTOP);
  official = await at("自治体", DESKTOP);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

test("[SAP-5.4-5a] [FIELD-27] an official stops intake on the board: a rider with a held offer and the desk read the notice, until it is resumed", async () => {
  await holdAnOffer(rider.page);
  const board = official.page;
  await board.goto(`${town.url}/t/ube-demo/board`);
  await board.getByRole("button", { name: "新規予約の受付を停止する" }).click();
  await expectAccessible(board);
  await board.getByLabel("一部だけ").check();
  await expectAccessible(board);
  await board.getByLabel("すべて", { exact: true }).check();
  await board.getByRole("button", { name: "内容を確認する" }).click();
  await expectAccessible(board);
  await board.getByRole("button", { name: "いますぐ受付を停止する" }).click();
  await board.getByText("停止中：すべての予約").waitFor();
  await desk.page.getByText(NOTICE).first().waitFor({ timeout: 1_000 });
  await expectAccessible(board);

  await rider.page.getByRole("button", { name: CONFIRM }).click();
  await rider.page.getByText(NOTICE).waitFor();
  await expectAccessible(rider.page);
  expect((await rider.read<"listMyBookings">("/my/bookings")).bookings).toEqual([]);
  await rider.page.goto(`${town.url}/t/ube-demo/ride`);
  await rider.page.getByText("新しいご予約の受付を止めています").waitFor();
  await expectAccessible(rider.page);

  await board.getByRole("button", { name: "受付を再開する" }).click();
  await board.getByRole("button", { name: "再開する", exact: true }).click();
  await board.getByText("受け付けています").waitFor();
  await rider.page.getByText("新しいご予約の受付を止めています").waitFor({ state: "detached" });
}, 120_000);

const CONFIRM = /この内容で確定/;

/** As a rider does it, up to the yes. */
async function holdAnOffer(page: Page): Promise<void> {
  await page.goto(`${town.url}/t/ube-demo/ride/book/from`);
  for (const stop of [16, 40])
    await page
      .getByRole("button", { name: new RegExp(`\\b${stop}\\D`) })
      .first()
      .click();
  await page.locator("form button[type=submit]").click();
  await page.getByRole("spinbutton").or(page.getByRole("status")).filter({ visible: true }).first().waitFor();
  await page.getByRole("main").locator("button").filter({ hasText: "調" }).click();
  await page.getByRole("button", { name: CONFIRM }).waitFor();
}
