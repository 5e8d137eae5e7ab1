import type { ServicePromise } from "@noriai/api";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible, expectGoodLooks } from "./looks.ts";
import { enter } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

describe("what the service promises, and how it was kept", () => {
  let town: RunningTown;
  let browser: Browser;
  let passerby: Page;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    passerby = await (await browser.newContext({ viewport: PHONE, locale: "ja-JP" })).newPage();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test.each(["stops", "sign-in"])(
    "is found from /%s by whoever is not signed in",
    async (page) => {
      await passerby.goto(`${town.url}/t/ube-demo/${page}`);
      await passerby.getByRole("link", { name: "お約束と実績を見る" }).click();
      await passerby.getByRole("heading", { level: 1, name: "お約束と実績" }).waitFor();
      await passerby.getByText("月曜〜金曜 9:00〜15:00").waitFor();
      await expectGoodLooks(passerby);
    },
    120_000,
  );

  test("in plain words, with figures where there are enough, in the three languages, on a phone and on a desktop", async () => {
    const published = await passerby.context().request.get(`${town.url}/api/t/ube-demo/promise`);
    const told: ServicePromise = await published.json();
    expect(told.lastMonth.rides, "nobody has ridden in a new town").toBe(0);
    const lastMonth = { ...told.lastMonth, rides: 412, pickupsKeptPermille: 983, arrivalsKeptPermille: 1000 };
    const thisMonth = { ...told.lastMonth, rides: "few", calledOff: "few" } as const;
    await passerby.route("**/api/t/ube-demo/promise", (route) =>
      route.fulfill({ json: { ...told, lastMonth, thisMonth } satisfies ServicePromise }),
    );
    for (const [language, rides, few] of [
      ["ja", "412件", "件数が少ないため表示しません"],
      ["ja-easy", "412", "見"],
      ["en", "412", "Not shown, because there are too few"],
    ] as const) {
      await passerby.setViewportSize(PHONE);
      await passerby.goto(`${town.url}/t/ube-demo/promise`);
      await passerby.getByRole("combobox").first().selectOption(language);
      const main = passerby.getByRole("main");
      await main.getByText(rides).first().waitFor();
      const words = await main.innerText();
      for (const share of ["98.3", "100.0", "1.8"]) expect(words, language).toContain(share);
      expect(words.split(few).length - 1, language).toBeGreaterThanOrEqual(4);
      await expectGoodLooks(passerby, `${language} on a phone`);
      await passerby.setViewportSize(DESKTOP);
      await expectGoodLooks(passerby, `${language} on a desktop`);
    }
  }, 180_000);

  test("[SAP-5.4-6] stands in the report with its definition, and leads to what everybody sees", async () => {
    const { page } = await enter(browser, { url: town.url, door: "監査人", viewport: DESKTOP });
    await page.goto(`${town.url}/t/ube-demo/report`);
    const section = page.getByRole("region", { name: "約束の達成" });
    await section.getByText("記録なし").first().waitFor();
    await section.getByText("遅れを知らせた場合も、約束に間に合わなければ遅れに数えます").waitFor();
    await expectAccessible(page);
    await section.getByRole("link", { name: "お約束と実績を見る" }).click();
    await page.getByRole("heading", { level: 1, name: "お約束と実績" }).waitFor();
  }, 120_000);
});
