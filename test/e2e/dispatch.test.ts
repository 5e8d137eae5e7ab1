import { randomUUID } from "node:crypto";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { enter, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
/** Where pictures go, when somebody wants to look. */
const { PICTURES } = process.env;

describe("a dispatcher at the board, by keyboard alone", () => {
  let town: RunningTown;
  let browser: Browser;
  let board: Person;
  let desk: Person;
  let bookingId: string;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    desk = await enter(browser, { url: town.url, door: "オペレーター", viewport: DESKTOP });
    const today = (await pauseClock(desk.page, town.url)).now.slice(0, 10);
    bookingId = await book(desk, `${today}T13:00:00+09:00`);
    board = await enter(browser, { url: town.url, door: "運行事業者", viewport: DESKTOP });
  });

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test("[FIELD-25] takes the vehicle out after seeing whom it costs what, reads who is stranded, and takes it back", async () => {
    const { page } = board;
    const { bookings, duties, version } = await board.read<"getBoard">("/board");
    const { dutyId } = bookings.find(({ id }) => id === bookingId)!;
    const k = duties.findIndex(({ id }) => id === dutyId);
    const menu = page.getByRole("button", { name: /の配車の操作$/ });
    await menu.first().waitFor();
    await menu.nth(k).focus();
    await page.keyboard.press("Enter");
    const items = page.getByRole("menuitem");
    await expect.poll(() => items.count()).toBe(9);
    await expect.poll(() => focused(page)).toContain("予約を移す");
    for (let n = 0; n < 5; n++) await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toContain("運行を中止する");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toContain("運行を中止していません"); // why it cannot be brought back
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await picture(page, "dispatch-menu");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "実行するとこうなります" }).waitFor();
    expect((await board.read<"getBoard">("/board")).version).toBe(version);
    await expectAccessible(page);
    await picture(page, "dispatch-preview");
    await page.getByRole("dialog").getByRole("button", { name: "運行を中止する" }).press("Enter");
    await page.getByText("実行しました").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "閉じる" }).press("Enter");
    await page.getByText(/から運行中止（車両の故障）/).waitFor();
    const after = await board.read<"getBoard">("/board");
    const isCarried = after.bookings.find(({ id }) => id === bookingId)!.dutyId !== null;
    expect(after.stranded.includes(bookingId)).toBe(!isCarried);
    if (!isCarried) await page.getByText(/乗せる車両がない予約が\d+件あります/).waitFor();
    await picture(page, "dispatch-out");
    await expectAccessible(page);

    await page.getByRole("button", { name: "直前の操作を取り消す" }).press("Enter");
    await page.getByRole("heading", { name: "実行するとこうなります" }).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "取り消す", exact: true }).press("Enter");
    await page.getByText("実行しました").waitFor();
    const undone = await board.read<"getBoard">("/board");
    expect(undone.bookings.find(({ id }) => id === bookingId)!.dutyId).toBe(dutyId);
    expect(undone.stranded).toEqual([]);
    expect(undone.undoable).toBeNull();
  }, 60_000);

  test("[SAP-5.5-2] the desk phones a rider for whom no vehicle comes, notes what came of it, and phones again when one does", async () => {
    const { page } = desk;
    const { duties } = await board.read<"getBoard">("/board");
    for (const { id: dutyId } of duties) await instruct({ kind: "take-out", dutyId, reason: "accident" });
    await page.goto(`${town.url}/t/ube-demo/board`);
    const list = page.getByRole("group").filter({ hasText: "遅延連絡" });
    await list.getByText("迎えの車なし").waitFor();
    await list.getByText(/お迎えにうかがえる車両がございません。/).waitFor();
    expect(await list.getByRole("link", { name: /^電話番号/ }).getAttribute("href")).toMatch(/^tel:0/);
    const close = list.getByRole("button", { name: "一覧を閉じる" });
    expect(await close.getAttribute("aria-disabled")).toBe("true");
    await expectAccessible(page);
    await picture(page, "stranded-call");
    await list.getByRole("button", { name: "不在" }).press("Enter");
    await list.getByText(/ 不在（.+）$/).waitFor();
    await list.getByRole("button", { name: "通話済" }).press("Enter");
    await list.getByText("知らせ終えた方 1人").waitFor();
    await expect.poll(() => close.getAttribute("aria-disabled")).toBe(null);
    await expectAccessible(page);

    await instruct({ kind: "bring-back", dutyId: duties[0]!.id });
    await list.getByText("車両が決まりました").waitFor();
    await list.getByText(/お迎えにうかがえることになりました。$/).waitFor();
    expect(await close.getAttribute("aria-disabled")).toBe("true");
    await expectAccessible(page);
    await picture(page, "found-call");
  });

  async function instruct(instruction: object): Promise<void> {
    const { serviceDate, version } = await desk.read<"getBoard">("/board");
    const answer = await send(desk, "/board/instructions", { serviceDate, version, instruction });
    expect(answer.kind).toBe("instructed");
  }

  test("the city looks on: its board has no menu", async () => {
    const city = await enter(browser, { url: town.url, door: "自治体", viewport: DESKTOP });
    await city.page.goto(`${town.url}/t/ube-demo/board`);
    await city.page.getByText("予約一覧").waitFor();
    expect(await city.page.getByRole("button", { name: /の配車の操作$/ }).count()).toBe(0);
  });
});

/** The first member found rides from stop 20 to stop 2. */
async function book(desk: Person, at: string): Promise<string> {
  const { members } = await desk.read<"searchMembers">(`/members?q=${encodeURIComponent("はらだ")}`);
  const nobody = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };
  const wish = { memberId: members[0]!.id, from: "s20", to: "s02", time: { mode: "depart", at } };
  const quote = await send(desk, "/quotes", { ...wish, companions: nobody, wheelchairs: 0 });
  return (await send(desk, `/quotes/${quote.quote.id}/confirm`, {})).id;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of two routes
async function send({ page }: Person, path: string, data: unknown): Promise<any> {
  const { origin } = new URL(page.url());
  const headers = { "idempotency-key": randomUUID() };
  const answer = await page.context().request.post(`${origin}/api/t/ube-demo${path}`, { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? "");

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}
