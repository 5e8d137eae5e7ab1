import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { listen, readPage, written } from "./listen.ts";
import { dutySheet, enter, jumpTo, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 1024, height: 768 };
const PATIENT = { timeout: 60_000 };

/**
 * Booking and driving as they are heard: what has the focus, what is said without being asked, and what can be read, kept
 * in test/e2e/screen-reader as texts that people have read through. A change of a page shows there as a difference; read
 * it aloud in your head before you accept it with `vitest -u`.
 */
describe("through a screen reader, in Japanese", () => {
  let town: RunningTown;
  let browser: Browser;
  let rider: Person;
  let driver: Person;
  let code = "";

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    rider = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
    const { now } = await pauseClock(rider.page, town.url);
    await jumpTo(rider.page, { url: town.url, to: `${now.slice(0, 10)}T09:00:00+09:00` });
    await listen(rider.page);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test("[FIELD-38] [TEL-A11Y-1] [SAP-5.2-1] the five steps of a booking", async () => {
    const { page } = rider;
    await page.goto(`${town.url}/t/ube-demo/ride`);
    await page.getByText("いまのご予約はありません").waitFor(PATIENT);
    await keep(page, "rider-1-home");
    await page.getByRole("link", { name: "新しく予約する" }).click();
    await page.getByRole("heading", { name: "どこから乗りますか" }).waitFor(PATIENT);
    await keep(page, "rider-2-from");
    await page.getByRole("searchbox").fill("16");
    await page.getByRole("status").getByText("か所").waitFor();
    await keep(page, "rider-3-from-found");
    await page.getByRole("button", { name: /^16番/ }).first().click();
    await page.getByRole("heading", { name: "どこで降りますか" }).waitFor(PATIENT);
    await page.getByRole("button", { name: /^40番/ }).first().click();
    await page.getByRole("heading", { name: "いつ乗りますか" }).waitFor(PATIENT);
    await page
      .getByText(/まだ空いています|残りわずか|満席/)
      .first()
      .waitFor(PATIENT);
    await keep(page, "rider-4-when");
    await page.getByRole("radio", { name: /到着の時刻で決める/ }).check({ force: true });
    await page.getByLabel("時", { exact: true }).selectOption("10");
    await page.getByLabel("分", { exact: true }).selectOption({ label: "30分" });
    await page.getByRole("button", { name: "次へ", exact: true }).click();
    await page.getByRole("heading", { name: "どなたがお乗りになりますか" }).waitFor(PATIENT);
    await page.getByRole("button", { name: /一般.*1人増やす/ }).click();
    await keep(page, "rider-5-who");
    await page.getByRole("button", { name: "空きを調べる" }).click();
    await page.getByRole("button", { name: "この内容で確定する" }).waitFor(PATIENT);
    await keep(page, "rider-6-offer");
  }, 300_000);

  test("[FIELD-38] [TEL-A11Y-1] [SAP-5.2-1] the ticket, and the question before it is called off", async () => {
    const { page } = rider;
    await page.getByRole("button", { name: "この内容で確定する" }).click();
    await page.getByText("ご予約を承りました。").waitFor(PATIENT);
    const { bookings } = await rider.read<"listMyBookings">("/my/bookings");
    const { boardingCode, promise } = bookings.find(({ state }) => state === "confirmed")!;
    code = boardingCode;
    await keep(page, "rider-7-ticket");
    await page.getByRole("button", { name: "取り消す", exact: true }).click();
    await keep(page, "rider-8-call-off");
    await page.getByRole("button", { name: "取り消さない" }).click();
    await jumpTo(page, { url: town.url, to: minutesBefore(promise.pickupFrom, 5) });
    await page.reload();
    await page.getByText(/より前に出発することはありません/).waitFor(PATIENT);
    await keep(page, "rider-9-on-the-day");
  }, 300_000);

  test("[FIELD-38] [TEL-A11Y-1] the terminal: the plan, the way, the stop, the fare", async () => {
    driver = await enter(browser, { url: town.url, door: "運転者", viewport: TABLET });
    const { page } = driver;
    await listen(page);
    await page.addInitScript(keepScreenOn);
    await page.goto(`${town.url}/t/ube-demo/drive`);
    await page.getByRole("button", { name: "着いた" }).waitFor(PATIENT);
    await page.getByRole("button", { name: "確認", exact: true }).waitFor(PATIENT);
    await keep(page, "driver-1-plan");
    await page.getByRole("button", { name: "確認", exact: true }).click();
    await page.getByRole("button", { name: "確認", exact: true }).waitFor({ state: "detached" });
    await keep(page, "driver-2-on-the-way");
    const next = (await dutySheet(driver)).tasks.find(({ state }) => state === "next")!;
    await jumpTo(page, { url: town.url, to: next.leaveNotBefore ?? next.plannedAt });
    await page.getByRole("button", { name: "着いた" }).click();
    await page.getByRole("region", { name: "停車中の乗降ポイント" }).waitFor(PATIENT);
    await allSent(page);
    await keep(page, "driver-3-at-the-stop");
    await page.getByRole("button", { name: /受け取る$/ }).click();
    await keep(page, "driver-4-fare");
    await page.getByRole("dialog").getByRole("button", { name: "受け取った", exact: true }).click();
    await page.getByRole("button", { name: / 様 乗った$/ }).click();
    await page.getByRole("region", { name: "次の乗降ポイント" }).waitFor(PATIENT);
    await allSent(page);
    await keep(page, "driver-5-aboard");
  }, 300_000);

  async function keep(page: Page, name: string): Promise<void> {
    await settle(page);
    const text = written(await readPage(page), code === "" ? [] : [code]);
    await expect.soft(text).toMatchFileSnapshot(`screen-reader/${name}.yml`);
  }
});

/** Waits until the page says the same for a second: what it asks the server for comes after its heading. */
async function settle(page: Page): Promise<void> {
  let before = "";
  for (let n = 0; n < 20; n++) {
    const now = written({ focus: "", said: [], tree: await page.getByRole("main").ariaSnapshot() });
    if (now === before) return;
    before = now;
    await page.waitForTimeout(1_000);
  }
}

const allSent = (page: Page): Promise<void> => page.getByText("すべて送信済み").first().waitFor(PATIENT);

const minutesBefore = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) - minutes * 60_000).toISOString().replace(/\.\d+Z$/, "Z");

/** A tablet's screen can be kept on; of the browsers without a screen some can do it and some cannot. */
function keepScreenOn(): void {
  const lock = () => Object.assign(new EventTarget(), { released: false, release: async () => {} });
  Object.defineProperty(navigator, "wakeLock", { value: { request: async () => lock() } });
}
