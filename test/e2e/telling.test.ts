import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { enter, jumpTo, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };
const PATIENT = { timeout: 60_000 };

let town: RunningTown;
let browser: Browser;
let desk: Person;
let driver: Person;
let rider: Person;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  const at = (door: string, viewport: typeof PHONE) => enter(browser, { url: town.url, door, viewport });
  desk = await at("オペレーター", DESKTOP);
  await pauseClock(desk.page, town.url);
  driver = await at("運転者", TABLET);
  rider = await at("利用者", PHONE);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

test("[SAP-5.3-2] the desk writes to a driver, the driver confirms and answers with one press, and the desk sees both", async () => {
  const board = desk.page;
  await board.goto(`${town.url}/t/ube-demo/board`);
  const panel = board.getByRole("region", { name: "運転者への連絡" });
  await panel.getByText("運転者への連絡").click();
  await panel.getByLabel("内容").selectOption("own-words");
  await panel.getByRole("button", { name: "送る", exact: true }).click();
  await panel.getByText("連絡文を入力してください").waitFor();
  await panel.getByLabel("連絡文").fill("常盤公園は南口に止めてください");
  await panel.getByLabel(/至急/).check();
  await expectAccessible(board);
  await panel.getByRole("button", { name: "送る", exact: true }).click();
  await panel.getByText("未読", { exact: true }).waitFor();

  const terminal = driver.page;
  const alert = terminal.getByRole("alert").filter({ hasText: "常盤公園は南口に止めてください" });
  await alert.waitFor();
  await expectAccessible(terminal);
  await panel.getByText(/画面に表示/).waitFor();
  await alert.getByRole("button", { name: "了解" }).click();
  await alert.waitFor({ state: "detached" });
  await panel.getByText(/^既読/).waitFor();

  await terminal.getByRole("button", { name: "営業所へ伝える" }).click();
  await expectAccessible(terminal);
  await terminal.getByRole("button", { name: "乗降ポイントに止められません" }).click();
  await terminal.getByText("伝えるよう記録しました：乗降ポイントに止められません").waitFor();
  await panel.getByText("乗降ポイントに止められません").first().waitFor();
  await panel.getByRole("button", { name: "確認した" }).click();
  await terminal.getByText(/今日の連絡/).click();
  await terminal.getByText(/^既読/).first().waitFor();
}, 240_000);

test("[SAP-5.3-2] a message that stays unread asks the desk to phone the driver", async () => {
  const board = desk.page;
  await driver.page.context().setOffline(true);
  const panel = board.getByRole("region", { name: "運転者への連絡" });
  await panel.getByLabel("内容").selectOption("check-plan");
  await panel.getByRole("button", { name: "送る", exact: true }).click();
  await panel.getByText("未読", { exact: true }).waitFor();
  const { now } = await board
    .context()
    .request.get(`${town.url}/api/world`)
    .then((answer) => answer.json());
  const later = new Date(Date.parse(now) + 6 * 60_000).toISOString().replace(/\.\d+Z$/, "Z");
  await jumpTo(board, { url: town.url, to: later });
  await board.getByText(/の連絡が6分未読です。電話してください。/).waitFor();
  await expectAccessible(board);
  await driver.page.context().setOffline(false);
}, 120_000);

test("[SAP-5.3-2] whoever takes calls at the desk is told so there too, and what drivers have written, and goes to the board from it", async () => {
  const page = await desk.page.context().newPage();
  await page.goto(`${town.url}/t/ube-demo/desk`);
  const toPhone = page.getByText("運転者への連絡が1件、未読のままです。電話してください。");
  await toPhone.waitFor(PATIENT);
  await expectAccessible(page);
  const terminal = driver.page;
  const alert = terminal.getByRole("alert").filter({ hasText: "予定が変わりました。画面を確認してください" });
  await alert.getByRole("button", { name: "了解" }).click(PATIENT);
  await toPhone.waitFor({ state: "detached", ...PATIENT });
  await terminal.getByRole("button", { name: "営業所へ伝える" }).click();
  await terminal.getByRole("button", { name: "電話をください" }).click();
  const fromDrivers = page.getByText("運転者からの連絡が1件あります。");
  await fromDrivers.waitFor(PATIENT);
  await expectAccessible(page);
  await page.getByRole("link", { name: "「運行状況」で確認する" }).click();
  const confirm = page.getByRole("button", { name: "確認した" });
  await confirm.click(PATIENT);
  await confirm.waitFor({ state: "detached", ...PATIENT });
  await page.goBack();
  await page.getByRole("searchbox").waitFor(PATIENT);
  await expect.poll(() => fromDrivers.count(), PATIENT).toBe(0);
  await page.close();
});

test("[SAP-5.3-2] without a network a word to the office is kept on the terminal and said as soon as there is one", async () => {
  const terminal = driver.page;
  await terminal.getByText("すべて送信済み").waitFor({ timeout: 60_000 });
  await terminal.context().setOffline(true);
  await terminal.getByRole("button", { name: "営業所へ伝える" }).click();
  await terminal.getByRole("button", { name: "車両の調子が悪いです" }).click();
  await terminal.getByText("伝えるよう記録しました：車両の調子が悪いです").waitFor();
  await terminal.getByText("未送信 1件").waitFor();
  await terminal.context().setOffline(false);
  const panel = desk.page.getByRole("region", { name: "運転者への連絡" });
  await panel.getByText("車両の調子が悪いです").first().waitFor({ timeout: 60_000 });
}, 180_000);

test("[SAP-5.5-2] a rider asks to be told by mail, books, and the outbox shows what would be sent; nothing leaves", async () => {
  const page = rider.page;
  await page.goto(`${town.url}/t/ube-demo/ride`);
  await page.getByText("お知らせの受け取り方").click();
  await page.getByLabel("メールアドレス").fill("hanako");
  const mail = page.getByRole("form", { name: "メール", exact: true });
  await mail.getByRole("button", { name: "登録する" }).click();
  await page.getByText(/メールアドレスの形ではありません/).waitFor();
  await expectAccessible(page);
  await page.getByLabel("メールアドレス").fill("hanako@example.jp");
  await mail.getByRole("button", { name: "登録する" }).click();
  const code = await page.getByText(/確認コード \d{6}/).textContent();
  await expectAccessible(page);
  await page.getByLabel("確認コード（6桁）").fill(/\d{6}/.exec(code!)![0]);
  await page.getByRole("button", { name: "確認する" }).click();
  await page.getByRole("button", { name: /hanako@example\.jp.*をやめる/ }).waitFor();
  await expectAccessible(page);
  await book(page);

  const outbox = desk.page;
  await outbox.getByRole("link", { name: "送信箱" }).click();
  await outbox.getByText("デモのため、外へは送りません").waitFor();
  await outbox.getByText("予約の確認").waitFor();
  await outbox.getByText(/保管（デモ）/).waitFor();
  await outbox.getByText("文面を見る").first().click();
  await outbox.getByText(/ご予約を承りました/).waitFor();
  await expectAccessible(outbox);
  expect(await outbox.content()).not.toContain("hanako@example.jp");
}, 240_000);

test("[SAP-5.5-2] who said an address on the phone is entered by the desk, and told in writing from then on", async () => {
  const { page } = desk;
  await page.goto(`${town.url}/t/ube-demo/members`);
  await page.getByLabel("検索").fill("10004");
  await page.getByText("1人", { exact: true }).waitFor();
  await page.getByRole("row").getByRole("link").first().click();
  await page.getByText("お知らせの受け取り方").click();
  await page.getByRole("button", { name: /member-10004@example\.jp）をやめる/ }).click();
  await page.getByText("登録がありません。遅れなどは電話で連絡します。").waitFor();
  const form = page.getByRole("form", { name: "登録する" });
  await form.getByLabel("方法").selectOption("sms");
  await form.getByLabel("携帯電話の番号").fill("0836-55-1234");
  await form.getByRole("button", { name: "登録する" }).click();
  await form.getByText(/携帯電話の番号を、0から始まる11けたで/).waitFor();
  expect(await form.getByLabel("携帯電話の番号").inputValue()).toBe("0836-55-1234");
  await expectAccessible(page);
  await form.getByLabel("携帯電話の番号").fill("０９０ 5555 1234");
  await form.getByRole("button", { name: "登録する" }).click();
  const stop = page.getByRole("button", { name: /090-5555-1234）をやめる/ });
  await stop.waitFor();
  await form.getByLabel("メールアドレス").waitFor(); // the one way that is left
  await expectAccessible(page);
  await stop.click();
  await page.getByText("登録がありません").waitFor();
}, 120_000);

async function book(page: Page): Promise<void> {
  await page.goto(`${town.url}/t/ube-demo/ride/book/from`);
  for (const stop of [16, 40])
    await page
      .getByRole("button", { name: new RegExp(`\\b${stop}\\D`) })
      .first()
      .click();
  await page.locator("form button[type=submit]").click();
  await page.getByRole("main").getByRole("button", { name: /調/ }).waitFor();
  await page.getByRole("main").getByRole("button", { name: /調/ }).click();
  await page.getByRole("button", { name: /この内容で確定/ }).click();
  await page
    .getByText(/乗車番号/)
    .first()
    .waitFor();
}
