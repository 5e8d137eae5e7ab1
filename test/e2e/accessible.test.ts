import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ja } from "../../packages/web/src/messages/shell/ja.ts";
import { PAGES, type Role } from "../../packages/web/src/roles.ts";
import { findBrowser } from "../../scripts/browser.mjs";
import { axeFindings, expectAccessible, expectNoSidewaysScroll } from "./looks.ts";
import { enter, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
/** 空きを調べる in the three languages. */
const ASK = /調|See if there is room/;
/** A machine that does much else at the same time takes long to open a page. */
const PATIENT = { timeout: 90_000 };
const PHONE = { width: 390, height: 844 };

/** Every page of the role table, as everybody who may open it; a page that is added there is looked at here at once. */
const TABLE = PAGES.flatMap(({ page, path, roles }) =>
  (roles as readonly Role[]).map((role, n) => ({
    ...{ page, role, door: ja.roles[role], isFirst: n === 0 },
    path: path.replace("/t/$tenant", ""),
  })),
);
/** Each page in the eyes of the first who may open it, and what else there is to see. */
const LOOKS: readonly { readonly door: string; readonly path: string; readonly shows?: RegExp }[] = [
  ...TABLE.filter(({ isFirst }) => isFirst),
  { door: "利用者", path: "/ride/book/from", shows: /どこから乗りますか/ },
  { door: "利用者", path: "/ride/me", shows: /登録の内容/ },
  { door: "利用者", path: "/ride/history", shows: /この年のご乗車はまだありません/ },
  { door: "利用者", path: "/ride/helpers", shows: /招待番号を入力する/ },
  { door: "利用者", path: "/desk", shows: /役割/ },
  { door: "運転者", path: "/drive/record", shows: /業務記録/ },
  { door: "利用者", path: "/account", shows: /ログインしている端末/ },
  { door: "利用者", path: "/sign-in", shows: /確認コードをお送りします/ },
  { door: "利用者", path: "/promise", shows: /先月/ },
];

/** 仕様書 3-(4)-①: considerate of users. WCAG 2.2 AA by axe, no sideways scrolling on a phone, nothing from elsewhere. */
describe("every page", () => {
  let town: RunningTown;
  let browser: Browser;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    const rider = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
    await pauseClock(rider.page, town.url);
    await book(rider.page);
    await rider.page.context().close();
  });

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test("[SAP-3.4-1a] the start page, without a role", async () => {
    const context = await browser.newContext({ viewport: PHONE, locale: "ja-JP" });
    const page = await context.newPage();
    await page.goto(town.url);
    await page.getByRole("button", { name: "利用者として入る" }).waitFor();
    await expectAccessible(page);
    await context.close();
  });

  test.each(LOOKS)(
    "[SAP-3.4-1a] $path as $door, at desktop and phone width and at twice the text",
    async ({ door, path, shows }) => {
      const { page } = await enter(browser, { url: town.url, door, viewport: DESKTOP });
      const asked = foreignRequests(page, town.url);
      await openPage(page, path, shows);
      await expectAccessible(page);
      await expectNothingLostAtTwiceTheText(page);
      await page.setViewportSize(PHONE);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 640, height: 450 }); // 1280 × 900 at 200 %
      await expectNoSidewaysScroll(page);
      expect(asked).toEqual([]); // SAP-PI-5: no third party
      await page.context().close();
    },
  );

  test.each(TABLE.filter(({ isFirst }) => !isFirst))(
    "[SAP-3.4-1a] $path as $door",
    async ({ door, path }) => {
      const { page } = await enter(browser, { url: town.url, door, viewport: DESKTOP });
      await openPage(page, path);
      await expectAccessible(page);
      await page.context().close();
    },
  );

  test.each(LOOKS)(
    "[SAP-3.4-1a] $path as $door, walked by keyboard: everything is reached, seen, and left again",
    async ({ door, path, shows }) => {
      const { page } = await enter(browser, { url: town.url, door, viewport: DESKTOP });
      await pauseClock(page, town.url);
      await openPage(page, path, shows);
      expect(await walkByKeyboard(page)).toEqual({ missed: [], unseen: [] });
      await page.context().close();
    },
  );

  test("axe itself catches a button without a name, and letters too pale to read", async () => {
    const { page } = await enter(browser, { url: town.url, door: "監査人", viewport: DESKTOP });
    await openPage(page, "/report");
    await page.evaluate(() => {
      const pale = document.createElement("p");
      pale.textContent = "pale";
      Object.assign(pale.style, { color: "#ccc", background: "#fff" });
      document.querySelector("main")?.append(document.createElement("button"), pale);
    });
    const found = (await axeFindings(page)).map((finding) => finding.split(":")[0]);
    expect(found.sort()).toEqual(["button-name", "color-contrast"]);
    await page.context().close();
  });

  test("the walk itself catches what no key reaches, and a place whose focus is not shown", async () => {
    const { page } = await enter(browser, { url: town.url, door: "監査人", viewport: DESKTOP });
    await openPage(page, "/report");
    await page.evaluate(() => {
      const trap = document.createElement("div");
      trap.innerHTML = `<button id="trap">a</button><button id="beyond">b</button>`;
      Object.assign(trap.querySelector<HTMLElement>("#trap")!.style, { outline: "none", boxShadow: "none" });
      trap.addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault());
      document.querySelector("main")?.append(trap);
    });
    const { missed, unseen } = await walkByKeyboard(page);
    expect(missed.join()).toContain("beyond");
    expect(unseen.join()).toContain("trap");
    await page.context().close();
  });

  test.each(["ja", "ja-easy", "en"])(
    "[SAP-3.4-1a] [TEL-ML-1] the rider's steps to an offer, in %s",
    async (language) => {
      const { page } = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
      await page.getByRole("combobox").first().selectOption(language);
      await page.goto(`${town.url}/t/ube-demo/ride/book/from`);
      for (const stop of [16, 40]) {
        await page
          .getByRole("button", { name: new RegExp(`\\b${stop}\\D`) })
          .first()
          .click();
        await expectAccessible(page);
      }
      await page.locator("form button[type=submit]").click();
      await page
        .getByRole("spinbutton")
        .or(page.getByRole("status"))
        .filter({ visible: true })
        .first()
        .waitFor();
      await expectAccessible(page);
      await page.getByRole("main").locator("button").filter({ hasText: ASK }).click();
      await page.locator("[aria-hidden]", { hasText: /\d/ }).first().waitFor();
      await page.getByText("150").first().waitFor(); // the senior fare of the offer
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.context().close();
    },
  );
});

/** Opens a page of the town and waits until it shows what it has, and lets this role in. */
async function openPage(page: Page, path: string, shows?: RegExp): Promise<void> {
  const town = new URL(page.url()).origin;
  await page.goto(`${town}/t/ube-demo${path}`);
  await page.getByRole("heading", { level: 1 }).first().waitFor(PATIENT);
  // A page that still waits has a heading too; it is there when its heading stays.
  await expect.poll(() => page.evaluate(isSettled, ja.loading), PATIENT).toBe(true);
  if (shows === undefined) expect(await page.getByText(ja.gate.wrongRoleTitle).count()).toBe(0);
  else await page.getByText(shows).first().waitFor();
}

async function isSettled(loading: string): Promise<boolean> {
  const heading = document.querySelector("h1");
  await new Promise((resolve) => setTimeout(resolve, 700));
  return heading?.isConnected === true && !document.body.innerText.includes(loading);
}

/** Books through the page's own session, so that lists and timelines have something to show. */
async function book(page: Page): Promise<void> {
  const booked = await page.evaluate(async () => {
    const call = (path: string, body?: unknown) =>
      fetch(`/api/t/ube-demo${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const { now } = await (await fetch("/api/world")).json();
    const asked = await call("/quotes", {
      from: "s01",
      to: "s20",
      time: { mode: "depart", at: `${now.slice(0, 10)}T10:00:00+09:00` },
      companions: { general: 1, senior: 0, disabled: 0, child: 1, infant: 0 },
      wheelchairs: 0,
    });
    const { quote } = await asked.json();
    return (await call(`/quotes/${quote.id}/confirm`)).status;
  });
  expect(booked).toBe(200);
}

/** With letters twice as large in a window as wide as before, no line is cut off and the page does not go sideways. */
async function expectNothingLostAtTwiceTheText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await expectNoSidewaysScroll(page);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => {
        const { overflowX, position } = getComputedStyle(element);
        const isForReadersOnly = position === "absolute" && element.clientWidth <= 1;
        const cuts = overflowX === "hidden" || overflowX === "clip";
        return cuts && !isForReadersOnly && element.scrollWidth > element.clientWidth + 1;
      })
      .filter((element) => element.innerText?.trim() && element.closest(".maplibregl-map") === null)
      .map((element) => element.outerHTML.slice(0, 160)),
  );
  expect(cut).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "";
  });
}

/**
 * Goes through the page by Tab alone.
 * @returns what can be used by mouse but was not reached (`missed`), and where the focus could not be seen (`unseen`)
 */
async function walkByKeyboard(page: Page): Promise<{ missed: readonly string[]; unseen: readonly string[] }> {
  const count = await page.evaluate(() => {
    const usable = "a[href], button, input, select, textarea, summary, [tabindex]";
    const shown = [...document.querySelectorAll<HTMLElement>(usable)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(":disabled") &&
        element.checkVisibility({ visibilityProperty: true }),
    );
    const radios = new Set<string>();
    for (const [n, element] of shown.entries()) {
      if (element instanceof HTMLInputElement && element.type === "radio") {
        // One Tab for a group; arrows choose in it.
        const group = [...document.getElementsByName(element.name)] as HTMLInputElement[];
        const entry = group.find(({ checked }) => checked) ?? group[0];
        if (radios.has(element.name) || entry !== element) continue;
        radios.add(element.name);
      }
      element.dataset.walk = String(n);
    }
    // Within a field for a date or a time, Tab goes from part to part.
    const parts = shown.filter((element) => element.matches("input[type=date], input[type=time]")).length * 4;
    return shown.length + parts;
  });
  // A page that lives may grow a few rows on the way.
  for (let step = 0; step < count + 30; step++) {
    await page.keyboard.press("Tab");
    await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (element === null || element === document.body) return;
      element.dataset.walked = "yes";
      const shownBy = [element, element.parentElement, element.nextElementSibling].filter(
        (one) => one !== null,
      );
      const isSeen = shownBy.some((one) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      });
      if (isSeen) element.dataset.seen = "yes";
    });
  }
  return page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 160));
    return {
      missed: texts("[data-walk]:not([data-walked])"),
      unseen: texts("[data-walked]:not([data-seen])"),
    };
  });
}

/** Collects every request that leaves our own origin. */
function foreignRequests(page: Page, own: string): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(data|blob):/.test(url)) asked.push(url);
  });
  return asked;
}
