import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { enter, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** One grey dot. */
const PICTURE = {
  name: "stop.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNoaGgAAAMEAYFL09IQAAAAAElFTkSuQmCC",
    "base64",
  ),
};

let town: RunningTown;
let browser: Browser;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

const at = (door: string, viewport: typeof PHONE) => enter(browser, { url: town.url, door, viewport });

describe("[SAP-3.4-6] a stop and its marker", () => {
  let driver: Person;
  let official: Person;
  let passerby: Page;

  beforeAll(async () => {
    driver = await at("運転者", PHONE);
    await pauseClock(driver.page, town.url);
    official = await at("自治体", DESKTOP);
    passerby = await (await browser.newContext({ viewport: PHONE, locale: "ja-JP" })).newPage();
  }, 120_000);

  test("[FIELD-9] whoever scans the code on the printed sheet reads the page of that very stop, without signing in", async () => {
    await official.page.goto(`${town.url}/t/ube-demo/stop-care?part=sheets`);
    await official.page.getByLabel("印刷する乗降ポイント").selectOption({ label: "25番 琴崎八幡宮" });
    const sheet = official.page.getByRole("article", { name: "25番 琴崎八幡宮" });
    await sheet.getByRole("img", { name: /QRコード/ }).waitFor();
    const printed = await sheet.getByText("/stops/").textContent();
    await expectAccessible(official.page);

    await passerby.goto(printed!.trim());
    await passerby.getByRole("heading", { level: 1, name: "琴崎八幡宮" }).waitFor();
    await passerby.getByText("雪のとき").waitFor();
    await passerby.getByText("決まった時刻表はありません").waitFor();
    await expectAccessible(passerby);
  }, 120_000);

  test("a page of a stop that does not exist says so kindly, and leads to the list", async () => {
    await passerby.goto(`${town.url}/t/ube-demo/stops/s99`);
    await passerby.getByRole("heading", { name: "その乗降ポイントはありません" }).waitFor();
    await expectAccessible(passerby);
    await passerby.getByRole("main").getByRole("link", { name: "乗降ポイント" }).click();
    await passerby.getByRole("button", { name: "か", exact: true }).click();
    await passerby.getByRole("link", { name: "神原小学校" }).waitFor();
    await expectAccessible(passerby);
  }, 120_000);

  test("a buried marker, reported from the terminal, is a task for the city until it is cleared; riders read of it meanwhile", async () => {
    const tasks = official.page;
    await tasks.goto(`${town.url}/t/ube-demo/stop-care`);
    await tasks.getByText("対応が必要な乗降ポイントはありません。").waitFor();
    await expectAccessible(tasks);
    await report(driver, { id: "walk-1", stopId: "s25", trouble: "buried" });
    await report(driver, { id: "walk-1", stopId: "s25", trouble: "buried" });
    await tasks.getByRole("heading", { name: "25番 琴崎八幡宮" }).waitFor();
    await tasks.getByText("連絡1回").waitFor();
    await tasks.getByRole("button", { name: "対応を始める" }).click();
    await tasks.getByText("対応中", { exact: true }).waitFor();
    await expectAccessible(tasks);
    await passerby.goto(`${town.url}/t/ube-demo/stops/s25`);
    await passerby.getByText("標識が雪にうもれているとの連絡があります。").waitFor();
    await expectAccessible(passerby);

    await tasks.getByRole("button", { name: "完了にする" }).click();
    const dialog = tasks.getByRole("dialog");
    await dialog.getByLabel("どう対応したか").fill("除雪し、旗を立てました");
    await expectAccessible(tasks);
    await dialog.getByRole("button", { name: "完了にする" }).click();
    await tasks.getByRole("button", { name: "済んだものを見る（1件）" }).click();
    await tasks.getByText("除雪し、旗を立てました").waitFor();
    await expectAccessible(tasks);
    await passerby.reload();
    await passerby.getByText("お待ちいただく場所").waitFor();
    expect(await passerby.getByText("雪にうもれている").count()).toBe(0);
  }, 120_000);

  test("the placement record tells what is missing, and is complete when all is noted", async () => {
    const { page } = official;
    await page.goto(`${town.url}/t/ube-demo/stop-care?part=placements`);
    await page.getByText("40か所のうち0か所がそろっています。").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "1番 新川ふれあいセンターに記録する" }).click();
    const dialog = page.getByRole("dialog");
    const kinds = ["土地所有者の同意を得た", "標識を設置した", "写真を撮った", "冬の点検：良"];
    for (const [k, kind] of kinds.entries()) {
      await dialog.getByLabel("記録の種類").selectOption({ label: kind });
      if (kind === "写真を撮った") await dialog.getByLabel("写真のファイル").setInputFiles(PICTURE);
      await dialog.getByRole("button", { name: "記録する" }).click();
      await dialog.getByRole("listitem").nth(k).waitFor();
    }
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByText("40か所のうち1か所がそろっています。").waitFor();
    await passerby.goto(`${town.url}/t/ube-demo/stops/s01`);
    const photo = passerby.getByRole("img", { name: "新川ふれあいセンターの写真" });
    await photo.waitFor();
    expect(await photo.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(
      1,
    );
    await expectAccessible(passerby);
  }, 240_000);
});

describe("[SAP-5.2-1] [SAP-5.2-2] a rider finds stop and time", () => {
  let rider: Person;

  beforeAll(async () => {
    rider = await at("利用者", PHONE);
    await pauseClock(rider.page, town.url);
  }, 120_000);

  test("[FIELD-9] near where she is and near an address, sees the room left, and books the hour she touches", async () => {
    const { page } = rider;
    await page.context().grantPermissions(["geolocation"], { origin: town.url });
    await page.context().setGeolocation({ latitude: 33.972, longitude: 131.258 });
    await page.goto(`${town.url}/t/ube-demo/ride/book/from`);
    await page.getByLabel("近くから選ぶ").check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "今いる場所の近く" }).click();
    await page.getByText("今いる場所に近い順").waitFor();
    await expectAccessible(page);
    await page
      .getByRole("region", { name: "近くから探す" })
      .getByRole("button", { name: /番/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "どこで降りますか" }).waitFor();
    await page.getByLabel("近くから選ぶ").check();
    await page.getByLabel("住所の近く").last().fill("常盤台");
    await page.getByRole("button", { name: "住所を探す" }).click();
    await chooseNearAddress(page);

    await page.getByRole("heading", { name: "空き状況のめやす" }).waitFor();
    const hour = page.getByRole("button", { name: /まだ空いています/ }).nth(1);
    await hour.click();
    await expect.poll(() => hour.getAttribute("aria-pressed")).toBe("true");
    await expectAccessible(page);
    await page.locator("form button[type=submit]").click();
    await page.getByRole("button", { name: "空きを調べる" }).click();
    await page.getByRole("button", { name: "この内容で確定する" }).click();
    await page.getByText("ご予約を承りました。").waitFor();
  }, 150_000);

  test("leaves the way back open, calls it when she is done, and is told that it is no promise", async () => {
    const { page } = rider;
    await page.getByRole("button", { name: "終わったら呼ぶ" }).click();
    await page.getByText("席の約束ではありません").waitFor();
    await page.getByRole("button", { name: "帰りの車は要らない" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "終わったので車を探す" }).click();
    const answer = page.getByRole("heading", { name: /ご案内できます|ご案内できません/ });
    await answer.waitFor();
    await expectAccessible(page);
  }, 120_000);

  test("begins a trip at one stop's page and goes on at another's: what was chosen stays", async () => {
    const { page } = rider;
    await page.goto(`${town.url}/t/ube-demo/stops/s25`);
    await page.getByRole("button", { name: "ここから乗る予約をする" }).click();
    await page.getByRole("heading", { name: "どこで降りますか" }).waitFor();
    await page.goto(`${town.url}/t/ube-demo/stops/s16`);
    await page.getByRole("button", { name: "ここで降りる予約をする" }).click();
    await page.getByRole("heading", { name: "いつ乗りますか" }).waitFor();
  }, 120_000);
});

/** As the terminal sends it. */
async function report(driver: Person, { id, stopId, trouble }: Record<"id" | "stopId" | "trouble", string>) {
  const answer = await driver.page.context().request.post(`${town.url}/api/t/ube-demo/duty/stop-reports`, {
    data: { id, stopId, trouble, at: "2026-01-01T09:00:00+09:00" },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** One place: its stops are shown at once; several: the first of them is meant. */
async function chooseNearAddress(page: Page): Promise<void> {
  const sorted = page.getByText("に近い順");
  const asked = page.getByText("どの住所の近くですか");
  await sorted.or(asked).first().waitFor();
  if (await asked.isVisible())
    await page.getByRole("group", { name: "どの住所の近くですか" }).getByRole("button").first().click();
  await page
    .getByRole("region", { name: "近くから探す" })
    .getByRole("button", { name: /番/ })
    .first()
    .click();
}
