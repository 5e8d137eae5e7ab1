import { mkdir, readFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { dutySheet, enter, jumpTo, type Person, pauseClock, stopNames } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
const DESKTOP = { width: 1280, height: 900 };
/** Members of the demo town; a caller's number is typed without hyphens. */
interface Caller {
  readonly phone: string;
  readonly name: RegExp;
}
const MOTHER: Caller = { phone: "0836000018", name: /橋本 由美/ };
const GENTLEMAN: Caller = { phone: "0836000002", name: /佐々木 義男/ };
const LADY: Caller = { phone: "0836000003", name: /田村 和子/ };
const SOON = { timeout: 15_000 };

/**
 * One morning in the demo town, in a real browser, through the server that `npm start` runs: a rider books on the web,
 * the phone desk books a family that shares the bus, the driver carries everybody, the city reads the report.
 */
describe("a morning in the demo town", () => {
  let town: RunningTown;
  let browser: Browser;
  let rider: Person;
  let desk: Person;
  let driver: Person;
  let board: Person;
  let city: Person;
  let stops: ReadonlyMap<number, string>;
  let today: string;
  const stop = (number: number): string => stops.get(number)!;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    const at = (door: string, viewport: typeof PHONE) => enter(browser, { url: town.url, door, viewport });
    [rider, desk, driver, board, city] = await Promise.all([
      at("利用者", PHONE),
      at("オペレーター", DESKTOP),
      at("運転者", TABLET),
      at("運行事業者", DESKTOP),
      at("自治体", DESKTOP),
    ]);
    stops = await stopNames(rider);
    today = (await pauseClock(rider.page, town.url)).now.slice(0, 10);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await mkdir(".cache/e2e", { recursive: true });
    for (const [who, { page }] of Object.entries({ rider, desk, driver, board, city }))
      await page.screenshot({ path: `.cache/e2e/${task.name.slice(1, 11)}-${who}.png`, fullPage: true });
  });

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test("[SAP-5.1-1] [SAP-5.2-1] a rider books on her phone to arrive by 10:30, in five steps", async () => {
    const { page } = rider;
    await page
      .getByRole("link", { name: "新しく予約する" })
      .or(page.getByRole("button", { name: "新しく予約する" }))
      .click();
    await chooseStop(page, stop(1));
    await chooseStop(page, stop(20));
    await page.getByRole("radio", { name: /到着の時刻で決める/ }).check({ force: true });
    await page.getByLabel("時", { exact: true }).selectOption("10");
    await page.getByLabel("分", { exact: true }).selectOption({ label: "30分" });
    await page.getByRole("button", { name: /次へ/ }).click();
    await page.getByRole("button", { name: /一般.*1人増やす/ }).click();
    await page.getByRole("button", { name: "空きを調べる" }).click();
    await page.getByRole("heading", { name: "この内容でご案内できます" }).waitFor();
    const offer = await page.getByRole("main").innerText();
    expect(offer).toContain("10:30");
    expect(offer).toMatch(/500\s*円/); // 高齢者 150 + 一般 350
    await page.getByRole("button", { name: "この内容で確定する" }).click();
    await page.getByText("ご予約を承りました。").waitFor();
    await expect.poll(() => page.getByRole("main").innerText(), SOON).toMatch(/乗車番号\s*\d{4}/);
  });

  test("[SAP-3.2-1] [SAP-5.1-2] [FIELD-2] the phone desk books a mother and child on the same bus, by keyboard alone", async () => {
    const { page } = desk;
    await findMember(page, MOTHER);
    await askAtDesk(page, { from: "2", to: "20", mode: "arrive", time: "1030", children: 1 });
    await page.getByText(/復唱いたします/).waitFor();
    const readBack = await page.getByRole("main").innerText();
    expect(readBack).toContain(`「${stop(2)}」から「${stop(20)}」まで`);
    expect(readBack).toContain("合計500円"); // 一般 350 + こども 150
    await page.keyboard.press("Enter");
    await page.getByText("予約を確定しました").waitFor();
    const { bookings } = await desk.read<"getBoard">(`/board?date=${today}`);
    expect(new Set(bookings.map(({ dutyId }) => dutyId)).size).toBe(1);
  });

  test("[SAP-3.2-3a] the terminal shows both parties within five seconds, without being touched", async () => {
    const { page } = driver;
    await page.getByText("山田 花子").first().waitFor({ timeout: 5_000 });
    await page.getByText("橋本 由美").first().waitFor({ timeout: 5_000 });
    await page.getByRole("button", { name: "確認" }).click();
    await expect
      .poll(async () => (await dutySheet(driver)).acknowledged, { timeout: 5_000 })
      .toBe((await dutySheet(driver)).version);
  });

  test("[SAP-5.3-1] the driver carries them, tap by tap, and collects what the fare table says", async () => {
    const { page } = driver;
    for (let step = 0; step < 3; step++) {
      const sheet = await dutySheet(driver);
      const next = sheet.tasks.find(({ state }) => state === "next");
      if (next === undefined) break;
      await jumpTo(page, { url: town.url, to: next.leaveNotBefore ?? next.plannedAt });
      await page.getByRole("button", { name: "着いた" }).click();
      for (const { calledName } of next.boards) {
        await page.getByRole("button", { name: `${calledName} 様 乗った` }).click();
        await collect(page, calledName);
      }
      for (const { calledName } of next.alights)
        await page.getByRole("button", { name: `${calledName} 様 降りた` }).click();
      await expect
        .poll(
          async () => (await dutySheet(driver)).tasks.filter(({ state }) => state === "done").length,
          SOON,
        )
        .toBe(step + 1);
    }
    const sheet = await dutySheet(driver);
    expect(sheet.tasks.map(({ state }) => state)).toEqual(["done", "done", "done"]);
    expect([sheet.fareDue, sheet.fareCollected]).toEqual([1000, 1000]);
  });

  test("[SAP-5.4-1] [SAP-5.3-3] the board has followed it all by itself", async () => {
    const { page } = board;
    const main = page.getByRole("main");
    await expect.poll(() => main.innerText(), { timeout: 10_000 }).toContain("降車済");
    expect(await main.innerText()).toContain(stop(20));
    const { bookings, duties } = await board.read<"getBoard">(`/board?date=${today}`);
    expect(bookings.map(({ state }) => state)).toEqual(["completed", "completed"]);
    expect(Math.max(...duties.flatMap(({ visits }) => visits.map(({ load }) => load)))).toBe(4);
  });

  test("[SAP-5.4-4] [SAP-5.4-6] the city reads the report and takes the CSV home, in UTF-8 with BOM or in Shift_JIS", async () => {
    const { page } = city;
    await page.goto(`${town.url}/t/ube-demo/report`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("1,000").first().waitFor();
    const utf8 = await download(page, /^CSV（UTF-8）$/);
    expect([...utf8.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = new TextDecoder("utf-8").decode(utf8).trim().split(/\r?\n/);
    expect(rows).toHaveLength(3);
    expect(rows.slice(1).every((row) => row.includes(stop(20)) && row.includes("500"))).toBe(true);
    expect(rows.join()).not.toContain("山田");
    const sjis = await download(page, /^CSV（Shift_JIS）$/);
    expect(new TextDecoder("shift_jis").decode(sjis)).toContain(stop(20));
  });

  test("[SAP-5.5-3] [SAP-3.1-6] [FIELD-16] a ninth passenger is refused with the reason, the proof, and three times that can really be booked", async () => {
    const { page } = desk;
    await page.keyboard.press("Enter"); // 次の電話へ
    await findMember(page, GENTLEMAN);
    await askAtDesk(page, { from: "16", to: "40", mode: "depart", time: "1300", adults: 7 });
    await page.getByText(/復唱いたします/).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("予約を確定しました").waitFor();
    await page.keyboard.press("Enter");
    for (const key of ["1", "2", "3"]) {
      await findMember(page, LADY);
      await askAtDesk(page, { from: "16", to: "40", mode: "depart", time: "1300" });
      await page.getByRole("heading", { name: "ご案内できません" }).waitFor();
      const refusal = await page.getByRole("region", { name: "ご案内できません" }).innerText();
      expect(refusal).toContain("定員8人に対して1人多く");
      expect(refusal).toContain("順番をどう組み替えても、お受けできないことを確かめました");
      expect(refusal).toMatch(/車両別の理由\s*不可を証明済み/);
      expect(refusal.match(/ごろ乗車/g)).toHaveLength(3);
      await page.keyboard.press(key);
      await page.getByText(/復唱いたします/).waitFor();
      await page.keyboard.press("Enter");
      await page.getByText("予約を確定しました").waitFor();
      await page.keyboard.press("Enter");
      await cancelAtDesk(page, LADY);
    }
  });
});

async function chooseStop(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).first().click();
}

async function findMember(page: Page, { phone, name }: Caller): Promise<void> {
  await page.getByRole("searchbox").fill(phone);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByRole("searchbox").inputValue(), SOON).toBe(""); // taken
  await page.getByRole("heading", { name }).waitFor();
}

/** Fills the desk's form from the keyboard: numbers of stops, hour as typed, Enter from field to field. */
async function askAtDesk(
  page: Page,
  trip: {
    from: string;
    to: string;
    mode: "depart" | "arrive";
    time: string;
    adults?: number;
    children?: number;
  },
): Promise<void> {
  await page.getByRole("combobox", { name: "乗車ポイント" }).fill(trip.from);
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "降車ポイント" }).fill(trip.to);
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: trip.mode === "depart" ? "出発" : "到着" }).check({ force: true });
  await page.getByLabel("時刻", { exact: true }).fill(trip.time);
  if (trip.adults) await page.getByRole("spinbutton", { name: "一般" }).fill(String(trip.adults));
  if (trip.children) await page.getByRole("spinbutton", { name: "こども" }).fill(String(trip.children));
  await page.keyboard.press("Control+Enter");
}

async function cancelAtDesk(page: Page, caller: Caller): Promise<void> {
  await findMember(page, caller);
  await page.getByRole("button", { name: /^取消/ }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/取消の理由/).fill("予定変更");
  await dialog.getByRole("button", { name: "取り消す" }).click();
  await dialog.waitFor({ state: "detached" });
}

async function collect(page: Page, calledName: string): Promise<void> {
  await page
    .getByRole("button", { name: new RegExp(`${calledName}.*受け取る`) })
    .first()
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "受け取った", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function download(page: Page, name: RegExp): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await file.path());
}
