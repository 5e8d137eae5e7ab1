import { mkdir } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { enter, type Person, pauseClock, stopNames } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NOBODY = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };
/** Members of the demo town by their numbers. */
const FAMILY = "0836000003";
const GENTLEMAN = { phone: "0836000002", name: "佐々木 義男" };

let town: RunningTown;
let browser: Browser;
let rider: Person;
let desk: Person;
let stops: ReadonlyMap<number, string>;
let wish: object;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  const at = (door: string, viewport: typeof PHONE) => enter(browser, { url: town.url, door, viewport });
  [rider, desk] = await Promise.all([at("利用者", PHONE), at("オペレーター", DESKTOP)]);
  const today = (await pauseClock(rider.page, town.url)).now.slice(0, 10);
  stops = await stopNames(rider);
  const { stops: all } = await rider.read<"getService">("/service");
  const idOf = (number: number) => all.find((stop) => stop.number === number)!.id;
  wish = {
    from: idOf(16),
    to: idOf(40),
    time: { mode: "arrive", at: `${today}T10:30:00+09:00` },
    companions: NOBODY,
    wheelchairs: 0,
  };
}, 180_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  await mkdir(".cache/e2e", { recursive: true });
  for (const [who, { page }] of Object.entries({ rider, desk }))
    await page.screenshot({ path: `.cache/e2e/waiting-${who}.png`, fullPage: true });
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

test("[FIELD-18] a rider who was refused waits, and sees the offer within five seconds after a family of eight has cancelled", async () => {
  const family = await memberId(FAMILY);
  const asked = await post("quotes", { ...wish, memberId: family, companions: { ...NOBODY, general: 7 } });
  const booking = await post(`quotes/${asked.quote.id}/confirm`);

  const { page } = rider;
  await askForTheSame(page);
  await page.getByRole("button", { name: "キャンセル待ちをする" }).click();
  await page.getByLabel("いつまで待ちますか").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "待つ", exact: true }).click();
  await page.getByText("キャンセル待ちを受け付けました（1番目）").waitFor();
  await expectAccessible(page);
  await waitByPhone(desk.page);
  await page.getByRole("link", { name: "「予約」の画面を開く" }).click();
  await page.getByText("いま 1番目にお待ちです").waitFor();
  await expectAccessible(page);
  await look(page, "waiting-place");

  await post(`bookings/${booking.id}/cancel`, { reason: "" });
  await page.getByRole("heading", { name: "空きが出ました" }).waitFor();
  await expectAccessible(page);
  await look(page, "waiting-offer");
  await page.getByRole("button", { name: "この内容で予約する" }).click();
  await page.getByText("ご予約を承りました。").waitFor();
  await expect.poll(() => page.getByRole("main").innerText()).toMatch(/乗車番号\s*\d{4}/);
  await page.getByRole("heading", { name: "空きが出ました" }).waitFor({ state: "detached" });
}, 240_000);

test("[FIELD-18] a rider who waits by phone is a task of the desk: number, words, a call in vain, then the booking", async () => {
  const { page } = desk;
  await page.goto(`${town.url}/t/ube-demo/desk`);
  const task = page.getByRole("listitem").filter({ hasText: GENTLEMAN.name });
  await page.getByText("待ちの方へお電話").click();
  await task.waitFor();
  expect(await task.getByRole("link").innerText()).toBe("0836-00-0002");
  expect(await task.innerText()).toContain(
    `「${stops.get(16)}」から「${stops.get(40)}」へのお車に、空きが出ました。`,
  );
  await expectAccessible(page);
  await look(page, "waiting-task");
  await task.getByRole("button", { name: "不在" }).click();
  await task.getByText(/不在（/).waitFor();
  await task.getByRole("button", { name: "予約する", exact: true }).click();
  await page.getByText(/佐々木 義男様の予約ができました。乗車番号は \d{4} です。/).waitFor();
  await expectAccessible(page);
  await page.getByRole("heading", { name: "待ちの方へお電話" }).waitFor({ state: "detached" });
}, 120_000);

/** As a rider does it on her phone, up to the refusal. */
async function askForTheSame(page: Page): Promise<void> {
  await page.goto(`${town.url}/t/ube-demo/ride/book/from`);
  for (const stop of [16, 40])
    await page
      .getByRole("button", { name: new RegExp(`${stops.get(stop)}`) })
      .first()
      .click();
  await page.getByRole("radio", { name: /到着の時刻で決める/ }).check({ force: true });
  await page.getByLabel("時", { exact: true }).selectOption("10");
  await page.getByLabel("分", { exact: true }).selectOption({ label: "30分" });
  await page.getByRole("button", { name: /次へ/ }).click();
  await page.getByRole("button", { name: "空きを調べる" }).click();
}

/** The gentleman calls and wants the same; the desk reads the refusal to him, and he waits. */
async function waitByPhone(page: Page): Promise<void> {
  await page.goto(`${town.url}/t/ube-demo/desk`);
  await page.getByRole("searchbox").fill(GENTLEMAN.phone);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: GENTLEMAN.name }).waitFor();
  for (const [field, stop] of [
    ["乗車ポイント", "16"],
    ["降車ポイント", "40"],
  ] as const) {
    await page.getByRole("combobox", { name: field }).fill(stop);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("radio", { name: "到着" }).check({ force: true });
  await page.getByLabel("時刻", { exact: true }).fill("1030");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "キャンセル待ちをする" }).click();
  await page.getByRole("button", { name: "待つ", exact: true }).click();
  await page.getByText("キャンセル待ちを受け付けました（2番目）").waitFor();
  await page.getByText("空きが出ましたら、こちらからお電話いたします。").waitFor();
  // Whoever cannot be called is promised no call.
  const byText = page.getByRole("checkbox", { name: /電話に出られない方/ });
  await byText.click();
  await page.getByText("空きが出ましたら、文字（メールなど）でお知らせいたします。").waitFor();
  await byText.click();
  await page.getByText("空きが出ましたら、こちらからお電話いたします。").waitFor();
  await page.getByRole("heading", { name: "キャンセル待ち 1件" }).waitFor();
  await expectAccessible(page);
  await look(page, "waiting-desk");
}

async function memberId(phone: string): Promise<string> {
  const { members } = await desk.read<"searchMembers">(`/members?q=${phone}`);
  return members[0]!.id;
}

let keys = 0;

/** As the desk's page sends it. */
// biome-ignore lint/suspicious/noExplicitAny: looked into by what is expected
async function post(path: string, data?: object): Promise<any> {
  const answer = await desk.page.context().request.post(`${town.url}/api/t/ube-demo/${path}`, {
    headers: { "idempotency-key": `waiting-test-${++keys}` },
    ...(data && { data }),
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** Kept to be looked at. */
async function look(page: Page, name: string): Promise<void> {
  await mkdir(".cache/e2e", { recursive: true });
  await page.screenshot({ path: `.cache/e2e/${name}.png`, fullPage: true });
}
