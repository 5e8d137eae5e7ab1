import { randomUUID } from "node:crypto";
import type { DutySheet, QuoteAnswer } from "@noriai/api";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { dutySheet, enter, jumpTo, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const SHOTS = process.env.E2E_SHOTS;

let town: RunningTown;
let browser: Browser;
let desk: Person;
let operator: Person;
let driver: Person;
let auditor: Person;
let today: string;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  const at = (door: string) => enter(browser, { url: town.url, door, viewport: DESKTOP });
  [desk, operator, driver, auditor] = [
    await at("オペレーター"),
    await at("運行事業者"),
    await at("運転者"),
    await at("監査人"),
  ];
  today = (await pauseClock(desk.page, town.url)).now.slice(0, 10);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

test("a dispatcher pins a rider, closes a stop and takes it back by keyboard, and reads a booking's history at the side", async () => {
  for (const call of CALLS) await book(call);
  const { page } = operator;
  await page.goto(`${town.url}/t/ube-demo/board`);
  const menu = page.getByRole("button", { name: /の配車の操作/ }).first();
  await menu.waitFor();
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: /予約を固定する/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: /予約を固定する/ }).press("Enter");
  await page.getByLabel("予約", { exact: true }).selectOption({ index: 1 });
  await page.getByText("影響を受ける予約はありません").waitFor();
  await expectAccessible(page);
  await shoot(page, "hand-pin");
  await page.getByRole("button", { name: "固定する" }).press("Enter");
  await page.getByText("実行しました").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("固定", { exact: true }).first().waitFor();

  await page.getByRole("button", { name: /この日の操作/ }).press("Enter");
  await page.getByRole("menuitem", { name: /乗降ポイントを休止する/ }).press("Enter");
  await page.getByLabel("乗降ポイント", { exact: true }).selectOption("s33");
  await page.getByLabel(/休止の終わり/).fill("15:00");
  await page.getByText("乗せる車両がありません").first().waitFor();
  await expectAccessible(page);
  await shoot(page, "hand-close-stop");
  await page.getByRole("button", { name: "休止する", exact: true }).press("Enter");
  await page.getByText("実行しました").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText(/まで休止しています（道路工事）/).waitFor();
  await expectAccessible(page);
  await shoot(page, "board-closed-stop");
  await page.getByRole("button", { name: "直前の操作を取り消す" }).press("Enter");
  await page.getByText("実行するとこうなります").waitFor();
  await page.getByRole("button", { name: "取り消す", exact: true }).press("Enter");
  await page.getByText("実行しました").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText(/まで休止しています/).waitFor({ state: "detached" });

  const history = page.getByRole("button", { name: /乗車番号 .* の履歴/ }).first();
  await history.press("Enter");
  await page.getByText("予約が確定しました").waitFor();
  await expectAccessible(page);
  await shoot(page, "history");
  await page.keyboard.press("Escape");
  await page.getByText("予約が確定しました").waitFor({ state: "detached" });
  expect(await history.evaluate((button) => button === document.activeElement)).toBe(true);
}, 300_000);

test("[SAP-5.4-5b] an auditor opens the day after, moves through it by arrow keys and lets it play; the board is as it was known then", async () => {
  await driveTheMorning();
  await jumpTo(driver.page, { url: town.url, to: `${dayAfter(today)}T09:00:00+09:00` });
  const { page } = auditor;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`${town.url}/t/ube-demo/past?date=${today}`);
  await page.getByText(/検査値と照らし合わせました/).waitFor();
  await page.getByText("乗車番号", { exact: true }).first().waitFor();
  await expectAccessible(page);
  await shoot(page, "past-end");

  const slider = page.getByRole("slider", { name: "時刻" });
  await slider.focus();
  await page.keyboard.press("Home");
  for (let k = 0; k < 5; k++) await page.keyboard.press("PageUp");
  const before = await slider.inputValue();
  await page.keyboard.press("ArrowRight");
  expect(Number(await slider.inputValue()) - Number(before)).toBe(60);
  const aboard = page.getByText("乗車中", { exact: true });
  await page.getByLabel("絞り込み").selectOption({ label: "乗降の記録" });
  await page
    .getByRole("row", { name: /乗車/ })
    .filter({ hasText: "乗車" })
    .getByRole("button")
    .first()
    .press("Enter");
  await aboard.first().waitFor();
  await page.waitForTimeout(800);
  await expectAccessible(page);
  await shoot(page, "past-aboard");
  const stood = await slider.inputValue();
  await page.getByRole("button", { name: "再生" }).press("Enter");
  await expect.poll(() => slider.inputValue(), { timeout: 60_000 }).not.toBe(stood);
  await page.getByRole("button", { name: "止める" }).press("Enter");
  await page
    .getByRole("button", { name: /の履歴/ })
    .first()
    .press("Enter");
  await page.getByText("予約が確定しました").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await shoot(page, "past-phone");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  const { entries } = await auditor.read<"listAudit">("/audit?limit=200");
  expect(entries.some(({ event }) => event === "past-day-read")).toBe(true);
}, 300_000);

/** Kana to find the member by, stops, arrive-by time. */
const CALLS = [
  ["まつもと", "s05", "s27", "09:40"],
  ["かわむら", "s12", "s33", "10:20"],
  ["おかもと", "s07", "s33", "10:25"],
  ["はらだ", "s20", "s02", "11:10"],
] as const;

async function book([kana, from, to, arriveBy]: (typeof CALLS)[number]): Promise<void> {
  const { members } = await desk.read<"searchMembers">(`/members?q=${encodeURIComponent(kana)}`);
  const answer = await post<QuoteAnswer>(desk, "/quotes", {
    memberId: members[0]!.id,
    from,
    to,
    time: { mode: "arrive", at: `${today}T${arriveBy}:00+09:00` },
    companions: { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 },
    wheelchairs: 0,
  });
  if (answer.kind === "quote") await post(desk, `/quotes/${answer.quote.id}/confirm`);
}

/** The driver works through the first stops, and tells where the vehicle is. */
async function driveTheMorning(): Promise<void> {
  const { stops } = await driver.read<"getService">("/service");
  for (let k = 0; k < 5; k++) {
    const sheet = await dutySheet(driver);
    const next = sheet.tasks.find(({ state }) => state === "next" || state === "here");
    if (next === undefined || sheet.duty === null) break;
    const at = [next.plannedAt, next.leaveNotBefore ?? next.plannedAt].sort().at(-1)!;
    await jumpTo(driver.page, { url: town.url, to: at });
    const { position } = stops.find(({ id }) => id === next.stopId)!;
    await post(driver, "/duty/position", { ...position, at });
    await serve(sheet, next, at);
  }
}

async function serve(
  sheet: DutySheet,
  { stopId, boards, alights, state }: DutySheet["tasks"][number],
  at: string,
): Promise<void> {
  const head = () => ({ id: randomUUID(), dutyId: sheet.duty!.id, at });
  const events = [
    ...(state === "next" ? [{ ...head(), kind: "arrived", stopId }] : []),
    ...alights.map(({ bookingId }) => ({ ...head(), kind: "alighted", bookingId })),
    ...boards.map(({ bookingId }) => ({ ...head(), kind: "boarded", bookingId })),
  ];
  await post(driver, "/duty/events", { events });
}

async function post<T>({ page }: Person, path: string, data?: object): Promise<T> {
  const answer = await page.context().request.post(`${town.url}/api/t/ube-demo${path}`, {
    headers: { "idempotency-key": randomUUID() },
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Pictures of the walk, for who wants to look. */
async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(1_500); // maps and fonts settle
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}
