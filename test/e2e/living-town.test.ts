import type { Board, World } from "@noriai/api";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { enter, type Person } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
const MINUTE = { timeout: 60_000 };

/** What a newcomer sees who presses one button: the whole product at work, on the board, within a minute on the wall. */
describe("the demo town lives", () => {
  let town: RunningTown;
  let browser: Browser;
  let board: Person;
  let today: string;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    board = await enter(browser, { url: town.url, door: "運行事業者", viewport: DESKTOP });
    today = (await world()).now.slice(0, 10);
  });

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  const world = async (): Promise<World> => (await fetch(`${town.url}/api/world`)).json() as Promise<World>;
  const readBoard = (): Promise<Board> => board.read<"getBoard">(`/board?date=${today}`);
  const button = (name: string) => board.page.getByRole("button", { name });

  test("[FIELD-30] within a minute of one press people book, the vehicle moves on the map, and somebody boards", async () => {
    const { page } = board;
    expect((await readBoard()).bookings).toEqual([]);
    const pressed = performance.now();
    await button("町を動かす").click();
    await page.getByText("予約・電話・運転が自動で進んでいます").waitFor();
    await expect.poll(async () => (await readBoard()).bookings.length, MINUTE).toBeGreaterThan(3);
    await page.locator(".map-vehicle").first().waitFor(MINUTE);
    const places = new Set<string>();
    await expect
      .poll(async () => {
        const { x, y } = (await page.locator(".map-vehicle").first().boundingBox())!;
        return places.add(`${Math.round(x)} ${Math.round(y)}`).size;
      }, MINUTE)
      .toBeGreaterThan(2);
    await expect.poll(() => page.getByRole("main").innerText(), MINUTE).toMatch(/乗車中\s*[1-9]\d*件/);
    expect((performance.now() - pressed) / 1000).toBeLessThan(60);
    const channels = new Set((await readBoard()).bookings.map(({ channel }) => channel));
    expect(channels).toContain("web");
  });

  test("a second press lets the town stand still, and another lets it go on", async () => {
    await button("町を止める").click();
    await button("町を動かす").waitFor();
    const still = await world();
    expect(still).toMatchObject({ lives: false, demoClock: { running: false } });
    const before = (await readBoard()).version;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await world()).now).toBe(still.now);
    await button("町を動かす").click();
    await button("町を止める").waitFor();
    await expect.poll(async () => (await readBoard()).version, MINUTE).toBeGreaterThan(before);
    expect((await world()).lives).toBe(true);
  });
});
