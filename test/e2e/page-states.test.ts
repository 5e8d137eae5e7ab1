import { type Browser, chromium, type Page, type Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ja as app } from "../../packages/web/src/messages/app/ja.ts";
import { ja as myDoors } from "../../packages/web/src/messages/my-doors/ja.ts";
import { ja as problems } from "../../packages/web/src/messages/problems/ja.ts";
import { ja as rejections } from "../../packages/web/src/messages/rejections/ja.ts";
import { ja as rider } from "../../packages/web/src/messages/rider/ja.ts";
import { ja as shell } from "../../packages/web/src/messages/shell/ja.ts";
import { ja as unsure } from "../../packages/web/src/messages/unsure/ja.ts";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectGoodLooks } from "./looks.ts";
import { jumpTo, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const PHONE = { width: 390, height: 844 };
const PATIENT = { timeout: 60_000 };
const SOON = { timeout: 15_000 };
const API = "**/api/**";

interface Look {
  readonly role: "rider" | "driver" | undefined;
  readonly path: string;
  /** What the page itself asks for, beside what every page does. */
  readonly reads: RegExp;
  /** What it says when all is there; nobody has booked yet, so most of these are empty. */
  readonly shows: string | RegExp;
}

/** Rider's and driver's pages, as somebody meets them who has just come. */
const LOOKS: readonly Look[] = [
  { role: undefined, path: "/join", reads: /\/api\/.*\/joining$/, shows: "連絡先の確認へ進む" },
  {
    role: undefined,
    path: "/stops/s16",
    reads: /\/api\/.*\/stops\/s16\/moment/,
    shows: "お待ちいただく場所",
  },
  { role: undefined, path: "/terminal", reads: /\/api\/.*\/terminal$/, shows: "この端末を設定する" },
  { role: "rider", path: "/ride", reads: /\/api\/.*\/my\/bookings$/, shows: "いまのご予約はありません。" },
  {
    role: "rider",
    path: "/ride/history",
    reads: /\/api\/.*\/my\/rides/,
    shows: "この年のご乗車はまだありません。",
  },
  { role: "rider", path: "/ride/me", reads: /\/api\/.*\/my\/record$/, shows: "登録の内容を変える" },
  {
    role: "rider",
    path: "/ride/helpers",
    reads: /\/api\/.*\/my\/help(ers|ing)$/,
    shows: "いまはどなたもいません。",
  },
  { role: "rider", path: "/ride/recurring", reads: /\/api\/.*\/recurring(\?|$)/, shows: /定期予約/ },
  { role: "rider", path: "/account", reads: /\/api\/.*\/my\/(sessions|passkeys)$/, shows: "いまの端末" },
  {
    role: "driver",
    path: "/drive",
    reads: /\/api\/.*\/duty$/,
    shows: "これから回る乗降ポイントはありません",
  },
  { role: "driver", path: "/drive/record", reads: /\/api\/.*\/duty\/record/, shows: /業務記録/ },
];

/** 仕様書 3-(4)-①: a page is for everybody also while it waits, when it fails, and without a network. */
describe("every state of the rider's and the driver's pages", () => {
  let town: RunningTown;
  let browser: Browser;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    const page = await comeAs("rider");
    await pauseClock(page, town.url);
    await page.context().close();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test.each(LOOKS)(
    "[SAP-3.4-1a] $path: empty, loading, failing and without a network, on a phone",
    async ({ role, path, reads, shows }) => {
      const page = await comeAs(role);
      const address = `${town.url}/t/ube-demo${path}`;
      const there = page.getByText(shows).first();
      // The first time of all: later the device has kept an answer, and shows that instead of waiting long.
      const { asked, release } = await hold(page, reads);
      await page.goto(address);
      await asked;
      await page.getByRole("main").getByText(shell.loading).first().waitFor(PATIENT);
      await expectGoodLooks(page, `${path}, loading`);
      await release();
      await there.waitFor(PATIENT);
      await expectGoodLooks(page, `${path}, empty`);

      await page.route(reads, fail);
      await page.goto(address);
      const failed = page.getByRole("alert").filter({ hasText: problems.internal }).first();
      await failed.waitFor(PATIENT);
      await expectGoodLooks(page, `${path}, failing`);
      await page.unroute(reads);
      const again = page.getByRole("button", { name: shell.retry });
      // One press may bring back what two parts of the page missed.
      while ((await again.count()) > 0)
        await again
          .first()
          .click(SOON)
          .catch(() => undefined);
      await there.waitFor(PATIENT);
      expect(await failed.count()).toBe(0);

      await page.route(API, cut);
      await page.goto(address);
      await page.getByText(app.offline.title).waitFor(PATIENT);
      await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor(PATIENT);
      await expectGoodLooks(page, `${path}, without a network`);
      await page.unroute(API);
      await page.getByText(app.offline.title).waitFor({ state: "detached", ...PATIENT });
      await page.context().close();
    },
  );

  test("[SAP-3.4-1a] a page whose code comes late stands in its frame meanwhile", async () => {
    const page = await comeAs("driver");
    const { asked, release } = await hold(page, /\/assets\/driver-face-/);
    await page.goto(`${town.url}/t/ube-demo/drive`);
    await asked;
    // What stood there before its code was missed is kept, hidden.
    const waits = page.getByRole("main").getByText(shell.loading).filter({ visible: true });
    await waits.first().waitFor(PATIENT);
    await page.getByRole("button", { name: shell.header.leaveRole }).waitFor(PATIENT);
    await expectGoodLooks(page, "/drive, its code being fetched");
    await release();
    await page.getByText("これから回る乗降ポイントはありません").first().waitFor(PATIENT);
    await page.context().close();
  });

  test("[SAP-3.4-1a] a page whose code does not come leaves the frame and the way to the ticket", async () => {
    const page = await comeAs("rider");
    await page.goto(`${town.url}/t/ube-demo/ride`);
    const door = page.getByRole("link", { name: myDoors.record });
    await door.waitFor(PATIENT);
    await page.route(/\/assets\/my-page-/, cut);
    await door.click();
    await page.getByRole("heading", { level: 1, name: shell.crash.title }).waitFor(PATIENT);
    await page.getByRole("alert").filter({ hasText: problems.offline }).waitFor(PATIENT);
    await page.getByRole("button", { name: shell.header.leaveRole }).waitFor(SOON);
    await expectGoodLooks(page, "/ride/me, its code cut off");
    await page.getByRole("link", { name: shell.gate.toOwn(shell.pages.ride) }).click();
    await page.getByText(rider.home.none).waitFor(PATIENT);
    await page.unroute(/\/assets\/my-page-/);
    await page.goto(`${town.url}/t/ube-demo/ride/me`);
    await page.getByText("登録の内容を変える").first().waitFor(PATIENT);
    await page.context().close();
  });

  test("[SAP-5.2-1] on a line that stalls, the rider's bookings stand after seconds, and the answers replace them when they come", async () => {
    const page = await comeAs("rider");
    const address = `${town.url}/t/ube-demo/ride`;
    await page.goto(address);
    await page.getByText(rider.home.none).waitFor(PATIENT);
    const routes = ["getWorld", "getService", "getSession", "listMyBookings"];
    await expect.poll(() => page.evaluate(isKept, routes), PATIENT).toBe(true);
    const { release } = await hold(page, /\/api\//);
    await page.goto(address);
    // One stalled read alone is given up after a minute; four of them come one after the other.
    await page.getByText(rider.home.none).waitFor({ timeout: 50_000 });
    await page.getByText(app.offline.title).waitFor(SOON);
    await release();
    await page.getByText(app.offline.title).waitFor({ state: "detached", ...PATIENT });
    await page.getByText(rider.home.none).waitFor(PATIENT);
    await page.context().close();
  });

  test("[SAP-3.4-1a] [FIELD-19] asking for an offer: waiting, failing and cut off; nothing chosen is lost, and a yes whose answer is lost makes one booking", async () => {
    const page = await comeAs("rider");
    await page.goto(`${town.url}/t/ube-demo/ride/book/from`);
    for (const stop of [16, 40])
      await page
        .getByRole("button", { name: new RegExp(`^${stop}番`) })
        .first()
        .click();
    await page.getByRole("button", { name: rider.when.next, exact: true }).click();
    const { release } = await hold(page, /\/quotes$/);
    await page.getByRole("button", { name: rider.who.ask }).click();
    await page.getByRole("heading", { level: 1, name: rider.offer.askTitle }).waitFor(PATIENT);
    await expectGoodLooks(page, "the offer, loading");
    await page.route(/\/quotes$/, fail);
    await page.reload();
    await page.getByRole("alert").filter({ hasText: problems.internal }).waitFor(PATIENT);
    await expectGoodLooks(page, "the offer, failing");
    await page.unroute(/\/quotes$/);
    await page.route(/\/quotes/, cut);
    await page.getByRole("button", { name: shell.retry }).click();
    await page.getByRole("alert").filter({ hasText: problems.offline }).waitFor(PATIENT);
    await expectGoodLooks(page, "the offer, cut off");
    await page.unroute(/\/quotes/);
    await release();
    await page.getByRole("button", { name: shell.retry }).click();
    await page.getByRole("button", { name: rider.offer.confirm }).waitFor(PATIENT);
    await page.route(/\/confirm$/, refuse("not-changeable"));
    await page.getByRole("button", { name: rider.offer.confirm }).click();
    await page.getByRole("alert").filter({ hasText: rejections.notChangeable }).waitFor(PATIENT);
    expect(await page.getByText(rider.offer.expired).count()).toBe(0);
    await expectGoodLooks(page, "the confirmation, refused by name");
    await page.unroute(/\/confirm$/);
    await page.reload();

    const told = page.getByRole("alert").filter({ hasText: unsure.title });
    await page.route(/\/confirm$/, cut);
    await page.getByRole("button", { name: rider.offer.confirm }).click();
    await told.waitFor(PATIENT);
    await expectGoodLooks(page, "the confirmation, cut off");
    await page.unroute(/\/confirm$/);
    const { promise: isLost, resolve: lose } = Promise.withResolvers<void>();
    await page.route(/\/confirm$/, (route) => loseAnswer(route).then(lose));
    await page.getByRole("button", { name: unsure.again }).click();
    await isLost;
    await told.waitFor(PATIENT);
    await page.unroute(/\/confirm$/);

    const { now } = await pauseClock(page, town.url);
    await jumpTo(page, { url: town.url, to: later(now, 5) });
    await page.reload();
    await told.waitFor(PATIENT);
    expect(await page.getByText(rider.offer.expired).count()).toBe(0);
    await expectGoodLooks(page, "the confirmation, its answer lost and the hold over");
    await page.getByRole("button", { name: unsure.again }).click();
    await page.getByText(rider.home.booked).waitFor(PATIENT);
    const mine = await page.context().request.get(`${town.url}/api/t/ube-demo/my/bookings`);
    expect((await mine.json()).bookings).toHaveLength(1);
    await page.context().close();
  });

  /** A browser in which what is cut off is cut off: no worker of the app answers in the server's place. */
  async function comeAs(role: Look["role"]): Promise<Page> {
    const context = await browser.newContext({
      ...{ viewport: PHONE, locale: "ja-JP", timezoneId: "Asia/Tokyo", serviceWorkers: "block" },
    });
    if (role !== undefined) {
      const door = `${town.url}/api/t/ube-demo/demo-session`;
      const entered = await context.request.post(door, { data: { role } });
      expect(entered.status()).toBe(200);
    }
    return context.newPage();
  }
});

interface Held {
  /** The first question was asked: the page is there and waits. */
  readonly asked: Promise<void>;
  readonly release: () => Promise<void>;
}

/** Keeps answers back until told otherwise. */
async function hold(page: Page, reads: RegExp): Promise<Held> {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const wait = async (route: Route) => {
    ask();
    await released;
    await route.fallback().catch(() => undefined); // a page that was left waits for nothing
  };
  await page.route(reads, wait);
  return {
    asked,
    release: async () => {
      release();
      await page.unroute(reads, wait);
    },
  };
}

const fail = (route: Route) =>
  route.fulfill({
    status: 500,
    contentType: "application/problem+json",
    body: JSON.stringify({ type: "about:blank", kind: "internal", status: 500, title: "Internal error" }),
  });

/** The server has done it, and nobody hears of it. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await cut(route);
}

/** Whether the device has kept the answers of these routes, by which a page opens without the server. */
async function isKept(routes: readonly string[]): Promise<boolean> {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === "noriai-kept")) return false;
  const open = indexedDB.open("noriai-kept");
  const db = await new Promise<IDBDatabase>((resolve) => {
    open.onsuccess = () => resolve(open.result);
  });
  const asked = db.transaction("values").objectStore("values").getAllKeys();
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    asked.onsuccess = () => resolve(asked.result);
  });
  db.close();
  return routes.every((route) => keys.some((key) => String(key).includes(`["${route}"`)));
}

const refuse = (rejection: string) => (route: Route) =>
  route.fulfill({
    status: 409,
    contentType: "application/problem+json",
    body: JSON.stringify({
      ...{ type: "about:blank", kind: "not-possible-now", status: 409, title: "Not possible" },
      rejections: [{ kind: rejection, bookingId: "b1" }],
    }),
  });

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace(/\.\d+Z$/, "Z");

const cut = (route: Route) => route.abort("internetdisconnected");
