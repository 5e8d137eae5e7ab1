import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible, expectNoSidewaysScroll } from "./looks.ts";
import { enter, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const TWICE = { width: 640, height: 450 }; // 1280 × 900 at 200 %

let town: RunningTown;
let browser: Browser;
let first: Person;
let second: Person;
let today: string;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  const desk = () => enter(browser, { url: town.url, door: "オペレーター", viewport: DESKTOP });
  first = await desk();
  today = (await pauseClock(first.page, town.url)).now.slice(0, 10);
  second = await desk();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

describe("[SAP-5.4-3] the list and the page of bookings", () => {
  let bookingId: string;

  beforeAll(async () => {
    bookingId = await bookFor("10001", "11:00");
    await bookFor("10002", "12:00");
  });

  test("is narrowed by keyboard, and the arrow keys lead through its lines to a booking", async () => {
    const { page } = first;
    await open(page, "/bookings", "2件");
    await looksRight(page);
    await page.getByLabel("状態").focus();
    await page.keyboard.press("ArrowDown"); // これから
    await page.getByText("2件", { exact: true }).waitFor();
    await page.getByLabel("会員").fill("やまだ");
    await page.getByRole("button", { name: "山田 花子" }).press("Enter");
    await page.getByText("1件", { exact: true }).waitFor();
    await page.getByRole("button", { name: /全員に戻す/ }).press("Enter");
    await page.getByText("2件", { exact: true }).waitFor();
    const lines = page.getByRole("link", { name: /予約 \d{4} を開く/ });
    await lines.first().focus();
    await page.keyboard.press("ArrowDown");
    expect(await lines.nth(1).evaluate((line) => line === document.activeElement)).toBe(true);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^予約 \d{4}$/ }).waitFor();
    expect(page.url()).toContain(bookingId);
    await page.getByText("予約が確定しました").waitFor();
    await looksRight(page);
  }, 180_000);

  test("two operators change one booking: the second sees what the first one did, and decides", async () => {
    for (const { page } of [first, second]) {
      await open(page, `/bookings/${bookingId}`, "変更の履歴");
      await page.getByRole("button", { name: "予約を変更する" }).click();
    }
    await second.page.getByLabel("時刻", { exact: true }).fill("1330");
    await offerFor(second.page);
    await first.page.getByLabel("時刻", { exact: true }).fill("1130");
    await offerFor(first.page);
    await first.page.getByRole("button", { name: "この内容に変更する" }).click();
    await first.page.getByText("予約を変更しました。").waitFor();

    // The second is told at once; the form keeps what was typed, and nothing was overwritten.
    const { page } = second;
    await page.getByText("ほかの人がこの予約を変更しました").waitFor();
    await page.getByRole("row", { name: /希望の時刻.*11:00.*11:30/ }).waitFor();
    expect(await page.getByLabel("時刻", { exact: true }).inputValue()).toBe("1330");
    await looksRight(page);
    await page.getByRole("button", { name: /自分の変更を続ける/ }).click();
    await page.getByRole("button", { name: "この内容に変更する" }).click();
    await page.getByText("予約を変更しました。").waitFor();
    await page.getByText(/13:30 出発希望/).waitFor();
    expect(await page.getByText(/^予約を変更しました：/).count()).toBe(2);
  }, 180_000);

  test("it is called off with a reason, which the history and the page then show", async () => {
    const { page } = first;
    await open(page, `/bookings/${bookingId}`, "変更の履歴");
    await page.getByRole("button", { name: "予約を取り消す" }).click();
    await page.getByRole("button", { name: "取り消す", exact: true }).click();
    await page.getByText("理由を入力してください").waitFor();
    await looksRight(page);
    await page.getByLabel(/理由/).fill("大雪のため");
    await page.getByRole("button", { name: "取り消す", exact: true }).click();
    await page.getByText("理由：大雪のため").waitFor();
    await page.getByText("運行側取消").first().waitFor();
  }, 180_000);
});

describe("[SAP-5.4-2] the list and the page of members", () => {
  test("a member is found, and two operators' changes of the record are both kept", async () => {
    for (const { page } of [first, second]) {
      await open(page, "/members", /\d+人/);
      await page.getByLabel("検索").fill("ささき");
      await page.getByText("1人", { exact: true }).waitFor();
      await page.getByRole("link", { name: /佐々木 義男/ }).click();
      await page.getByRole("button", { name: "記録を変更する" }).click();
    }
    await looksRight(first.page);
    await first.page.getByLabel(/住所/).fill("新川町");
    await first.page.getByRole("button", { name: "変更を保存する" }).click();
    await first.page.getByText("記録を変更しました").waitFor();

    const { page } = second;
    await page.getByLabel("歩行器").check();
    await page.getByLabel("生年月日").fill("わかりません");
    await page.getByRole("button", { name: "変更を保存する" }).click();
    await page.getByText(/日付を 昭和23年5月3日/).waitFor();
    await page.getByLabel("生年月日").fill("S18.9.2");
    await page.getByRole("button", { name: "変更を保存する" }).click();
    await page.getByText("ほかの人がこの記録を変更しました").waitFor();
    await page.getByRole("row", { name: /住所.*新川町/ }).waitFor();
    await looksRight(page);
    await page.getByRole("button", { name: /相手の変更を残し/ }).click();
    await page.getByText("記録を変更しました").waitFor();
    await page.getByText("新川町", { exact: true }).waitFor();
    await page.getByText("なし → 歩行器").waitFor();
    await looksRight(page);
  }, 180_000);

  test("erasing asks twice, says what stays, and leaves nobody to find", async () => {
    const { page } = first;
    await bookFor("10003", "10:00");
    await open(page, "/members", /\d+人/);
    await looksRight(page);
    await page.getByLabel("検索").fill("10003");
    await page.getByText("1人", { exact: true }).waitFor();
    await page.getByRole("link", { name: /田村 和子/ }).click();
    await page.getByRole("button", { name: "個人情報を消去する" }).click();
    await page.getByText(/残るもの/).waitFor();
    await page.getByLabel(/すべて取り消してから消去する/).check();
    await looksRight(page);
    await page.getByRole("button", { name: "次へ" }).click();
    await page.getByLabel("会員番号").fill("10004");
    await page.getByRole("button", { name: "消去する", exact: true }).click();
    await page.getByText("この会員の番号と違います").waitFor();
    await looksRight(page);
    await page.getByLabel("会員番号").fill("10003");
    await page.getByRole("button", { name: "消去する", exact: true }).click();
    await page.getByText(/個人情報を消去しました。1件の予約/).waitFor();
    await open(page, "/members", /\d+人/);
    await page.getByLabel("検索").fill("田村");
    await page.getByText("当てはまる会員はいません").waitFor();
  }, 180_000);
});

async function open(page: Page, path: string, shows: string | RegExp): Promise<void> {
  await page.goto(`${town.url}/t/ube-demo${path}`);
  await page
    .getByText(shows, typeof shows === "string" ? { exact: true } : {})
    .first()
    .waitFor();
}

async function offerFor(page: Page): Promise<void> {
  await page.getByRole("button", { name: "空きを調べる" }).click();
  await page.getByText("変更後の予約").waitFor();
}

/** Books through the first desk's own session. */
async function bookFor(memberNo: string, time: string): Promise<string> {
  const { members } = await first.read<"searchMembers">(`/members?q=${memberNo}`);
  const booked = await first.page.evaluate(
    async ({ memberId, at }) => {
      const call = async (path: string, body?: unknown) => {
        const answer = await fetch(`/api/t/ube-demo${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return await answer.json();
      };
      const companions = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };
      const time = { mode: "depart", at };
      const wish = { memberId, from: "s01", to: "s20", time, companions, wheelchairs: 0 };
      const { quote } = await call("/quotes", wish);
      return (await call(`/quotes/${quote.id}/confirm`)).id as string;
    },
    { memberId: members[0]!.id, at: `${today}T${time}:00+09:00` },
  );
  expect(booked).toBeTruthy();
  return booked;
}

/** WCAG 2.2 AA by axe; nothing to the side on a phone and at twice the text. */
async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page);
  for (const size of [PHONE, TWICE]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(DESKTOP);
}
