import { randomUUID } from "node:crypto";
import type { DutySheet, MemberSummary, QuoteAnswer } from "@noriai/api";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible, expectNoSidewaysScroll } from "./looks.ts";
import { dutySheet, enter, jumpTo, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const LANDSCAPE = { width: 1024, height: 768 };
const PORTRAIT = { width: 820, height: 1180 };
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const SOON = { timeout: 15_000 };

/** The terminal through a driver's eyes: what stands where, how large, and what the control room sees of it. */
describe("the driver's screen", () => {
  let town: RunningTown;
  let browser: Browser;
  let desk: Person;
  let driver: Person;
  let board: Page;
  let today: string;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    desk = await enter(browser, { url: town.url, door: "オペレーター", viewport: DESKTOP });
    today = (await pauseClock(desk.page, town.url)).now.slice(0, 10);
    await bookByPhone("まつもと", { from: "s05", to: "s27", arriveBy: "09:40" });
    await bookByPhone("おかもと", { from: "s07", to: "s33", arriveBy: "10:25" });
    driver = await enter(browser, { url: town.url, door: "運転者", viewport: LANDSCAPE });
    const operator = await enter(browser, { url: town.url, door: "運行事業者", viewport: DESKTOP });
    board = operator.page;
    await board.goto(`${town.url}/t/ube-demo/board`);
    await jumpTo(board, { url: town.url, to: `${today}T09:05:00+09:00` });
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test("[SAP-3.2-3a] the console says 未達 until the driver has confirmed the plan", async () => {
    const { page } = driver;
    await page.getByRole("button", { name: "確認" }).waitFor(SOON);
    await board.getByText("未達", { exact: true }).waitFor(SOON);
    await page.getByRole("button", { name: "確認" }).click();
    await board.getByText("確認済", { exact: true }).waitFor(SOON);
  });

  test("[FIELD-22] the next stop, its side and the way there; the button to press is seen without scrolling, lying and upright, by day and night, with gloves", async () => {
    const { page } = driver;
    const next = page.getByRole("region", { name: "次の乗降ポイント" });
    await next.getByText("5番").waitFor();
    await next.getByText(/^着ける側：/).waitFor();
    await next.getByText(/^あと[\d.]+(m|km)$/).waitFor();
    await next.getByText("松本 清 様").waitFor();
    const arrived = next.getByRole("button", { name: "着いた" });
    for (const [look, press] of [
      ["昼", "ふつう"],
      ["昼", "手袋"],
      ["夜", "手袋"],
    ] as const) {
      await chooseScreen(page, { look, press });
      for (const viewport of [PORTRAIT, LANDSCAPE]) {
        await page.setViewportSize(viewport);
        await page.evaluate(() => window.scrollTo(0, 0));
        const box = (await arrived.boundingBox())!;
        expect(box.y + box.height, `${look} ${press}`).toBeLessThan(viewport.height);
        expect(box.height).toBeGreaterThanOrEqual(press === "手袋" ? 112 : 76);
        await expectNoSidewaysScroll(page);
      }
      await expectAccessible(page);
    }
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).filter)).toContain("invert");
    await page.reload();
    await page.getByRole("button", { name: "着いた" }).waitFor(SOON);
    expect(await page.evaluate(() => document.documentElement.hasAttribute("data-glove"))).toBe(true);
    await chooseScreen(page, { look: "昼", press: "ふつう" });
    await page.setViewportSize(PHONE);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize(LANDSCAPE);
  });

  test("[FIELD-22] the next stop is read aloud with a voice of the device alone, and no name is said", async () => {
    const context = await browser.newContext({
      storageState: await driver.page.context().storageState(),
      viewport: LANDSCAPE,
      locale: "ja-JP",
    });
    await context.addInitScript(listenToVoices);
    const page = await context.newPage();
    await page.goto(`${town.url}/t/ube-demo/drive`);
    await page.getByRole("button", { name: "着いた" }).waitFor(SOON);
    const said = () => page.evaluate(() => (globalThis as unknown as Said).said);
    expect(await said()).toEqual([]);
    await page.getByRole("button", { name: "画面と音" }).click();
    await expectAccessible(page);
    await page.getByText("声で読み上げる").click();
    await page.reload();
    await expect.poll(said, SOON).toHaveLength(1);
    const [words] = await said();
    expect(words).toMatch(/^端末の声：次は、5番、.+。乗る人、1人。$/);
    expect(words).not.toContain("松本");
    await context.close();
  });

  test("[SAP-5.3-3] the board shows battery, storage and signal of the terminal, and warns of a battery that is nearly empty", async () => {
    await board.getByText("端末", { exact: true }).waitFor(SOON);
    await board.getByText(/^電池\d+%/).waitFor();
    await board.getByText(/^位置 \d+秒前$/).waitFor();
    await expectAccessible(board);
    const context = await browser.newContext({
      storageState: await driver.page.context().storageState(),
      viewport: LANDSCAPE,
      locale: "ja-JP",
    });
    await context.addInitScript(() =>
      Object.assign(navigator, { getBattery: async () => ({ level: 0.12, charging: false }) }),
    );
    const page = await context.newPage();
    await page.goto(`${town.url}/t/ube-demo/drive`);
    await page.getByText("端末の電池が残り12%です。充電してください。").waitFor(SOON);
    await expectAccessible(page);
    await board.getByText("電池12%").waitFor(SOON);
    await expectAccessible(board);
    await context.close();
  });

  test("[SAP-5.3-1] fares by cash and otherwise make the day's sum; a wrong one is corrected with its reason, and both stand in the duty record", async () => {
    const { page } = driver;
    await serve(page);
    await page.getByRole("button", { name: "松本 清 様 150円 受け取る" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("受け取った額（円）").fill("510");
    await dialog.getByRole("button", { name: "受け取った", exact: true }).click();
    await dialog.getByText("理由を選んでください").waitFor();
    await expectAccessible(page);
    await dialog.getByText("その他").click();
    await dialog.getByRole("button", { name: "受け取った", exact: true }).click();
    const till = page.getByRole("region", { name: "この乗務の運賃" });
    await till.getByText("510円").first().waitFor();
    await page.getByRole("button", { name: "松本 清 様の運賃を直す" }).click();
    await dialog.getByText("現金以外").click();
    await dialog.getByText("打ち間違い").click();
    await dialog.getByRole("button", { name: "受け取った", exact: true }).click();
    await page.getByText("受け取り済み 150円（現金以外）").waitFor();
    await page.getByText("先に運賃の受け取りを取り消してください").waitFor(); // the arrival rests under it
    await expect.poll(async () => (await sheetOf()).takings, SOON).toEqual({ cash: 0, cashless: 150 });
    await expect.poll(() => till.innerText()).toMatch(/現金\s*0円\s*現金以外\s*150円/);
    await page.getByRole("button", { name: "松本 清 様 乗った" }).click();
    await page.getByText("戻す", { exact: false }).filter({ hasText: "松本 清 様 乗った" }).waitFor(SOON);

    await page.getByRole("link", { name: "業務記録を見る・印刷する" }).click();
    await page.getByText(/150円（現金以外） 所定の額 150円 前の記録は 510円 打ち間違い/).waitFor(SOON);
    await expectAccessible(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "印刷する" }).isVisible()).toBe(false);
    expect(await page.getByRole("heading", { name: /田中 一郎/ }).isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("link", { name: "乗務の画面へ戻る" }).click();
  });

  test("[SAP-5.3-1] a fare that was never taken is taken back behind its stop, and asked for again", async () => {
    const { page } = driver;
    const till = page.getByRole("region", { name: "この乗務の運賃" });
    await till.getByText("受け取った運賃を直す（1組）").click();
    await expectAccessible(page);
    await till.getByRole("button", { name: "松本 清 様の運賃を直す" }).click();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "受け取りを取り消す" }).click();
    await page.getByRole("heading", { name: "まだ受け取っていない運賃" }).waitFor();
    await expect.poll(async () => (await sheetOf()).takings, SOON).toEqual({ cash: 0, cashless: 0 });
    await page.getByRole("button", { name: "松本 清 様 150円 受け取る" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "受け取った", exact: true }).click();
    await expect.poll(async () => (await sheetOf()).takings, SOON).toEqual({ cash: 150, cashless: 0 });
  });

  test("[SAP-3.4-6] a stop that is buried is told to the city by one press, why by a second", async () => {
    const { page } = driver;
    const report = page.getByRole("button", { name: "乗降ポイントが使えない" });
    await report.click();
    await page.getByText(/^市へ知らせます：27番/).waitFor();
    await page.getByRole("button", { name: "雪に埋まっている" }).click();
    await page.getByText(/^市へ知らせるよう記録しました：27番.+雪に埋まっている$/).waitFor();
    await expect.poll(stopTroubles, SOON).toEqual([["s27", "buried"]]);
    await report.click();
    await page.getByRole("button", { name: "知らせない" }).click();
    await report.click(); // and nothing more
    await expectAccessible(page);
    await expect.poll(stopTroubles, { timeout: 30_000 }).toEqual([
      ["s27", "blocked"],
      ["s27", "buried"],
    ]);
  });

  test("a driver with unsent records is asked before signing out", async () => {
    const { page } = driver;
    await page.route("**/duty/log", (route) => route.fulfill({ status: 503 }));
    await page.getByRole("button", { name: "乗降ポイントが使えない" }).click();
    await page.getByRole("button", { name: "壊れている" }).click();
    await page.getByText("未送信 1件").waitFor(SOON);
    await page.getByRole("button", { name: "役割を替える" }).click();
    const question = page.getByRole("dialog", { name: "未送信の記録が1件あります" });
    await question.waitFor(SOON);
    await expectAccessible(page);
    await question.getByRole("button", { name: "ログアウトしない" }).click();
    // Whatever page of the driver is open: what waits is in sight, and is sent.
    await page.getByRole("link", { name: "業務記録を見る・印刷する" }).click();
    await page.getByRole("heading", { name: "業務記録" }).first().waitFor(SOON);
    await page.getByText("未送信 1件").waitFor();
    await expectAccessible(page);
    await page.unroute("**/duty/log");
    await page.getByText("すべて送信済み").waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "乗務の画面へ戻る" }).click();
    await page.getByText("すべて送信済み").waitFor(SOON);
  });

  test("[SAP-3.2-3a] without a network a new ride waits, the console says 未達 meanwhile, and back on the line it appears by itself", async () => {
    const { page } = driver;
    await page.evaluate(listenToChimes);
    await page.context().setOffline(true);
    await bookByPhone("はらだ", { from: "s20", to: "s02", arriveBy: "11:10" });
    await board.getByText("未達", { exact: true }).waitFor(SOON);
    await page.waitForTimeout(3_000);
    expect(await page.getByText("原田 節子").count()).toBe(0);
    await page.context().setOffline(false);
    await page.getByText("追加 原田 節子 様").waitFor(SOON);
    await expectAccessible(page);
    await expect.poll(chimes, SOON).toBe(1);
    await page.getByRole("button", { name: "確認" }).click();
    await board.getByText("確認済", { exact: true }).waitFor(SOON);
  });

  test("[SAP-3.2-3a] a ride that is changed is told by its name and heard, and the console says 未達 until the driver has confirmed", async () => {
    const { page } = driver;
    const { tasks } = await sheetOf();
    const rides = tasks.flatMap(({ boards }) => boards).filter(({ state }) => state === "confirmed");
    const { bookingId } = rides.find(({ calledName }) => calledName === "原田 節子")!;
    const more = { replaces: bookingId, companions: { ...ALONE, general: 1 } };
    await bookByPhone("はらだ", { from: "s20", to: "s02", arriveBy: "11:10", ...more });
    await page.getByText("変更 原田 節子 様").waitFor(SOON);
    await board.getByText("未達", { exact: true }).waitFor(SOON);
    await expectAccessible(page);
    await expect.poll(chimes, SOON).toBe(2);
    await page.getByRole("button", { name: "確認" }).click();
    await board.getByText("確認済", { exact: true }).waitFor(SOON);
  });

  test("[SAP-3.2-3a] the plan of another duty is new to the driver, whatever was confirmed of the one before", async () => {
    const { page } = driver;
    await page.getByRole("button", { name: "確認", exact: true }).waitFor({ state: "detached" });
    // As when the vehicle's second duty of the day begins while the page stands open.
    await page.route("**/api/t/ube-demo/duty", async (route) => {
      const response = await route.fetch();
      const sheet = (await response.json()) as DutySheet;
      const duty = { ...sheet.duty, id: `${sheet.duty!.id}-next` };
      await route.fulfill({ response, json: { ...sheet, duty, acknowledged: 0 } });
    });
    const { tasks } = await sheetOf();
    await jumpTo(page, { url: town.url, to: tasks.find(({ state }) => state === "next")!.plannedAt });
    await page.getByRole("heading", { name: "今日の予定です" }).waitFor(SOON);
    expect(await page.getByRole("heading", { name: "予定が変わりました" }).count()).toBe(0);
    await expectAccessible(page);
    await page.unroute("**/api/t/ube-demo/duty");
  });

  const chimes = (): Promise<number> =>
    driver.page.evaluate(() => (globalThis as unknown as { chimes: number }).chimes);

  const sheetOf = (): Promise<DutySheet> => dutySheet(driver);

  /** Drives to the next stop and reports the arrival. */
  async function serve(page: Page): Promise<void> {
    const next = (await sheetOf()).tasks.find(({ state }) => state === "next")!;
    await jumpTo(page, { url: town.url, to: next.leaveNotBefore ?? next.plannedAt });
    await page.getByRole("button", { name: "着いた" }).click();
    await page.getByRole("region", { name: "停車中の乗降ポイント" }).waitFor();
  }

  async function stopTroubles(): Promise<string[][]> {
    const answer = await board.context().request.get(`${town.url}/api/t/ube-demo/stop-tasks`);
    const { tasks } = (await answer.json()) as { tasks: { stopId: string; trouble: string }[] };
    return tasks.map(({ stopId, trouble }) => [stopId, trouble]).sort();
  }

  async function bookByPhone(
    kana: string,
    {
      arriveBy,
      ...trip
    }: {
      from: string;
      to: string;
      arriveBy: string;
      replaces?: string;
      companions?: typeof ALONE;
    },
  ): Promise<void> {
    const { members } = await desk.read<"searchMembers">(`/members?q=${encodeURIComponent(kana)}`);
    const answer = await post<QuoteAnswer>("/quotes", {
      memberId: (members as MemberSummary[])[0]!.id,
      wheelchairs: 0,
      time: { mode: "arrive", at: `${today}T${arriveBy}:00+09:00` },
      companions: ALONE,
      ...trip,
    });
    if (answer.kind !== "quote") throw new Error(`${kana} was refused`);
    await post(`/quotes/${answer.quote.id}/confirm`);
  }

  async function post<T>(path: string, data?: object): Promise<T> {
    const answer = await desk.page.context().request.post(`${town.url}/api/t/ube-demo${path}`, {
      headers: { "idempotency-key": randomUUID() },
      ...(data === undefined ? {} : { data }),
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
});

const ALONE = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };

/** Counts the tones: each opens its own audio. */
function listenToChimes(): void {
  Object.assign(globalThis, {
    chimes: 0,
    AudioContext: class extends AudioContext {
      constructor() {
        super();
        (globalThis as unknown as { chimes: number }).chimes++;
      }
    },
  });
}

interface Said {
  readonly said: string[];
}

/** A device with a voice of its own and one that is spoken elsewhere; keeps what is said with which. */
function listenToVoices(): void {
  const said: string[] = [];
  const voices = [
    { name: "よその声", lang: "ja-JP", localService: false, default: true },
    { name: "端末の声", lang: "ja-JP", localService: true, default: false },
  ];
  Object.defineProperty(globalThis, "SpeechSynthesisUtterance", {
    value: class {
      readonly text: string;
      voice: { name: string } | null = null;
      lang = "";
      constructor(text: string) {
        this.text = text;
      }
    },
  });
  Object.defineProperty(globalThis, "speechSynthesis", {
    value: {
      getVoices: () => voices,
      speak: ({ text, voice }: { text: string; voice: { name: string } }) =>
        said.push(`${voice.name}：${text}`),
    },
  });
  Object.assign(globalThis, { said });
}

async function chooseScreen(
  page: Page,
  { look, press }: { readonly look: string; readonly press: string },
): Promise<void> {
  await page.getByRole("button", { name: "画面と音" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(look, { exact: true }).click();
  await dialog.getByText(press, { exact: true }).click();
  await dialog.getByRole("button", { name: "閉じる" }).click();
  await dialog.waitFor({ state: "detached" });
}
