import type { Booking } from "@noriai/api";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { openFront } from "./newer-version.ts";
import { enter, jumpTo, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
/** A machine that does much else at the same time takes long to open a page. */
const PATIENT = { timeout: 60_000 };

let town: RunningTown;
let browser: Browser;
let rider: Person;
/** Of today. */
let booking: Booking;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  rider = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
  await pauseClock(rider.page, town.url);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

test("[FIELD-1] the rider's app can be installed: Chromium finds nothing wrong with its manifest, and a worker keeps it", async () => {
  const { page } = rider;
  await page.getByRole("heading", { level: 1 }).waitFor(PATIENT);
  await keptByWorker(page);
  const chrome = await page.context().newCDPSession(page);
  const manifest = () => chrome.send("Page.getAppManifest");
  const expected = { url: `${town.url}/api/t/ube-demo/apps/ride`, errors: [] };
  await expect.poll(manifest, PATIENT).toMatchObject(expected);
  const { data } = await manifest();
  expect(JSON.parse(data!)).toMatchObject({ short_name: "のる", start_url: "/t/ube-demo/ride" });
  const faults = async () =>
    (await chrome.send("Page.getInstallabilityErrors")).installabilityErrors
      .map(({ errorId }) => errorId)
      .filter((errorId) => errorId !== "in-incognito"); // as every test's window is, where the browser says so
  await expect.poll(faults, PATIENT).toEqual([]);
  const driver = await enter(browser, { url: town.url, door: "運転者", viewport: DESKTOP });
  const link = driver.page.locator("link[rel=manifest]");
  await expect.poll(() => link.getAttribute("href"), PATIENT).toBe("/api/t/ube-demo/apps/drive");
  await driver.page.context().close();
});

test("a newer version is kept beside the old one, says so, and is taken over when its reader says yes", async () => {
  const front = await openFront(town.url);
  const { page } = await enter(browser, { url: front.url, door: "利用者", viewport: PHONE });
  await keptByWorker(page);
  expect(await page.getByText("新しい版があります").count()).toBe(0);
  front.makeNewer();
  await page.reload();
  await page.getByText("新しい版があります").waitFor(PATIENT);
  expect(await keptVersions(page)).toHaveLength(2);
  await expectAccessible(page);
  await page.getByRole("button", { name: "新しい版に替える" }).click();
  await expect.poll(() => keptVersions(page), PATIENT).toHaveLength(1);
  await page.getByText("新しい版があります").waitFor({ state: "detached", ...PATIENT });
  await page.getByRole("link", { name: "新しく予約する" }).waitFor(PATIENT);
  await page.context().close();
  await front.close();
});

test("the app opens without a network in a new window, with what it last received, and finds the way back by itself", async () => {
  const { page } = rider;
  const context = page.context();
  await page.getByRole("link", { name: "新しく予約する" }).waitFor(PATIENT);
  await keptByWorker(page);
  await context.setOffline(true);
  const again = await context.newPage();
  await again.goto(`${town.url}/t/ube-demo/ride`);
  await again.getByText("通信が切れています").waitFor(PATIENT);
  await again.getByText("いまのご予約はありません").waitFor(PATIENT);
  expect(await again.evaluate(readEverythingKept)).not.toMatch(/confirmed|displayName|さん/);
  await context.setOffline(false);
  await again.getByText("通信が切れています").waitFor({ state: "detached", ...PATIENT });
  await again.close();
});

test("[SAP-5.2-1] before a ride is called off it is named, with what that means; what stands in the way is said, and the ride is kept", async () => {
  const { page } = rider;
  booking = await bookToday(rider);
  const { stops } = await rider.read<"getService">("/service");
  const [from, to] = [booking.trip.from, booking.trip.to].map(
    (id) => stops.find((stop) => stop.id === id)!.name,
  );
  await page.goto(`${town.url}/t/ube-demo/ride`);
  const callOff = page.getByRole("button", { name: "取り消す", exact: true });
  await callOff.click(PATIENT);
  const question = page.getByRole("dialog", { name: "ご予約を取り消しますか" });
  await question.getByText(`${from}から${to}まで`).waitFor(PATIENT);
  await question.getByText("この席はほかの方にお使いいただきます。元に戻すことはできません。").waitFor();
  await question.getByText("同じ時刻にはお取りできないことがあります。").waitFor();
  await expectAccessible(page);
  await question.getByRole("button", { name: "取り消さない" }).click();
  await question.waitFor({ state: "detached" });

  await callOff.click();
  const yes = question.getByRole("button", { name: "予約を取り消す" });
  await page.context().setOffline(true);
  await yes.click();
  await question.getByText(/^通信できませんでした/).waitFor(PATIENT);
  await expectAccessible(page);
  await page.context().setOffline(false);
  await page.getByText("通信が切れています").waitFor({ state: "detached", ...PATIENT });

  await jumpTo(page, { url: town.url, to: minutesBefore(booking.promise.pickupFrom, 5) });
  await yes.click();
  await question.getByText(/^車がお迎えに向かっているため、.*取消はお電話で承ります：0/).waitFor(PATIENT);
  expect(await question.getByText(/^通信できませんでした/).count()).toBe(0);
  await expectAccessible(page);
  await question.getByRole("button", { name: "取り消さない" }).click();
  const { bookings } = await rider.read<"listMyBookings">("/my/bookings");
  expect(bookings.find(({ id }) => id === booking.id)).toMatchObject({ state: "confirmed" });
});

test("[SAP-5.2-1] [FIELD-20] on the day: the ticket tells between when the vehicle comes and where it is, and opens without a network", async () => {
  const { page } = rider;
  const context = page.context();
  await jumpTo(page, { url: town.url, to: minutesBefore(booking.promise.pickupFrom, 5) });
  const driver = await enter(browser, { url: town.url, door: "運転者", viewport: DESKTOP });
  await driver.page.getByRole("button", { name: "着いた" }).first().waitFor(PATIENT);
  await page.goto(`${town.url}/t/ube-demo/ride`);
  const panel = page.getByRole("region", { name: "お迎えの見込み" });
  await panel.getByText(/より前に出発することはありません/).waitFor(PATIENT);
  await panel.getByText(/車は、乗車ポイントからまっすぐ測って約/).waitFor(PATIENT);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "車の位置を地図で見る" }).click();
  await panel.getByRole("region", { name: "車の位置と乗降ポイントの地図" }).waitFor(PATIENT);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);

  await context.setOffline(true);
  await page.close();
  rider = { ...rider, page: await context.newPage() };
  const again = rider.page;
  await again.goto(`${town.url}/t/ube-demo/ride`);
  await again.getByText("通信が切れています").waitFor(PATIENT);
  for (const shown of [
    booking.boardingCode,
    "に受け取ったご案内です",
    "変更・取消は、通信が戻りましたら承ります",
  ])
    await again.getByText(shown).first().waitFor(PATIENT);
  await expectAccessible(again);
  await again.setViewportSize(DESKTOP);
  await expectAccessible(again);
  expect(await again.evaluate(readEverythingKept)).not.toContain(booking.boardingCode);
  await context.setOffline(false);
  await again.getByText("通信が切れています").waitFor({ state: "detached", ...PATIENT });

  await driver.page.getByRole("button", { name: "着いた" }).first().click();
  await again.getByText("お迎えに到着").waitFor(PATIENT);
  await again.getByText(/変更はできません。取消はお電話で承ります/).waitFor(PATIENT);
  await jumpTo(again, { url: town.url, to: minutesBefore(booking.promise.pickupFrom, 0) });
  await driver.page.getByRole("button", { name: /様 乗った$/ }).click();
  await again.getByText(/^お困りのときはお電話ください/).waitFor(PATIENT);
  expect(await again.getByText(/取消は/).count()).toBe(0);
  await driver.page.context().close();
});

test("signing out without a network signs nobody out, says so, and leaves the ticket where it is", async () => {
  const { page } = rider;
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "役割を替える" }).click();
  await page.getByRole("alert").getByText("通信できませんでした").waitFor(PATIENT);
  await page.reload();
  await page.getByText("乗車番号").first().waitFor(PATIENT);
  await page.context().setOffline(false);
  await page.getByText("通信が切れています").waitFor({ state: "detached", ...PATIENT });
});

test("signing out leaves nothing of the rider on the device: without a network there is nothing to be read", async () => {
  const { page } = rider;
  await page.getByRole("button", { name: "役割を替える" }).click();
  await page.getByRole("button", { name: "利用者として入る" }).waitFor(PATIENT);
  await page.context().setOffline(true);
  await page.goto(`${town.url}/t/ube-demo/ride`);
  await page.getByText("通信できませんでした").first().waitFor(PATIENT);
  expect(await page.locator("body").innerText()).not.toMatch(/山田|乗車番号/);
  await page.context().setOffline(false);
});

/** Books for today as the rider's page does: the next hour that has room. */
async function bookToday(person: Person): Promise<Booking> {
  const { page } = person;
  await page.goto(`${town.url}/t/ube-demo/ride/book/from`);
  for (const stop of [16, 40])
    await page
      .getByRole("button", { name: new RegExp(`\\b${stop}\\D`) })
      .first()
      .click();
  await page.locator("form button[type=submit]").click();
  await page.getByRole("main").getByRole("button", { name: "空きを調べる" }).click();
  await page.getByRole("button", { name: "この内容で確定する" }).click(PATIENT);
  await page.getByText("ご予約を承りました").waitFor(PATIENT);
  const { bookings } = await person.read<"listMyBookings">("/my/bookings");
  return bookings.find(({ state }) => state === "confirmed")!;
}

const minutesBefore = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) - minutes * 60_000).toISOString().replace(/\.\d+Z$/, "Z");

/** All that IndexedDB holds, as text, and whether its key could be taken away. */
async function readEverythingKept(): Promise<string> {
  const open = indexedDB.open("noriai-kept");
  const db = await new Promise<IDBDatabase>((resolve) => {
    open.onsuccess = () => resolve(open.result);
  });
  const all = (name: string) =>
    new Promise<unknown[]>((resolve) => {
      const asked = db.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
  const keys = (await all("keys")) as CryptoKey[];
  const values = (await all("values")) as { bytes: ArrayBuffer }[];
  db.close();
  if (keys.length === 0 || values.length === 0 || keys.some(({ extractable }) => extractable))
    return "displayName: nothing is kept, or the key lies open";
  return values.map(({ bytes }) => new TextDecoder().decode(bytes)).join(" ");
}

const keptVersions = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("noriai-")));

/** Waits until the app's worker serves this page and has kept what it starts with. */
async function keptByWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, PATIENT);
  // Not by `waitForFunction`, which takes a promise for a yes.
  const hasFirstPage = () =>
    page.evaluate(async () => {
      const own = (await caches.keys()).find((name) => name.startsWith("noriai-"));
      return own !== undefined && (await (await caches.open(own)).match("/index.html")) !== undefined;
    });
  await expect.poll(hasFirstPage, PATIENT).toBe(true);
}
