import type { Browser, Page } from "playwright-core";

/** What the pictures of the two faces are taken with. */
export interface Camera {
  readonly browser: Browser;
  /** Of the town, without a slash at the end. */
  readonly url: string;
  readonly shoot: (page: Page, name: string) => Promise<void>;
}

const PHONE = { width: 390, height: 844 };
const TALL_PHONE = { width: 390, height: 2400 };
const TABLET = { width: 820, height: 1180 };
const PATIENT = { timeout: 60_000 };

/** Pages that nobody needs to sign in for: becoming a member, the door, a stop. */
export async function shootPublicPages({ browser, url, shoot }: Camera): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE, locale: "ja-JP", timezoneId: "Asia/Tokyo" });
  const page = await context.newPage();
  await page.goto(`${url}/t/ube-demo/join`);
  await page.getByLabel("氏名").fill("常盤 梅");
  await page.getByLabel("ふりがな").fill("ときわ うめ");
  await page.getByLabel("生年月日").fill("S23.5.3");
  await page.getByText("1948年5月3日（78歳）").waitFor(PATIENT);
  await shoot(page, "join-phone");
  await page.goto(`${url}/t/ube-demo/sign-in`);
  await page.getByLabel("会員番号または電話番号").fill("10002");
  await page.getByRole("button", { name: "確認コードを送る" }).click();
  await page.getByText(/確認コード \d{6}/).waitFor(PATIENT);
  await shoot(page, "sign-in-phone");
  await page.goto(`${url}/t/ube-demo/stops/s16`);
  await page.getByText("お待ちいただく場所").waitFor(PATIENT);
  await shoot(page, "stop-phone");
  await page.setViewportSize(TABLET);
  await shoot(page, "stop-tablet");
  await context.close();
}

/** The ticket while the vehicle comes: on a phone, on a tablet, and with letters twice as large. */
export async function shootTicketOnTheDay(page: Page, { url, shoot }: Camera): Promise<void> {
  await page.goto(`${url}/t/ube-demo/ride`);
  await page.getByText(/より前に出発することはありません/).waitFor(PATIENT);
  await shoot(page, "rider-day-phone");
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await page.setViewportSize(TALL_PHONE); // beneath the demo's own bar
  await shoot(page, "rider-day-large-phone");
  await page.reload();
  await page.setViewportSize(TABLET);
  await page.getByText(/より前に出発することはありません/).waitFor(PATIENT);
  await shoot(page, "rider-day-tablet");
  await page.setViewportSize(PHONE);
}

/** What the rider finds afterwards: own data and past rides. */
export async function shootOwnPages(page: Page, { url, shoot }: Camera): Promise<void> {
  await page.goto(`${url}/t/ube-demo/ride/history`);
  await page
    .getByText(/（現金）/)
    .first()
    .waitFor(PATIENT);
  await shoot(page, "history-phone");
  await page.goto(`${url}/t/ube-demo/ride/me`);
  await page.getByRole("button", { name: "登録の内容を変える" }).waitFor(PATIENT);
  await shoot(page, "my-data-phone");
}
