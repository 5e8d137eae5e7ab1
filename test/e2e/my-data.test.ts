import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Page, type Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectGoodLooks } from "./looks.ts";
import { enter, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

let town: RunningTown;
let browser: Browser;
let mother: Page;
let daughter: Page;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  const person: Person = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
  mother = person.page;
  await pauseClock(mother, town.url);
  daughter = await anotherRider();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

/** A second member at her own browser: the demo's second rider, who will be the daughter. */
async function anotherRider(): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, locale: "ja-JP", acceptDownloads: true });
  const entered = await context.request.post(`${town.url}/api/t/ube-demo/demo-session`, {
    data: { role: "rider", login: "demo-rider-10002" },
  });
  expect(entered.status()).toBe(200);
  return context.newPage();
}

const open = (page: Page, path: string) => page.goto(`${town.url}/t/ube-demo${path}`);

test("[FIELD-14] a mother invites her daughter, who consents, books for her, and is seen to have done it", async () => {
  await open(mother, "/ride");
  await mother.getByRole("link", { name: "ご家族などの代理予約" }).click();
  await mother.getByText("いまはどなたもいません。").first().waitFor();
  await expectAccessible(mother);
  const code = await invite();
  await mother.getByText("相手の方の同意を待っています").waitFor();
  await expectAccessible(mother);

  await open(daughter, "/ride/helpers");
  await daughter.getByLabel("招待番号（12けた）").fill("1234");
  await daughter.getByRole("button", { name: "次へ" }).click();
  await daughter.getByText("12けたの番号を入力してください").waitFor();
  await daughter.getByLabel("招待番号（12けた）").fill("0000-0000-0000");
  await daughter.getByRole("button", { name: "次へ" }).click();
  await daughter.getByText(/この番号の招待はありません/).waitFor();
  await expectAccessible(daughter);
  await daughter.getByLabel("招待番号（12けた）").fill(code);
  await daughter.getByRole("button", { name: "次へ" }).click();
  await daughter.getByRole("button", { name: "引き受ける", exact: true }).click();
  await daughter.getByText("お引き受けになる場合は、印を付けてください").waitFor();
  await expectAccessible(daughter);
  await daughter.getByLabel(/ご本人の希望にそって/).check();
  await daughter.getByRole("button", { name: "引き受ける", exact: true }).click();
  await daughter.getByText(/山田 花子さんの予約ができるようになりました/).waitFor();
  await daughter.getByRole("link", { name: "山田 花子さんの予約を見る" }).click();
  await daughter.getByText("これからのご予約はありません。").waitFor();
  await expectAccessible(daughter);

  await daughter.getByRole("button", { name: "山田 花子さんの予約をする" }).click();
  await bookFor(daughter);
  await daughter.getByText("ご予約を承りました。").waitFor();
  await daughter.getByText("予約した人：あなた").waitFor();
  await expectAccessible(daughter);
  await open(mother, "/ride");
  await mother.getByText("予約した人：娘のさくら").waitFor();
  await expectAccessible(mother);
}, 240_000);

test("[FIELD-14] [SAP-5.2-1] the daughter holds her mother's ticket: the code, the way back, and all of it without a network", async () => {
  const { bookings } = await (
    await mother.context().request.get(`${town.url}/api/t/ube-demo/my/bookings`)
  ).json();
  const ticket = daughter.getByRole("region", { name: "次のご乗車" });
  await ticket.getByText(bookings[0].boardingCode, { exact: true }).waitFor();
  await ticket.getByText("お迎えの車").waitFor();
  const page = daughter.url();

  await daughter.getByText("行きの到着").first().waitFor();
  await daughter.getByRole("button", { name: "帰りも今予約する" }).first().click();
  await daughter.getByRole("heading", { name: "いつ乗りますか" }).waitFor();
  await daughter.getByText("山田 花子さんの予約をしています").waitFor();
  const hours = daughter.getByRole("region", { name: /空き状況のめやす/ });
  await hours
    .getByRole("button", { name: /空いています|残りわずか|満席/ })
    .first()
    .waitFor();
  await daughter.getByRole("radio", { name: /到着の時刻で決める/ }).check({ force: true });
  await hours.getByText("下の時間帯は、ご出発の時刻です。").waitFor();
  await hours
    .getByText(/空いています|残りわずか|満席/)
    .first()
    .waitFor();
  expect(await hours.getByRole("button").count(), "an hour of departure is no time of arrival").toBe(0);
  await expectAccessible(daughter);
  await daughter.getByRole("button", { name: "やめる", exact: true }).click();

  await daughter.getByRole("button", { name: "山田 花子さんの予約をする" }).click();
  const frequent = daughter.getByRole("region", { name: "よく使う乗降ポイント" });
  await frequent.getByRole("button", { name: /^16番/ }).waitFor(); // she has booked nothing for herself
  await daughter.getByRole("button", { name: "やめる", exact: true }).click();

  await daughter
    .getByRole("region", { name: "帰りのお車" })
    .getByRole("button", { name: "終わったら呼ぶ" })
    .click();
  await daughter.getByRole("button", { name: "帰りの車は要らない" }).click();
  await daughter.getByRole("button", { name: "終わったら呼ぶ" }).waitFor();

  const cut = (route: Route) => route.abort("internetdisconnected");
  await daughter.route("**/api/**", cut);
  await daughter.goto(page);
  await daughter.getByText("通信が切れています").waitFor({ timeout: 60_000 });
  await ticket.getByText(bookings[0].boardingCode, { exact: true }).waitFor({ timeout: 60_000 });
  await expectAccessible(daughter);
  await daughter.unroute("**/api/**", cut);
  await daughter.getByText("通信が切れています").waitFor({ state: "detached", timeout: 60_000 });
}, 240_000);

test("[FIELD-14] the daughter chooses to be told of her mother's rides, is led to where she sets how, and her mother sees it", async () => {
  const name = "山田 花子さんのお知らせを受け取る";
  const receive = daughter.getByRole("switch", { name });
  const told = "あなたのご乗車のお知らせも受け取っています";
  const without = "あなたの受け取り方が、まだ登録されていません。登録するまでは、何も届きません。";
  await daughter.reload();
  await receive.waitFor();
  expect(await receive.isChecked(), "off until she chooses").toBe(false);
  expect(await daughter.getByText(without).count()).toBe(0);
  await removeChannels(daughter);
  await daughter.reload();
  await daughter.getByText(without).waitFor();
  await open(mother, "/ride/helpers");
  await mother.getByText("このアプリから予約できます").waitFor();
  expect(await mother.getByText(told).count()).toBe(0);

  const choosing = daughter.waitForResponse(/\/my\/helping\/[^/]+\/notices$/);
  await receive.click();
  expect((await choosing).status()).toBe(204);
  await daughter.reload();
  await daughter.getByRole("switch", { name, checked: true }).waitFor();
  await expectAccessible(daughter);
  await mother.reload();
  await mother.getByText(told).waitFor();
  await expectAccessible(mother);

  await daughter.getByRole("link", { name: "お知らせの受け取り方を登録する" }).click();
  await daughter.getByRole("heading", { name: "お知らせの受け取り方" }).click();
  await daughter.getByLabel("メールアドレス").waitFor();
  await daughter.goBack();
  await receive.waitFor();
}, 240_000);

/** She has a channel from the beginning, as most of the demo's riders. */
async function removeChannels(page: Page): Promise<void> {
  const address = `${town.url}/api/t/ube-demo/my/channels`;
  const { channels } = await (await page.context().request.get(address)).json();
  for (const { id } of channels)
    expect((await page.context().request.delete(`${address}/${id}`)).status()).toBe(204);
}

/** @returns the code, as the mother reads it out */
async function invite(): Promise<string> {
  await mother.getByRole("button", { name: "代理の方を招く" }).click();
  await mother.getByRole("button", { name: "同意して招待番号を出す" }).click();
  await mother.getByText("お名前を入力してください").waitFor();
  await expectAccessible(mother);
  await mother.getByLabel("相手の方のお名前").fill("娘のさくら");
  await mother.getByLabel(/私の代わりに予約・変更・取消をすること/).check();
  await mother.getByRole("button", { name: "同意して招待番号を出す" }).click();
  const code = await mother.getByText(/^\d{4}-\d{4}-\d{4}$/).textContent();
  await expectAccessible(mother);
  await mother.getByRole("button", { name: "伝えました" }).click();
  return code!;
}

/** The five steps, with whose booking it is in sight on each. */
async function bookFor(page: Page): Promise<void> {
  for (const stop of [16, 40]) {
    await page.getByText("山田 花子さんの予約をしています").waitFor();
    await page
      .getByRole("button", { name: new RegExp(`\\b${stop}\\D`) })
      .first()
      .click();
  }
  await page.getByText("山田 花子さんの予約をしています").waitFor();
  await page.locator("form button[type=submit]").click();
  await page.getByText("山田 花子", { exact: true }).waitFor();
  await page.getByRole("main").locator("button").filter({ hasText: "調" }).click();
  await page.getByRole("button", { name: /この内容で確定/ }).click();
}

test("[SAP-PI-1] a member sees what is kept and why, changes it, sees who read it, and takes it along", async () => {
  await open(mother, "/ride");
  await mother.getByRole("link", { name: "自分の情報" }).click();
  await mother.getByText("この一覧にないことは、保存していません。").waitFor();
  await mother.getByText(/^一覧を見る/).click();
  await mother.getByText("予約と乗車の記録・運賃").waitFor();
  await mother.getByText("娘のさくらさん（代理の方）").first().waitFor();
  await expectAccessible(mother);
  await mother.getByRole("button", { name: "登録の内容を変える" }).click();
  await mother.getByLabel("電話番号", { exact: true }).fill("12");
  await mother.getByLabel("歩行器・シルバーカー").check();
  await mother.getByRole("button", { name: "保存する" }).click();
  await mother.getByText("0から始まる電話番号を入力してください").waitFor();
  await expectAccessible(mother);
  await mother.getByLabel("電話番号", { exact: true }).fill("０８３６－００－７７７７");
  await mother.getByRole("button", { name: "保存する" }).click();
  await mother.getByText("変更を保存しました。").waitFor();
  await mother.getByText("0836-00-7777").waitFor();
  await mother.getByText("歩行器・シルバーカー").waitFor();

  await mother.getByRole("button", { name: "登録の内容を変える" }).click();
  await mother.getByText("変更を保存しました。").waitFor({ state: "detached" }); // it was said of the former change
  await mother.getByLabel("電話番号", { exact: true }).fill("090-1111-2222");
  await mother.getByRole("button", { name: "保存する" }).click();
  const words = await mother.getByText(/確認コード \d{6}/).textContent();
  await expectAccessible(mother);
  await mother.getByLabel("確認コード（6桁）").fill("000000");
  await mother.getByRole("button", { name: "確認する" }).click();
  await mother.getByText(/確認コードが違うか/).waitFor();
  await mother.getByLabel("確認コード（6桁）").fill(/\d{6}/.exec(words!)![0]);
  await mother.getByRole("button", { name: "確認する" }).click();
  await mother.getByText("変更を保存しました。").waitFor();

  const data = JSON.parse(await downloaded("すべての情報（JSON）"));
  expect(data).toMatchObject({ record: { phone: "090-1111-2222", needs: ["walker"] } });
  const rides = await downloaded("登録の内容（CSV）");
  expect(rides.startsWith("\uFEFF")).toBe(true);
  expect(rides).toContain("歩行器");
}, 240_000);

test("[SAP-5.2-1] a trip is not asked for before the own record is there: what it says comes along", async () => {
  await open(mother, "/ride/me");
  await mother.getByRole("button", { name: "登録の内容を変える" }).click();
  for (const need of ["車いす", "歩行器・シルバーカー"])
    await mother.getByLabel(need, { exact: true }).check();
  await mother.getByRole("button", { name: "保存する" }).click();
  await mother.getByText("変更を保存しました。").waitFor();

  const { promise: late, resolve: come } = Promise.withResolvers<void>();
  const record = /\/my\/record$/;
  await mother.route(record, async (route) => {
    await late;
    await route.fallback();
  });
  await toWhoRides();
  const ask = mother.getByRole("main").getByRole("button", { name: "空きを調べる" });
  await mother.getByText("ご登録の内容を確かめています…").waitFor();
  expect(await ask.getAttribute("aria-disabled")).toBe("true");
  await expectAccessible(mother);
  come();
  await mother.getByText("ご登録に車いすがあります。").waitFor();
  expect(await mother.getByLabel("歩行器・シルバーカー").isChecked()).toBe(true);
  await expectAccessible(mother);
  const [asked] = await Promise.all([mother.waitForRequest(/\/quotes$/), ask.click()]);
  expect(asked.postDataJSON().needs).toEqual(["walker"]);
  await mother.getByRole("button", { name: "やめる", exact: true }).click();

  await mother.unroute(record);
  await mother.route(record, (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "about:blank", kind: "internal", status: 500, title: "Internal error" }),
    }),
  );
  await toWhoRides();
  await mother.getByText(/ご登録の内容を確かめられませんでした/).waitFor();
  await expect.poll(() => ask.getAttribute("aria-disabled")).toBe(null);
  await expectAccessible(mother);
  await mother.unroute(record);
  await mother.getByRole("button", { name: "もう一度試す" }).click();
  await mother.getByText("ご登録に車いすがあります。").waitFor();
  await mother.getByRole("button", { name: "やめる", exact: true }).click();
}, 240_000);

/** The mother's own trip, up to the question who rides. Opened anew, so that nothing is remembered of her record. */
async function toWhoRides(): Promise<void> {
  await open(mother, "/ride/book/from");
  for (const stop of [16, 40])
    await mother
      .getByRole("button", { name: new RegExp(`^${stop}番`) })
      .last()
      .click();
  await mother.locator("form button[type=submit]").click();
  await mother.getByRole("heading", { name: "どなたがお乗りになりますか" }).waitFor();
}

async function downloaded(link: string): Promise<string> {
  const [file] = await Promise.all([
    mother.waitForEvent("download"),
    mother.getByRole("link", { name: link }).click(),
  ]);
  return readFile((await file.path())!, "utf8");
}

test("[SAP-5.2-1] past rides are listed with their fares, in the reader's language", async () => {
  await open(mother, "/ride/history");
  await mother.getByText("この年のご乗車はまだありません。").waitFor();
  await expectAccessible(mother);
  await open(mother, "/ride");
  await mother.getByRole("button", { name: "取り消す", exact: true }).click();
  await mother.getByRole("button", { name: "予約を取り消す" }).click();
  await mother.getByText("ご予約を取り消しました。").waitFor();
  await mother.getByRole("link", { name: "乗車の記録と運賃" }).click();
  await mother.getByText("取消済み").waitFor();
  await expectAccessible(mother);
  await mother.getByRole("combobox").first().selectOption("en");
  await mother.getByText("Past rides and fares").first().waitFor();
  await expectAccessible(mother);
  await mother.getByRole("combobox").first().selectOption("ja");
}, 240_000);

test("[FIELD-14] the mother takes her consent back, and the daughter's page is closed at once", async () => {
  await open(mother, "/ride/helpers");
  await mother.getByRole("button", { name: "娘のさくらさんに代理をやめてもらう" }).click();
  await expectAccessible(mother);
  await mother.getByRole("button", { name: "代理をやめてもらう", exact: true }).click();
  await mother.getByText("娘のさくらさんは、あなたの予約ができなくなりました。").waitFor();
  await daughter.reload();
  await daughter
    .getByText(/この方の代理はできません/)
    .first()
    .waitFor();
  await expectAccessible(daughter);
}, 240_000);

test("[SAP-PI-1] a member leaves: what goes and what stays is said first, and then nobody is signed in", async () => {
  await open(daughter, "/ride/me");
  await daughter.getByRole("button", { name: "退会の手続きへ" }).click();
  await daughter.getByText(/元に戻すことはできません/).waitFor();
  await daughter
    .getByRole("dialog")
    .getByText(/誰のものか分からない形で/)
    .waitFor();
  await daughter.getByLabel("確かめるため、会員番号を入力してください").fill("1");
  await daughter.getByRole("button", { name: "退会して個人情報を消去する" }).click();
  await daughter.getByText("会員番号が違います").waitFor();
  await expectAccessible(daughter);
  await daughter.getByLabel("確かめるため、会員番号を入力してください").fill("10002");
  await daughter.getByRole("button", { name: "退会して個人情報を消去する" }).click();
  await daughter.getByText("退会の手続きが済みました").waitFor();
  await expectAccessible(daughter);
  await daughter.getByRole("link", { name: "はじめのページへ", exact: true }).click();
  await daughter.getByRole("button", { name: "利用者として入る" }).waitFor();
  expect((await daughter.context().request.get(`${town.url}/api/t/ube-demo/my/record`)).status()).toBe(401);
}, 240_000);

/** At the width of a phone and of a desk. */
async function expectAccessible(page: Page): Promise<void> {
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    await expectGoodLooks(page);
  }
}
