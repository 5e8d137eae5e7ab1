import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible, expectNoSidewaysScroll } from "./looks.ts";
import { enter, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

/**
 * Registering as people do: in Japanese on a telephone by a flyer's code, in English by keyboard alone, and on paper at
 * the desk for who has neither mail nor mobile phone.
 */
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const TENANT = "ube-demo";

let town: RunningTown;
let browser: Browser;
let desk: Person;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  desk = await enter(browser, { url: town.url, door: "オペレーター", viewport: DESKTOP });
  await pauseClock(desk.page, town.url);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

test("[SAP-3.1-7] 78 years old, by the flyer's code, in Japanese on a telephone: registered, signed in, told the number", async () => {
  const page = await newcomer({ viewport: PHONE, locale: "ja-JP" });
  await page.goto(`${town.url}/t/${TENANT}/join?from=clinic-flyer`);
  await page.getByRole("heading", { name: "会員登録", level: 1 }).waitFor();
  await page.getByRole("link", { name: "紙の申込書を印刷する" }).click();
  await page.getByRole("heading", { name: "会員登録申込書", level: 1 }).waitFor();
  await looksRight(page);
  await page.goBack();
  await page.getByRole("heading", { name: "会員登録", level: 1 }).waitFor();
  await looksRight(page);

  // Nothing typed: each field says what to mend, and the first of them has the focus.
  await page.getByRole("button", { name: "連絡先の確認へ進む" }).click();
  await page.getByText("直していただきたいところが5か所あります").waitFor();
  expect(await page.getByLabel("氏名").evaluate((field) => field === document.activeElement)).toBe(true);
  await looksRight(page);

  await page.getByLabel("氏名").fill("常盤 梅");
  await page.getByLabel("ふりがな").fill("ときわ うめ");
  await page.getByLabel("生年月日").fill("S23.5.3");
  await page.getByText("1948年5月3日（78歳）").waitFor();
  await page.getByLabel("電話番号").fill("090-3333-0001");
  await page.getByRole("textbox", { name: /住所/ }).fill("宇部市常盤町一丁目");
  await page.reload(); // nothing that was typed is lost
  expect(await page.getByLabel("氏名").inputValue()).toBe("常盤 梅");
  await page.getByRole("button", { name: "連絡先の確認へ進む" }).click();

  await page.getByRole("heading", { name: "連絡先の確認", level: 1 }).waitFor();
  expect(await page.getByLabel("携帯電話の番号").inputValue()).toBe("090-3333-0001");
  await looksRight(page);
  await page.getByRole("button", { name: "確認コードを送る" }).click();
  await page.getByRole("heading", { name: "確認コードの入力", level: 1 }).waitFor();
  await looksRight(page);
  const code = await keptCode(page);
  // Back and on again at once: no other code may be sent yet, and the one on its way is still good.
  await page.getByRole("button", { name: "送り先を変える" }).click();
  await page.getByRole("button", { name: "確認コードを送る" }).click();
  await page.getByRole("heading", { name: "確認コードの入力", level: 1 }).waitFor();
  await page.reload(); // an old phone closes the page while its owner reads the message
  await page.getByRole("heading", { name: "確認コードの入力", level: 1 }).waitFor();
  await page.getByLabel(/確認コード（6桁）/).fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "会員登録をする" }).click();
  await page.getByText(/コードが違うか/).waitFor();
  await looksRight(page);
  await page.getByLabel(/確認コード（6桁）/).fill(code);
  await page.getByRole("button", { name: "会員登録をする" }).click();

  await page.getByRole("heading", { name: "会員登録が済みました" }).waitFor();
  await page.getByText("運賃の区分：一般").waitFor(); // until somebody has seen a paper
  await page.getByText(/70歳以上の方の運賃は/).waitFor();
  await looksRight(page);
  await page.getByRole("link", { name: "予約する" }).click();
  await page
    .getByText(/常盤 梅/)
    .first()
    .waitFor();
  expect(page.url()).toContain("/ride");

  // The desk sees by which flyer she came, sees her paper, and the fare follows.
  await desk.page.goto(`${town.url}/t/${TENANT}/members/registrations`);
  await desk.page.getByText("年齢の確認待ち").first().waitFor();
  await desk.page.getByText(/きっかけ clinic-flyer/).waitFor();
  await looksRight(desk.page);
  await desk.page.getByRole("link", { name: "常盤 梅" }).click();
  await desk.page.getByText(/年齢の確認書類をまだ見ていません/).waitFor();
  await desk.page.getByRole("button", { name: "確認した書類を記録する" }).click();
  await desk.page.getByLabel("確認した人（あなたでないとき）").fill("窓口 太郎");
  await looksRight(desk.page);
  await desk.page.getByRole("button", { name: "記録する", exact: true }).click();
  await desk.page.getByText(/窓口 太郎が確認/).waitFor();
  await desk.page.getByText("高齢者", { exact: true }).first().waitFor();
  await looksRight(desk.page);
}, 400_000);

test("[SAP-3.1-7] in English, by keyboard alone, with a code by e-mail", async () => {
  const page = await newcomer({ viewport: DESKTOP, locale: "en-GB" });
  await page.goto(`${town.url}/t/${TENANT}/join`);
  await page.getByRole("heading", { name: "Become a member", level: 1 }).waitFor();
  await looksRight(page);
  const typed = [
    ["Full name", "Jane Smith"],
    ["How it is read, in kana", "じぇーん すみす"],
    ["Date of birth", "1990-04-01"],
    ["Phone number", "0836-33-0002"],
    [/Address/, "Kotoshiba-cho"],
  ] as const;
  await page.getByLabel("Full name").focus();
  for (const [label, text] of typed) {
    expect(await page.getByLabel(label).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter"); // Continue has the focus
  await page.getByRole("heading", { name: "Confirm how we reach you", level: 1 }).waitFor();
  await page.getByLabel("E-mail address").focus();
  await page.keyboard.type("jane");
  await page.keyboard.press("Enter");
  await page.getByText("Please write the e-mail address like name@example.jp").waitFor();
  await page.keyboard.type("@example.jp");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Type the code", level: 1 }).waitFor();
  const code = await keptCode(page);
  await page.getByLabel("Code (6 digits)").focus();
  await page.keyboard.type(code);
  await looksRight(page);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "You are a member now" }).waitFor();
  await page.getByText("Your member number").waitFor();
  await looksRight(page);
  await page.goto(`${town.url}/t/${TENANT}/join`);
  await page.getByText("You are signed in").waitFor();
  await looksRight(page);
}, 300_000);

test("[SAP-3.1-7] on paper at the desk: no mail, no mobile phone, a handbook seen; the same person twice is told", async () => {
  const { page } = desk;
  await page.goto(`${town.url}/t/${TENANT}/members`);
  await page.getByRole("link", { name: "申込書から登録する" }).click();
  await page.getByRole("heading", { name: "申込書からの登録", level: 1 }).waitFor();
  await looksRight(page);
  await page.getByRole("button", { name: "登録する", exact: true }).click();
  await page.getByText("直すところが5か所あります").waitFor();
  await looksRight(page);
  await fillForm(page, { name: "琴芝 勇", kana: "ことしば いさむ" });
  await page.getByLabel(/生年月日の分かる書類を確認した/).check();
  await page.getByLabel("確認した人（申込書に書かれているとき）").fill("市民課 花子");
  await page.getByLabel(/きっかけの記号/).fill("city-hall");
  await looksRight(page);
  await page.getByRole("button", { name: "登録する", exact: true }).click();
  await page.getByText("琴芝 勇さんを登録しました").waitFor();
  await looksRight(page);

  // The next form is empty, but knows how it came in; the same person again is told, and a twin can be registered.
  expect(await page.getByLabel("氏名", { exact: true }).inputValue()).toBe("");
  expect(await page.getByLabel(/きっかけの記号/).inputValue()).toBe("city-hall");
  await fillForm(page, { name: "琴芝 勝", kana: "ことしば まさる" });
  await page.getByRole("button", { name: "登録する", exact: true }).click();
  await page.getByText("同じ電話番号と生年月日の会員がいます").waitFor();
  await looksRight(page);
  await page.getByRole("button", { name: "別の方として登録する" }).click();
  await page.getByText("琴芝 勝さんを登録しました").waitFor();
  await page.getByRole("link", { name: "会員のページを開く" }).click();
  await page.getByRole("heading", { name: "琴芝 勝", level: 1 }).waitFor();
  await page.getByText("同じ電話番号と生年月日の会員").waitFor();
  await looksRight(page);

  // A child needs a guardian.
  await page.goto(`${town.url}/t/${TENANT}/members/new`);
  await fillForm(page, { name: "琴芝 桃", kana: "ことしば もも", birthDate: "2018/6/1" });
  await page.getByText(/15歳未満の方には、保護者が必要です/).waitFor();
  await page.getByLabel("保護者の氏名").fill("琴芝 親");
  await page.getByLabel("保護者の電話番号").fill("0836-44-0001");
  await looksRight(page);
  await page.getByRole("button", { name: "登録する", exact: true }).click();
  await page.getByText("琴芝 桃さんを登録しました").waitFor();

  // Looked at: it is on the list no more as new; the flyer's code carries its tag.
  await page.goto(`${town.url}/t/${TENANT}/members/registrations`);
  await page.getByRole("button", { name: "琴芝 勇さんの登録を確認済みにする" }).click();
  await page
    .getByRole("button", { name: "琴芝 勇さんの登録を確認済みにする" })
    .waitFor({ state: "detached" });
  await page.getByLabel(/記号（英数字とハイフン）/).fill("library-2026");
  await page.getByRole("img", { name: /join\?from=library-2026/ }).waitFor();
  await looksRight(page);
}, 400_000);

async function newcomer(options: {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly locale: string;
}): Promise<Page> {
  const context = await browser.newContext({ ...options, timezoneId: "Asia/Tokyo" });
  return await context.newPage();
}

/** The demo sends nothing: what it would have sent stands on the page. */
async function keptCode(page: Page): Promise<string> {
  const kept = page.getByText(/(確認コード|Your code) \d{6}/);
  await kept.waitFor();
  return /\d{6}/.exec((await kept.textContent())!)![0];
}

async function fillForm(
  page: Page,
  { name, kana, birthDate = "昭和20年1月15日" }: { name: string; kana: string; birthDate?: string },
): Promise<void> {
  await page.getByLabel("氏名", { exact: true }).fill(name);
  await page.getByLabel("ふりがな", { exact: true }).fill(kana);
  await page.getByLabel("電話番号", { exact: true }).fill("0836-44-0001");
  await page.getByLabel("生年月日", { exact: true }).fill(birthDate);
  await page.getByRole("textbox", { name: /住所/ }).fill("琴芝町二丁目");
}

/** WCAG 2.2 AA by axe; nothing to the side on a telephone, on a desk, and at twice the text. */
async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page);
  const before = page.viewportSize()!;
  for (const size of [PHONE, { width: 640, height: 450 }, DESKTOP]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(before);
}
