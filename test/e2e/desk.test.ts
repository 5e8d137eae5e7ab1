import { randomUUID } from "node:crypto";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { dutySheet, enter, jumpTo, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Where pictures go, when somebody wants to look. */
const { PICTURES } = process.env;
const GENTLEMAN = "0836000002";
const LADY = "0836000003";
const NEIGHBOUR = "0836000006";
const MOST = { returning: 25, new: 90, change: 15 };

/** The phone desk in a real browser: every key press is counted, and there is no mouse. */
describe("a phone operator, by keyboard alone", () => {
  let town: RunningTown;
  let browser: Browser;
  let desk: Person;
  let driver: Person;
  let today: string;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    desk = await enter(browser, { url: town.url, door: "オペレーター", viewport: DESKTOP });
    today = (await pauseClock(desk.page, town.url)).now.slice(0, 10);
    driver = await enter(browser, { url: town.url, door: "運転者", viewport: DESKTOP });
    const gentleman = await memberOf(GENTLEMAN);
    await book({ memberId: gentleman, from: "s07", to: "s33", at: `${today}T10:00:00+09:00` });
    await driveEverybody();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test(`[SAP-5.1-2] books a returning member in at most ${MOST.returning} key presses after the number`, async () => {
    const { page } = desk;
    await openDesk(page);
    const keys = counting(page);
    await page.keyboard.type(GENTLEMAN);
    await keys.press("Enter");
    await page.getByRole("heading", { name: /佐々木 義男/ }).waitFor();
    await focusOn(page, "同じ区間");
    await expectAccessible(page);
    await picture(page, "desk-caller");
    await keys.press("Enter");
    await fieldHasFocus(page, "時刻");
    await keys.press("Enter");
    await keys.press("Enter");
    await page.getByText("復唱いたします").waitFor();
    await confirm(page, keys);
    await page.getByText("予約を確定しました").waitFor();
    await expectAccessible(page);
    await picture(page, "desk-booked");
    console.log(`a returning member: ${keys.count()} key presses after the number`);
    expect(keys.count()).toBeLessThanOrEqual(MOST.returning);
    await page.keyboard.press("Enter");
    await page.getByText("通話していません").waitFor();
  }, 60_000);

  test(`[SAP-5.1-2] registers and books a new member in at most ${MOST.new} key presses after the number`, async () => {
    const { page } = desk;
    await openDesk(page);
    const keys = counting(page, await page.context().newCDPSession(page));
    await page.keyboard.type("0836219999");
    await keys.press("Enter");
    await fieldHasFocus(page, "氏名");
    await keys.compose({ romaji: "kimura", kana: "きむら", word: "木村" });
    await keys.press("Space");
    await keys.compose({ romaji: "tomoe", kana: "ともえ", word: "巴" });
    expect(await page.getByLabel("かな", { exact: true }).inputValue()).toBe("きむら ともえ");
    await keys.press("Enter");
    await fieldHasFocus(page, "生年月日");
    await keys.type("s23.5.3");
    await keys.press("Enter");
    await keys.compose({ romaji: "kotosibatyou", kana: "ことしばちょう", word: "琴芝町" });
    await expectAccessible(page);
    await picture(page, "desk-new-member");
    await keys.press("Enter");
    await page.getByRole("heading", { name: /木村 巴/ }).waitFor();
    await focusOn(page, "新しい区間");
    await keys.press("Enter");
    await fieldHasFocus(page, "乗車ポイント");
    await keys.type("7");
    await keys.press("Enter");
    await keys.type("33");
    for (let field = 0; field < 5; field++) await keys.press("Enter"); // 降車, 日, 出発・到着, 時刻, 同伴者
    await page.getByText("復唱いたします").waitFor();
    await confirm(page, keys);
    await page.getByText("予約を確定しました").waitFor();
    console.log(`a new member: ${keys.count()} key presses after the number`);
    expect(keys.count()).toBeLessThanOrEqual(MOST.new);
    await page.keyboard.press("F4");
    await page.getByText("通話していません").waitFor();
  }, 60_000);

  test("[SAP-5.1-2] a telephone system opens the caller by the address, and the number does not stay in it", async () => {
    const { page } = desk;
    await page.goto("about:blank");
    await page.goto(`${town.url}/t/ube-demo/desk#call=%2B81%20836-00-0003`);
    await page.getByRole("heading", { name: /田村 和子/ }).waitFor();
    expect(page.url()).toBe(`${town.url}/t/ube-demo/desk`);
    await page.getByText(/^通話中/).waitFor();
    await page.keyboard.press("F4");
  });

  test("[SAP-5.5-1] a ringing call is answered with one key and opens its caller; the log tells what came of it", async () => {
    const { page } = desk;
    await openDesk(page);
    const answer = await page.context().request.post(`${town.url}/api/t/ube-demo/calls/incoming`, {
      data: { number: "0836-00-0004" },
    });
    expect(Object.keys(await answer.json())).toEqual(["callId"]);
    await page.getByText("着信があります").waitFor();
    await expectAccessible(page);
    await picture(page, "desk-ringing");
    await page.keyboard.press("F2");
    await page.getByRole("heading", { name: /松本 清/ }).waitFor();
    await page.keyboard.press("F4");
    await page.getByText("通話していません").waitFor();
    await expect
      .poll(async () => (await desk.read<"listCalls">("/calls")).calls.map(({ outcome }) => outcome), SOON)
      .toEqual(["booked", "booked", "information", "information"]);
    await page.getByRole("button", { name: "今日の通話" }).press("Enter");
    await page.getByRole("dialog").getByText("松本 清").waitFor();
    await expectAccessible(page);
    await picture(page, "desk-calls");
    await page.keyboard.press("Escape");
  });

  test("[SAP-5.5-1] a call that rings while the page is still opening its line to the server is shown", async () => {
    const { page } = desk;
    const line = `${town.url}/api/t/ube-demo/live*`;
    const opening = Promise.withResolvers<void>();
    await page.route(line, async (route) => {
      await opening.promise;
      await route.continue();
    });
    await openDesk(page);
    await page.getByText("通話していません").waitFor();
    const ring = { data: { number: "0836-00-0004" } };
    await page.context().request.post(`${town.url}/api/t/ube-demo/calls/incoming`, ring);
    expect(await page.getByText("着信があります").count()).toBe(0);
    opening.resolve();
    await page.getByText("着信があります").waitFor();
    await page.unroute(line);
    await page.keyboard.press("F2");
    await page.getByRole("heading", { name: /松本 清/ }).waitFor();
    await page.keyboard.press("F4");
    await page.getByText("通話していません").waitFor();
  });

  test(`[SAP-5.1-2] [SAP-5.4-3] changes a booking in at most ${MOST.change} key presses after the number, read back from what to what`, async () => {
    const { page } = desk;
    const neighbour = await memberOf(NEIGHBOUR);
    await book({ memberId: neighbour, from: "s12", to: "s33", at: `${today}T13:30:00+09:00` });
    const [before] = await bookingsOf(neighbour);
    await openDesk(page);
    const keys = counting(page);
    await page.keyboard.type(NEIGHBOUR);
    await keys.press("Enter");
    await page.getByRole("heading", { name: /岡本 正雄/ }).waitFor();
    await focusOn(page, "新しい区間");
    await keys.press("c");
    await focusOn(page, "変更：");
    await keys.press("Enter");
    await fieldHasFocus(page, "時刻");
    await changePanel(page).waitFor();
    await expectAccessible(page);
    await picture(page, "desk-change");
    await keys.type("1430");
    await keys.press("Enter");
    await keys.press("Enter");
    await page.getByText(/お迎えは午後1時30分.*のご予約を、次のように変更いたします/).waitFor();
    await page.getByText(/^お迎えは午後2時/).waitFor();
    await confirm(page, keys);
    await page.getByText("予約を変更しました").waitFor();
    await expectAccessible(page);
    await picture(page, "desk-changed");
    console.log(`a change: ${keys.count()} key presses after the number`);
    expect(keys.count()).toBeLessThanOrEqual(MOST.change);
    const bookings = await bookingsOf(neighbour);
    expect(bookings).toHaveLength(1);
    expect(bookings[0]).toMatchObject({
      id: before!.id,
      boardingCode: before!.boardingCode,
      trip: { time: { at: `${today}T14:30:00+09:00` } },
    });
    await page.keyboard.press("Enter");
    await page.getByText("通話していません").waitFor();
    await expect
      .poll(async () => (await desk.read<"listCalls">("/calls")).calls.at(-1), SOON)
      .toMatchObject({ outcome: "changed", bookings: 1 });
  }, 120_000);

  test("[SAP-5.4-3] [SAP-5.5-3] a change that is refused, left or overtaken keeps the booking and gives the held place back", async () => {
    const { page } = desk;
    const neighbour = await memberOf(NEIGHBOUR);
    const [before] = await bookingsOf(neighbour);
    await openDesk(page);
    await page.keyboard.type(NEIGHBOUR);
    await page.keyboard.press("Enter");
    await focusOn(page, "新しい区間");
    await page.keyboard.press("c");
    await focusOn(page, "変更：");
    await page.keyboard.press("Enter");
    await fieldHasFocus(page, "時刻");
    await page.keyboard.type("0210");
    await page.keyboard.press("Control+Enter");
    await page.getByText("いまのご予約は、そのままお取りしております。").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("m");
    await page.getByText(/次のように変更いたします/).waitFor();
    const givenBack = released(page);
    await page.keyboard.press("Escape");
    expect((await givenBack).status()).toBe(204);
    await fieldHasFocus(page, "時刻");
    expect(await page.getByLabel("時刻", { exact: true }).inputValue()).toBe("14:10");
    await page.keyboard.press("Escape");
    await fieldHasFocus(page, "乗車ポイント");
    expect(await changePanel(page).count()).toBe(0);
    const { trip, promise, boardingCode, state } = before!;
    expect(await bookingsOf(neighbour)).toMatchObject([{ trip, promise, boardingCode, state }]);

    await page.getByRole("button", { name: /^変更：/ }).press("Enter");
    await fieldHasFocus(page, "時刻");
    await page.keyboard.type("1400");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/次のように変更いたします/).waitFor();
    const overtaken = released(page);
    await send(desk, `/bookings/${before!.id}/cancel`, { reason: "家族から電話" });
    await page.getByText("ほかの人がこの予約を変更しました").waitFor();
    expect(await page.getByRole("button", { name: "変更を確定する" }).count()).toBe(0);
    await focusOn(page, "いまの内容のままにする");
    await expectAccessible(page);
    await picture(page, "desk-change-overtaken");
    await page.keyboard.press("Enter");
    expect((await overtaken).status()).toBe(204);
    expect(await changePanel(page).count()).toBe(0);
    await page.keyboard.press("F4");
  }, 120_000);

  test("[SAP-5.1-2] [FIELD-31] the same ride twice is asked about before it can be confirmed, and half a day's slip is mended in one key", async () => {
    const { page } = desk;
    const lady = await memberOf(LADY);
    await book({ memberId: lady, from: "s02", to: "s20", at: `${today}T13:00:00+09:00` });
    await openDesk(page);
    const keys = counting(page);
    await page.keyboard.type(LADY);
    await keys.press("Enter");
    await focusOn(page, "新しい区間");
    await wish(page, { from: "2", to: "20", time: "1400" });
    await page.getByText(/同じ区間の予約が、.*13:00にすでにあります/).waitFor();
    expect(await page.getByRole("button", { name: "確定する" }).getAttribute("aria-disabled")).toBe("true");
    await focusOn(page, "お客様に確認した");
    await expectAccessible(page);
    await picture(page, "desk-doubt");
    await page.keyboard.press("Enter");
    await focusOn(page, "確定する");
    expect((await desk.read<"listMemberBookings">(`/members/${lady}/bookings`)).bookings).toHaveLength(1);
    await page.keyboard.press("Escape");
    await wish(page, { from: "2", to: "33", time: "0230" });
    await page.getByRole("button", { name: /^M 14:30に直す/ }).waitFor();
    await expectAccessible(page);
    await picture(page, "desk-refusal");
    await page.keyboard.press("m");
    await page.getByText("復唱いたします").waitFor();
    expect(await page.getByLabel("時刻", { exact: true }).inputValue()).toBe("14:30");
    await page.keyboard.press("Escape");
    await page.keyboard.press("F4");
  }, 60_000);

  test("[SAP-5.1-2] a caller who says no keeps no seat: the end of the call gives it back, and so does a new wish", async () => {
    const { page } = desk;
    const held = async () => (await desk.read<"getBoard">("/board")).held.length;
    await openDesk(page);
    for (const leave of [() => page.keyboard.type("5"), () => page.keyboard.press("F4")]) {
      if ((await page.getByRole("heading", { name: /田村 和子/ }).count()) === 0) {
        await page.keyboard.type(LADY);
        await page.keyboard.press("Enter");
        await focusOn(page, "新しい区間");
      }
      await wish(page, { from: "7", to: "33", time: "1430" });
      await page.getByText("復唱いたします").waitFor();
      expect(await held()).toBe(1);
      await page.getByLabel("時刻", { exact: true }).focus();
      await leave();
      await expect.poll(held, SOON).toBe(0);
    }
    await page.getByText("通話していません").waitFor();
  }, 60_000);

  test("[SAP-5.2-1] a caller who knows no stop is offered those nearest to the address", async () => {
    const { page } = desk;
    await openDesk(page);
    const stop = page.getByRole("combobox", { name: "乗車ポイント" });
    await stop.fill("琴芝町一丁目");
    const near = page.getByRole("option", { name: /琴芝町.*から約\d/ });
    await near.first().waitFor();
    await expectAccessible(page);
    await picture(page, "desk-near");
    const [name] = (await near.first().innerText()).split("琴芝町");
    await stop.press("Tab"); // what is only near is not taken by leaving
    expect(await stop.inputValue()).toBe("");
    await stop.fill("琴芝町一丁目");
    await near.first().waitFor();
    await stop.press("Enter");
    expect((await stop.inputValue()).replace(/\s/g, "")).toBe(name!.replace(/\s/g, ""));
  }, 120_000);

  test("[SAP-5.4-3] a ride that somebody else has just changed is not called off unseen", async () => {
    const { page } = desk;
    const lady = await memberOf(LADY);
    await openDesk(page);
    await page.keyboard.type(LADY);
    await page.keyboard.press("Enter");
    await page
      .getByRole("button", { name: /^取消：/ })
      .first()
      .press("Enter");
    const { bookings } = await desk.read<"listMemberBookings">(`/members/${lady}/bookings`);
    const { id, version } = bookings.find(({ state }) => state === "confirmed")!;
    const companions = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };
    const other = { from: "s02", to: "s20", companions, wheelchairs: 1, memberId: lady, replaces: id };
    const time = { mode: "depart", at: `${today}T13:00:00+09:00` };
    const asked = await send(desk, "/quotes", { ...other, time });
    await send(desk, `/bookings/${id}/change`, { quoteId: asked.quote.id, version });
    await page.getByRole("dialog").getByRole("button", { name: "取り消す", exact: true }).press("Enter");
    await page.getByText("ほかの人がこの予約を変更しました").waitFor();
    await expectAccessible(page);
    await picture(page, "desk-overtaken");
    await page.getByRole("button", { name: "いまの内容のままにする" }).press("Enter");
    expect((await desk.read<"listMemberBookings">(`/members/${lady}/bookings`)).bookings[0]).toMatchObject({
      ...{ id, state: "confirmed" },
    });
    await page.keyboard.press("F4");
  }, 60_000);

  test("an offer that is about to be lost says so before, and E keeps it; what was typed is still there afterwards", async () => {
    const { page } = desk;
    await openDesk(page);
    await page.keyboard.type(LADY);
    await page.keyboard.press("Enter");
    await focusOn(page, "新しい区間");
    await wish(page, { from: "7", to: "33", time: "1430" });
    await page.getByText(/^仮押さえ中/).waitFor();
    const untilAlmostOver = async () => {
      const left = await page.getByText(/^仮押さえ中/).innerText();
      const [minutes = 0, seconds = 0] = /(\d+):(\d\d)/.exec(left)!.slice(1).map(Number);
      const { now } = await (await page.context().request.get(`${town.url}/api/world`)).json();
      await jumpTo(page, {
        url: town.url,
        to: instant(Date.parse(now) / 1000 + minutes * 60 + seconds - 12),
      });
    };
    for (let renewal = 0; renewal < 3; renewal++) {
      const renewed = page.waitForResponse((answer) => answer.url().endsWith("/quotes"), { timeout: 80_000 });
      await untilAlmostOver();
      await renewed;
      await page.getByText(/^仮押さえ中　あと [1-9]/).waitFor();
    }
    await untilAlmostOver();
    await page.getByRole("alert").getByText("仮押さえがまもなく切れます").waitFor({ timeout: 80_000 });
    await expectAccessible(page);
    await picture(page, "desk-hold-ending");
    await page.keyboard.press("e");
    await page.getByText(/^仮押さえ中　あと [1-9]/).waitFor();
    expect(await page.getByLabel("時刻", { exact: true }).inputValue()).toBe("1430");
    await page.keyboard.press("Escape");
    await page.keyboard.press("F4");
  }, 400_000);

  test("[SAP-5.5-1] what was written on paper is entered with its times", async () => {
    const { page } = desk;
    const member = await memberOf("0836000005");
    await book({ memberId: member, from: "s12", to: "s33", at: `${today}T13:40:00+09:00` });
    await page.goto(`${town.url}/t/ube-demo/paper`);
    const line = page.getByLabel(/に着いた時刻$/).first();
    await line.waitFor();
    await expectAccessible(page);
    await picture(page, "paper");
    await page.emulateMedia({ media: "print" });
    await picture(page, "paper-print");
    expect(await page.getByRole("button", { name: "印刷する" }).isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    const sheet = await desk.read<"getRunSheet">("/run-sheet");
    const first = sheet.duties[0]!.tasks.find(({ state }) => state !== "done")!;
    const at =
      Math.max(Date.parse(first.leaveNotBefore ?? first.plannedAt), Date.parse(first.plannedAt)) / 1000;
    await jumpTo(page, { url: town.url, to: instant(at + 600) });
    await line.fill("2599");
    await page.getByRole("button", { name: "記録する", exact: true }).first().press("Enter");
    await page.getByText("時刻を 930 や 13:15 の形で入力してください").waitFor();
    await line.fill(instant(at).slice(11, 16));
    await page.getByRole("button", { name: "記録する", exact: true }).first().press("Enter");
    await page.getByText(/^[1-9]\d*件を記録しました/).waitFor();
    const after = await desk.read<"getRunSheet">("/run-sheet");
    expect(after.duties[0]!.tasks.filter(({ state }) => state === "done").length).toBe(
      sheet.duties[0]!.tasks.filter(({ state }) => state === "done").length + 1,
    );
    await page.setViewportSize(PHONE);
    await expectAccessible(page);
    await picture(page, "paper-phone");
    await page.setViewportSize(DESKTOP);
  }, 60_000);

  test("[SAP-3.4-1a] the desk loses nothing on a phone's screen and at twice the text", async () => {
    const { page } = desk;
    await openDesk(page);
    await page.keyboard.type(GENTLEMAN);
    await page.keyboard.press("Enter");
    await focusOn(page, "同じ区間");
    for (const size of [PHONE, { width: 640, height: 450 }, DESKTOP]) {
      await page.setViewportSize(size);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
      await expectAccessible(page);
      await picture(page, `desk-${size.width}`);
    }
    await page.keyboard.press("F4");
  }, 60_000);

  test("[TEL-ELD-1] [FIELD-14] a daughter is noted with her mother's consent, and the call is kept as hers", async () => {
    const { page } = desk;
    await openDesk(page);
    await page.keyboard.type(LADY);
    await page.keyboard.press("Enter");
    await focusOn(page, "区間");
    await page.getByRole("button", { name: "代理の方を登録" }).press("Enter");
    await page.getByLabel("代理の方の氏名").press("Enter");
    await page.getByText("入力してください").waitFor();
    await expectAccessible(page);
    await picture(page, "desk-delegate");
    await page.getByLabel("代理の方の氏名").fill("田村 京子");
    await page.keyboard.press("Enter");
    await page.getByText("本人から電話で同意").waitFor();
    expect(await page.getByRole("radio", { name: /田村 京子/ }).isChecked()).toBe(true);
    await expectAccessible(page);
    await picture(page, "desk-behalf");
    await page.keyboard.press("F4");
    await expect
      .poll(async () => (await desk.read<"listCalls">("/calls")).calls.at(-1), SOON)
      .toMatchObject({ onBehalf: true, outcome: "information" });
  }, 60_000);

  test("[SAP-3.2-2a] after hours the desk books and changes only with a supervisor's name and reason", async () => {
    const { page } = desk;
    await jumpTo(page, { url: town.url, to: `${today}T15:30:00+09:00` });
    await openDesk(page);
    await page.getByText("電話の受付時間外です").waitFor();
    await page.keyboard.type(LADY);
    await page.keyboard.press("Enter");
    await focusOn(page, "新しい区間");
    await wish(page, { from: "7", to: "33", time: "1030" });
    await page.getByText(/電話の受付時間外です。次の受付は/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "責任者の承認で受け付ける" }).press("Enter");
    await page.getByLabel("承認した責任者").fill("係長 佐藤");
    await page.getByLabel("理由").fill("停電の折り返し");
    await expectAccessible(page);
    await picture(page, "desk-supervisor");
    await page.getByLabel("時刻", { exact: true }).press("Control+Enter");
    await page.getByText("復唱いたします").waitFor();
    await confirm(page, counting(page));
    await page.getByText("予約を確定しました").waitFor();
    await page.getByRole("button", { name: /^変更：.*恩田運動公園/ }).press("Enter");
    await fieldHasFocus(page, "時刻");
    await page.keyboard.type("1130");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/次のように変更いたします/).waitFor();
    await confirm(page, counting(page));
    await page.getByText("予約を変更しました").waitFor();
    await page.keyboard.press("F4");
    // The next caller is allowed nothing by it.
    await page.getByRole("button", { name: "責任者の承認で受け付ける" }).waitFor();
    expect(await page.getByLabel("承認した責任者").count()).toBe(0);
  }, 60_000);

  async function openDesk(page: Page): Promise<void> {
    await page.goto(`${town.url}/t/ube-demo/desk`);
    await page.getByRole("searchbox").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("type")), SOON)
      .toBe("search");
  }

  const memberOf = async (number: string): Promise<string> =>
    (await desk.read<"searchMembers">(`/members?q=${number}`)).members[0]!.id;

  const bookingsOf = async (memberId: string) =>
    (await desk.read<"listMemberBookings">(`/members/${memberId}/bookings`)).bookings;

  async function book({ at, ...trip }: { memberId: string; from: string; to: string; at: string }) {
    const companions = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };
    const wish = { ...trip, time: { mode: "depart", at }, companions, wheelchairs: 0 };
    const asked = await send(desk, "/quotes", wish);
    await send(desk, `/quotes/${asked.quote.id}/confirm`);
  }

  /** The driver serves the whole sheet through the terminal's own API. */
  async function driveEverybody(): Promise<void> {
    for (;;) {
      const sheet = await dutySheet(driver);
      const next = sheet.tasks.find(({ state }) => state === "next");
      if (next === undefined) return;
      const at = next.leaveNotBefore ?? next.plannedAt;
      await jumpTo(driver.page, { url: town.url, to: at });
      const head = () => ({ id: randomUUID(), dutyId: sheet.duty!.id, at });
      await send(driver, "/duty/events", {
        events: [
          { ...head(), kind: "arrived", stopId: next.stopId },
          ...next.alights.map(({ bookingId }) => ({ ...head(), kind: "alighted", bookingId })),
          ...next.boards.map(({ bookingId }) => ({ ...head(), kind: "boarded", bookingId })),
        ],
      });
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers of several routes
  async function send({ page }: Person, path: string, data: object = {}): Promise<any> {
    const headers = { "idempotency-key": randomUUID() };
    const answer = await page.context().request.post(`${town.url}/api/t/ube-demo${path}`, { headers, data });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  }
});

interface Keys {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** A word by an input method: its keys, Space to convert, Enter to take it over. */
  compose(word: { readonly romaji: string; readonly kana: string; readonly word: string }): Promise<void>;
  count(): number;
}

function counting(page: Page, ime?: CDPSession): Keys {
  let count = 0;
  const show = (text: string) =>
    ime!.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  return {
    async press(key) {
      count++;
      await page.keyboard.press(key);
    },
    async type(text) {
      for (const key of text) await this.press(key);
    },
    async compose({ romaji, kana, word }) {
      for (let key = 1; key <= romaji.length; key++) {
        count++;
        await show(kana.slice(0, Math.ceil((key / romaji.length) * kana.length)));
      }
      count += 2;
      await show(word);
      await ime!.send("Input.insertText", { text: word });
    },
    count: () => count,
  };
}

/** Says that the caller was asked, where there is something to ask, and then yes. */
async function confirm(page: Page, keys: Keys): Promise<void> {
  const asked = page.getByRole("button", { name: "お客様に確認した" });
  if ((await asked.count()) > 0) await keys.press("Enter");
  await focusOn(page, "確定する");
  await keys.press("Enter");
}

/** The booking that the form changes. */
const changePanel = (page: Page) => page.getByRole("region", { name: "予約の変更" });

/** The next offer that is given back. */
const released = (page: Page) =>
  page.waitForResponse((answer) => answer.request().method() === "DELETE" && /\/quotes\//.test(answer.url()));

/** Types a whole request, from its first stop on. */
async function wish(page: Page, { from, to, time }: { from: string; to: string; time: string }) {
  await page.getByRole("combobox", { name: "乗車ポイント" }).focus();
  await page.keyboard.type(from);
  await page.keyboard.press("Enter");
  await page.keyboard.type(to);
  for (let field = 0; field < 3; field++) await page.keyboard.press("Enter");
  await page.keyboard.type(time);
  await page.keyboard.press("Control+Enter");
}

/** An instant of the demo town's clock on the wall. */
const instant = (seconds: number): string =>
  `${new Date((seconds + 9 * 3600) * 1000).toISOString().slice(0, 19)}+09:00`;

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: it } = document;
    return `${it?.getAttribute("aria-label") ?? ""} ${it?.textContent ?? ""}`;
  });

/** A busy machine may take its time. */
const SOON = { timeout: 15_000 };

const focusOn = (page: Page, text: string) => expect.poll(() => focused(page), SOON).toContain(text);

const fieldHasFocus = (page: Page, label: string) =>
  expect
    .poll(
      () =>
        page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent),
      SOON,
    )
    .toBe(label);

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}
