import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible, expectNoSidewaysScroll } from "./looks.ts";
import { type RunningTown, startTown } from "./town.ts";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const PATIENT = { timeout: 60_000 };

let town: RunningTown;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
}, 180_000);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await town?.stop();
});

test("[SAP-3.1-7] [SAP-3.4-1a] a member who has never had a password comes in by member number and code, on a phone", async () => {
  const page = await atDoor(PHONE);
  await expectAccessible(page);
  await page.getByRole("button", { name: "確認コードを送る" }).click();
  await page.getByText("会員番号か電話番号を、数字で入力してください").waitFor();
  await expectAccessible(page);

  await page.getByLabel("会員番号または電話番号").fill("１０００２");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "確認コードを送る" }).click();
  await page.getByText("通信できませんでした").waitFor();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "確認コードを送る" }).click(); // what was typed is still there

  const code = await shownCode(page);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("確認コードの入力");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("確認コード（6桁）").fill(code === "111111" ? "222222" : "111111");
  await page.getByRole("button", { name: "ログインする", exact: true }).click();
  await page.getByText("コードが違うか、時間が過ぎています").waitFor();
  await expectAccessible(page);
  await page.reload(); // an old phone closes the page while its owner reads the message
  await page.getByLabel("確認コード（6桁）").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: "ログインする", exact: true }).click();
  await page.waitForURL(/\/t\/ube-demo\/ride/, PATIENT);
  await page.getByRole("heading", { level: 1, name: /佐々木 義男/ }).waitFor(PATIENT);
  await expectAccessible(page);
}, 240_000);

test("whoever has no such number sees the same page, is told what may be wrong, and reads it in the language chosen", async () => {
  const page = await atDoor(DESKTOP);
  await page.getByLabel("会員番号または電話番号").fill("090-9999-9999");
  await page.getByRole("button", { name: "確認コードを送る" }).click();
  await page.getByText("登録のある番号でしたら").waitFor();
  await page.getByText("コードが届かないとき").click();
  await page.getByText("番号が違うと届きません").waitFor();
  expect(await page.getByText(/確認コード \d{6}/).count()).toBe(0);
  // Back and on again within half a minute: no other code may be sent yet, and the one on its way is still good.
  await page.getByRole("button", { name: "番号を入力し直す" }).click();
  await page.getByRole("button", { name: "確認コードを送る" }).click();
  await page.getByText("登録のある番号でしたら").waitFor();
  await page.getByText("コードが届かないとき").click();
  for (const language of ["ja-easy", "en"]) {
    await page.getByRole("combobox").first().selectOption(language);
    await expectAccessible(page);
  }
  await page.getByText("No code comes for a wrong number").waitFor();
}, 240_000);

test("a rider sees the other device on the list and signs it out; it is at the door with its next step", async () => {
  const lost = await enterByCode("10003", PHONE);
  const own = await enterByCode("0836-00-0003", DESKTOP);
  await own.getByRole("link", { name: "ログインの管理" }).click();
  await own.getByRole("heading", { level: 1, name: "ログインの管理" }).waitFor(PATIENT);
  await own.getByText("いまの端末").waitFor();
  expect(await own.getByText("方法 確認コード").count()).toBe(2);
  await expectAccessible(own);
  await own.setViewportSize(PHONE);
  await expectAccessible(own);
  await expectNoSidewaysScroll(own);
  await own
    .getByRole("button", { name: /をログアウトさせる$/ })
    .first()
    .click();
  await own.getByText("ログアウトさせました。その端末では、もう操作できません。").waitFor();
  await own.getByText("ほかの端末ではログインしていません。").waitFor();
  await lost.reload();
  await lost.getByLabel("会員番号または電話番号").waitFor(PATIENT);
}, 240_000);

test("whoever signs in next in the same window sees nothing of the rider before", async () => {
  const page = await enterByCode("10005", PHONE);
  await page.getByRole("link", { name: "新しく予約する" }).click();
  await page.getByRole("searchbox").fill("16");
  await page.getByRole("button", { name: /^16番/ }).first().click();
  await page.getByRole("heading", { name: "どこで降りますか" }).waitFor(PATIENT);
  await page.getByRole("link", { name: "はじめのページへ" }).click();
  await page.waitForURL(`${town.url}/`);
  await page.goBack();
  await page.getByRole("heading", { name: "どこで降りますか" }).waitFor(PATIENT);
  const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("draft")));
  expect(await kept()).not.toEqual([]);
  await page.goto(`${town.url}/t/ube-demo/sign-in`);
  await enterByCodeOn(page, "10008");
  await page.getByRole("link", { name: "新しく予約する" }).waitFor(PATIENT); // not: 入力の続きから
  expect(await kept()).toEqual([]);
}, 240_000);

test("a passkey is added after signing in by code, opens the door by itself, and is removed", async () => {
  // A passkey needs a name; 127.0.0.1 has none.
  const url = town.url.replace("127.0.0.1", "localhost");
  const page = await enterByCode("10004", DESKTOP, url);
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const { authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(`${url}/t/ube-demo/account`);
  await page.getByRole("button", { name: "この端末でパスキーを登録する" }).click();
  await page.getByText("パスキーを登録しました").waitFor(PATIENT);
  await expectAccessible(page);
  await page.getByRole("button", { name: "この端末でパスキーを登録する" }).click();
  await page.getByText("パスキーは登録されませんでした").waitFor(PATIENT); // this device has one already

  await page.getByRole("button", { name: "役割を替える" }).click();
  await page.waitForURL(`${url}/`);
  await page.goto(`${url}/t/ube-demo/sign-in`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "パスキーでログインする" }).click();
  await page.getByRole("heading", { level: 1, name: /松本 清/ }).waitFor(PATIENT);

  await page.goto(`${url}/t/ube-demo/account`);
  await page.getByText("方法 パスキー").waitFor(PATIENT);
  await page.getByRole("button", { name: /で登録したパスキーを削除する$/ }).click();
  await page.getByText("パスキーを削除しました。").waitFor();
  await page.getByRole("button", { name: "役割を替える" }).click();
  await page.goto(`${url}/t/ube-demo/sign-in`);
  await page.getByRole("button", { name: "パスキーでログインする" }).click();
  await page.getByText("パスキーを確かめられませんでした").waitFor(PATIENT);
  await expectAccessible(page);
  await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await devices.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
}, 240_000);

test("under a bare address no passkey is offered, and the staff's way is there all the same", async () => {
  const page = await atDoor(DESKTOP);
  expect(await page.getByRole("button", { name: "パスキーでログインする" }).count()).toBe(0);
  await page.getByText("職員の方（パスワードでログイン）").click();
  await page.getByLabel("ログイン名").fill("nobody");
  await page.getByLabel("パスワード", { exact: true }).fill("not the right password");
  await page.getByRole("button", { name: "ログインする", exact: true }).click();
  await page.getByRole("alert").waitFor(PATIENT);
  await expectAccessible(page);
}, 240_000);

/** The sign-in page in a browser of its own. */
async function atDoor(viewport: typeof PHONE, url = town.url): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: "ja-JP", timezoneId: "Asia/Tokyo" });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${url}/t/ube-demo/sign-in`);
  await page.getByLabel("会員番号または電話番号").waitFor(PATIENT);
  return page;
}

async function enterByCode(number: string, viewport: typeof PHONE, url = town.url): Promise<Page> {
  const page = await atDoor(viewport, url);
  await enterByCodeOn(page, number);
  return page;
}

async function enterByCodeOn(page: Page, number: string): Promise<void> {
  await page.getByLabel("会員番号または電話番号").fill(number);
  await page.getByRole("button", { name: "確認コードを送る" }).click();
  await page.getByLabel("確認コード（6桁）").fill(await shownCode(page));
  await page.getByRole("button", { name: "ログインする", exact: true }).click();
  await page.waitForURL(/\/t\/ube-demo\/ride/, PATIENT);
  await page.getByRole("heading", { level: 1 }).waitFor(PATIENT);
}

/** The code that the demo would have sent. */
async function shownCode(page: Page): Promise<string> {
  const shown = page.getByText(/確認コード \d{6}/).first();
  await shown.waitFor(PATIENT);
  return /\d{6}/.exec((await shown.textContent())!)![0];
}
