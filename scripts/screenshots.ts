/**
 * Takes the pictures in docs/screenshots: a morning of the demo town, every face at desktop (the terminal: tablet) and
 * at phone width. Run: `npm run screenshots`
 */
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import type { DutySheet, MemberSummary, QuoteAnswer } from "@noriai/api";
import { chromium, type Page } from "playwright-core";
import { dutySheet, enter, jumpTo, type Person, pauseClock } from "../test/e2e/people.ts";
import { startTown } from "../test/e2e/town.ts";
import { findBrowser } from "./browser.mjs";
import { shootOwnPages, shootPublicPages, shootTicketOnTheDay } from "./face-pictures.ts";
import { ROOT } from "./root.ts";

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
const LYING_TABLET = { width: 1024, height: 768 };
const DESKTOP = { width: 1280, height: 900 };
const TALL = { width: 1280, height: 1340 };
const FOLDER = `${ROOT}/docs/screenshots`;

/** Kana to find the member by, stops, arrive-by time, companions of the general class. */
const CALLS = [
  ["まつもと", "s05", "s27", "09:40", 0],
  ["かわむら", "s12", "s33", "10:20", 0],
  ["おかもと", "s07", "s33", "10:25", 1],
  ["はらだ", "s20", "s02", "11:10", 0],
  ["はしもと ゆみ", "s38", "s24", "11:50", 1],
  ["なかの", "s30", "s16", "13:20", 0],
  ["いしだ", "s09", "s35", "14:10", 2],
] as const;

const { executablePath, args } = await findBrowser();
const town = await startTown();
const browser = await chromium.launch({
  executablePath,
  args: [...args, "--lang=ja-JP"],
  env: { ...process.env, LANGUAGE: "ja" }, // native date fields follow the browser, not the page
});
await mkdir(FOLDER, { recursive: true });
const people = await everybody();
const today = (await pauseClock(people.rider.page, town.url)).now.slice(0, 10);
for (const call of CALLS) await bookByPhone(call);
await shootRider();
await shootDesk();
const camera = { browser, url: town.url, shoot };
await shootPublicPages(camera);
await driveUntil("09:50");
await shootTicketOnTheDay(people.rider.page, camera);
await driveUntil("10:12");
await shootDriver();
await shootBoth(people.board, "board", DESKTOP);
await shootDelays();
await driveUntil("11:30");
await shootOwnPages(people.rider.page, camera);
await people.city.page.goto(`${town.url}/t/ube-demo/report`);
await shootBoth(people.city, "report", DESKTOP);
await people.city.page.goto(`${town.url}/t/ube-demo/past?date=${today}`);
await people.city.page
  .getByRole("slider", { name: "時刻" })
  .fill(String(Date.parse(`${today}T10:12:00+09:00`) / 1000));
await shootBoth(people.city, "past", DESKTOP);
await browser.close();
await town.stop();

async function everybody() {
  const at = (door: string, viewport: typeof PHONE) => enter(browser, { url: town.url, door, viewport });
  return {
    rider: await at("利用者", PHONE),
    desk: await at("オペレーター", DESKTOP),
    driver: await at("運転者", TABLET),
    board: await at("運行事業者", DESKTOP),
    city: await at("自治体", DESKTOP),
  };
}

async function bookByPhone([kana, from, to, arriveBy, companions]: (typeof CALLS)[number]): Promise<void> {
  const { members } = await people.desk.read<"searchMembers">(`/members?q=${encodeURIComponent(kana)}`);
  const [member] = members as MemberSummary[];
  if (member === undefined) throw new Error(`no member ${kana}`);
  const answer = await post<QuoteAnswer>(people.desk, "/quotes", {
    memberId: member.id,
    from,
    to,
    time: { mode: "arrive", at: `${today}T${arriveBy}:00+09:00` },
    companions: { general: companions, senior: 0, disabled: 0, child: 0, infant: 0 },
    wheelchairs: 0,
  });
  if (answer.kind === "quote") await post(people.desk, `/quotes/${answer.quote.id}/confirm`);
}

async function shootRider(): Promise<void> {
  const { page } = people.rider;
  await page
    .getByRole("link", { name: "新しく予約する" })
    .or(page.getByRole("button", { name: "新しく予約する" }))
    .click();
  await page.getByRole("button", { name: /^1番/ }).click();
  await shoot(page, "rider-stops-phone");
  await page.getByRole("button", { name: /^20番/ }).click();
  await page.getByRole("radio", { name: /到着の時刻で決める/ }).check({ force: true });
  await page.getByLabel("時", { exact: true }).selectOption("10");
  await page.getByLabel("分", { exact: true }).selectOption({ label: "30分" });
  await shoot(page, "rider-when-phone");
  await page.getByRole("button", { name: /次へ/ }).click();
  await page.getByRole("button", { name: "空きを調べる" }).click();
  await page.getByRole("button", { name: "この内容で確定する" }).waitFor();
  await shoot(page, "rider-offer-phone");
  await page.setViewportSize(DESKTOP);
  await shoot(page, "rider-offer-desktop");
  await page.setViewportSize(PHONE);
  await page.getByRole("button", { name: "この内容で確定する" }).click();
  await page.getByText("ご予約を承りました。").waitFor();
  await shoot(page, "rider-ticket-phone");
}

async function shootDesk(): Promise<void> {
  const { page } = people.desk;
  await page.getByRole("searchbox").fill("0836000002");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /佐々木 義男/ }).waitFor();
  for (const [field, value] of [
    ["乗車ポイント", "7"],
    ["降車ポイント", "33"],
  ] as const) {
    await page.getByRole("combobox", { name: field }).fill(value);
    await page.keyboard.press("Enter");
  }
  await page.getByLabel("時刻", { exact: true }).fill("1005");
  await page.keyboard.press("Control+Enter");
  await page
    .getByText(/復唱いたします|ご案内できません/)
    .first()
    .waitFor();
  await shootBoth(people.desk, "desk", TALL);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F4");
  await shootQuestion();
  await page.goto(`${town.url}/t/ube-demo/paper`);
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await shoot(page, "paper-desktop");
  await page.goto(`${town.url}/t/ube-demo/desk`);
}

/** A second wish for the ride that 中野 茂 has booked already. */
async function shootQuestion(): Promise<void> {
  const { page } = people.desk;
  await page.getByRole("searchbox").fill("0836000008");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /中野 茂/ }).waitFor();
  for (const [field, value] of [
    ["乗車ポイント", "30"],
    ["降車ポイント", "16"],
  ] as const) {
    await page.getByRole("combobox", { name: field }).fill(value);
    await page.keyboard.press("Enter");
  }
  await page.getByLabel("時刻", { exact: true }).fill("1430");
  await page.keyboard.press("Control+Enter");
  await page
    .getByRole("button", { name: /お客様に確認した|条件を変える/ })
    .first()
    .waitFor();
  await page.setViewportSize({ width: 1280, height: 1480 });
  await shoot(page, "desk-question-desktop");
  await page.setViewportSize(DESKTOP);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F4");
}

async function shootDriver(): Promise<void> {
  const { page } = people.driver;
  await page
    .getByRole("button", { name: "確認" })
    .click({ timeout: 5_000 })
    .catch(() => undefined);
  await shootBoth(people.driver, "driver", TABLET);
  await page.setViewportSize(LYING_TABLET);
  await chooseScreen(page, ["夜", "手袋"]);
  await shoot(page, "driver-night-tablet");
  await chooseScreen(page, ["昼", "手袋"]);
  await shoot(page, "driver-glove-tablet");
  await chooseScreen(page, ["昼", "ふつう"]);
  await page.setViewportSize(TABLET);
}

async function chooseScreen(page: Page, choices: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "画面と音" }).click();
  const dialog = page.getByRole("dialog");
  for (const choice of choices) await dialog.getByText(choice, { exact: true }).click();
  await dialog.getByRole("button", { name: "閉じる" }).click();
}

/** Three quarters of an hour late: whom the desk calls first, with what to say. */
async function shootDelays(): Promise<void> {
  const { duty } = await dutySheet(people.driver);
  const at = `${today}T10:12:00+09:00`;
  const delayed = { id: randomUUID(), dutyId: duty!.id, at, kind: "delayed", by: 2700, cause: "traffic" };
  await post(people.driver, "/duty/events", { events: [delayed] });
  const { page } = people.desk;
  await page.getByText("遅延連絡").first().click();
  await shootBoth(people.desk, "delay-list", TALL);
}

/** Lets the driver work through the terminal's own API until a time of day, stopping on arrival somewhere. */
async function driveUntil(time: string): Promise<void> {
  const until = `${today}T${time}:00+09:00`;
  for (;;) {
    const sheet = await dutySheet(people.driver);
    const next = sheet.tasks.find(({ state }) => state === "next" || state === "here");
    if (next === undefined || sheet.duty === null || next.plannedAt > until) break;
    const at =
      next.leaveNotBefore !== null && next.leaveNotBefore > next.plannedAt
        ? next.leaveNotBefore
        : next.plannedAt;
    await jumpTo(people.driver.page, { url: town.url, to: at });
    await serve(sheet, next, at);
  }
  await jumpTo(people.driver.page, { url: town.url, to: until }).catch(() => undefined);
}

async function serve(
  sheet: DutySheet,
  { stopId, boards, alights, state }: DutySheet["tasks"][number],
  at: string,
): Promise<void> {
  const head = () => ({ id: randomUUID(), dutyId: sheet.duty!.id, at });
  const collected = boards.filter(({ fare }) => fare.total > 0);
  await post(people.driver, "/duty/events", {
    events: [
      ...(state === "next" ? [{ ...head(), kind: "arrived", stopId }] : []),
      ...alights.map(({ bookingId }) => ({ ...head(), kind: "alighted", bookingId })),
      ...boards.map(({ bookingId }) => ({ ...head(), kind: "boarded", bookingId })),
      ...collected.map(({ bookingId, fare }) => ({
        ...head(),
        kind: "fare-collected",
        bookingId,
        amount: fare.total,
        means: "cash",
      })),
    ],
  });
}

async function post<T>({ page }: Person, path: string, data?: object): Promise<T> {
  const answer = await page.context().request.post(`${town.url}/api/t/ube-demo${path}`, {
    headers: { "idempotency-key": randomUUID() },
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function shootBoth({ page }: Person, name: string, wide: typeof PHONE): Promise<void> {
  await page.setViewportSize(wide);
  await shoot(page, `${name}-${wide === TABLET ? "tablet" : "desktop"}`);
  await page.setViewportSize(PHONE);
  await shoot(page, `${name}-phone`);
  await page.setViewportSize(wide);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(2_000); // maps and fonts settle
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(name);
}
