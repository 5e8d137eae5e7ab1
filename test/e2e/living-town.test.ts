import type { Board, World } from "@noriai/api";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { enter, type Person } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const DESKTOP = { width: 1280, height: 900 };
/** A machine that does much else at the same time is slower than the minute it is about. */
const PATIENT = { timeout: 150_000 };
/** The demo clock runs sixtyfold: an hour there is a minute on the wall. */
const MINUTE_MS = 60 * 60_000;

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
    const pressed = Date.parse((await world()).now);
    await button("町を動かす").click();
    await page.getByText("予約・電話・運転が自動で進んでいます").waitFor();
    await expect.poll(async () => (await readBoard()).bookings.length, PATIENT).toBeGreaterThan(3);
    await page.locator(".map-vehicle").first().waitFor(PATIENT);
    const places = new Set<string>();
    await expect
      .poll(async () => {
        const { x, y } = (await page.locator(".map-vehicle").first().boundingBox())!;
        return places.add(`${Math.round(x)} ${Math.round(y)}`).size;
      }, PATIENT)
      .toBeGreaterThan(2);
    await expect.poll(() => page.getByRole("main").innerText(), PATIENT).toMatch(/乗車中\s*[1-9]\d*件/);
    const { duties, bookings } = await readBoard();
    const boarded = duties.flatMap(({ visits }) => visits).find(({ actualAt }) => actualAt !== null)!;
    expect(Date.parse(boarded.actualAt!) - pressed).toBeLessThan(MINUTE_MS);
    const channels = new Set(bookings.map(({ channel }) => channel));
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
    await expect.poll(async () => (await readBoard()).version, PATIENT).toBeGreaterThan(before);
    expect((await world()).lives).toBe(true);
  });
});
