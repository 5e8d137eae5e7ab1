import { randomUUID } from "node:crypto";
import type { Answer, DutySheet, MemberSummary, QuoteAnswer, RouteName, World } from "@noriai/api";
import { type APIRequestContext, type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { expectAccessible } from "./looks.ts";
import { startTablet, type Tablet } from "./terminal.ts";
import { type RunningTown, startTown } from "./town.ts";

const TENANT = "ube-tonari";
const SOON = { timeout: 20_000 };
const HOURS = 4;

/** What the driver does, as the server should have it: its kind, and whose ride it is about. */
type Told = readonly [event: string, boardingCode: string | null];

let town: RunningTown;
let browser: Browser;
let tablet: Tablet;
let board: Page;
let desk: APIRequestContext;
let today: string;
/** The server's time when the test began, and when that was. */
let began: { readonly at: number; readonly realMs: number };
let passedMs = 0;
type Rider = DutySheet["tasks"][number]["boards"][number];
let cancelled: Rider;
/** Who books alone and does not come: nobody else boards or alights at these stops. */
let missing: Rider;
const script: Told[] = [];
/** Stops that were reported: they are no steps of the duty. */
let reports = 0;
const recorded = () => script.length + reports;

beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  desk = await enterAs("call_operator");
  const operator = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "ja-JP" });
  await enterAs("transport_operator", operator.request);
  board = await operator.newPage();
  const world: World = await (await desk.get(`${town.url}/api/world`)).json();
  began = { at: Date.parse(world.now), realMs: performance.now() };
  today = world.now.slice(0, 10);
  await bookAt("09:20", { kana: "ささき", from: "s04", to: "s05" });
  for (let k = 0; k < 14; k++) await bookRound(k);
  tablet = await startTablet();
  await enterAs("driver", tablet.context.request);
  await tablet.page.goto(driveUrl());
  await tablet.page.getByRole("button", { name: "確認" }).click(SOON);
  await tablet.page.getByText("すべて送信済み").waitFor(SOON);
  await tablet.page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, SOON);
  await tablet.page.reload();
  await tablet.page.getByText("すべて送信済み").waitFor(SOON);
  // The worker keeps what the page uses, and Chromium writes its cookies to the disk every thirty seconds: a browser that
  // is killed before has forgotten who was signed in.
  await tablet.page.waitForTimeout(35_000);
}, 300_000);

afterAll(async () => {
  await tablet?.close();
  await browser?.close();
  await town?.stop();
});

test("[SAP-3.2-3a] [FIELD-23] four hours without a network, a hundred records and two killed apps: afterwards the server has them all, once each, in order, at their times", async () => {
  const { tasks } = await sheet();
  cancelled = tasks.findLast(({ boards }) => boards.length > 1)!.boards.at(-1)!;
  missing = tasks[0]!.boards[0]!;
  expect(tasks.slice(0, 2).map(({ boards, alights }) => [boards.length, alights.length])).toEqual([
    [1, 0],
    [0, 1],
  ]);
  await tablet.context.setOffline(true);
  await post(desk, `/bookings/${cancelled.bookingId}/cancel`, { reason: "" });
  const killBefore = [Math.floor(tasks.length / 3), Math.floor((2 * tasks.length) / 3)];
  for (const [k, task] of tasks.entries()) {
    if (killBefore.includes(k)) await killApp();
    if (task.alights.some(({ bookingId }) => bookingId === missing.bookingId)) continue; // nobody to bring there
    await serve(task);
    if (k === 3) await tellDelay();
    if (k === 5) await reportStop();
  }
  expect(script.length).toBeGreaterThanOrEqual(100);
  expect(terminalNow() - began.at).toBeGreaterThanOrEqual(HOURS * 3_600_000);
  await tablet.page.getByText(`未送信 ${recorded()}件`).waitFor(SOON);
  expect(await tablet.page.evaluate(readLog)).toEqual({
    entries: recorded(),
    isSealed: true,
    keysLieOpen: false,
  });
  expect((await toldEvents()).length).toBe(0);

  await desk.put(`${town.url}/api/demo/clock`, {
    data: { action: "jump", to: new Date(terminalNow()).toISOString().replace(/\.\d+Z/, "Z") },
  });
  await tablet.context.setOffline(false);
  await tablet.pass(60_000);
  await tablet.page.getByText("すべて送信済み").waitFor({ timeout: 90_000 });
  const withoutCancelled = script.filter(([, code]) => code !== cancelled.boardingCode);
  expect(await toldEvents()).toEqual(withoutCancelled);
  const { tasks: troubles } = await get<"listStopTasks">(board.request, "/stop-tasks");
  expect(troubles).toMatchObject([{ trouble: "buried", state: "open" }]);
  console.log(
    `offline drill: ${script.length} records in ${((terminalNow() - began.at) / 3_600_000).toFixed(1)} h, 2 apps killed; server: ${withoutCancelled.length} recorded, 3 asked about`,
  );
  await expectTimes();
}, 600_000);

test("[SAP-5.3-1] who rode although called off is asked about on the board and on the terminal, and settled it is a ride with its fare", async () => {
  const { page } = tablet;
  await page.getByText("確認が必要な記録 1件").waitFor(SOON);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await board.goto(`${town.url}/t/${TENANT}/board`);
  await board.getByText("記録の食い違い 1件").waitFor(SOON);
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
  ]) {
    await board.setViewportSize(viewport);
    await expectAccessible(board);
  }
  await board.getByRole("button", { name: /運転者の記録を採用する/ }).click();
  await expectAccessible(board);
  await board.getByRole("button", { name: "採用する", exact: true }).click();
  await board.getByText("記録の食い違い 1件").waitFor({ state: "detached", ...SOON });
  await page.getByText("確認が終わった記録").waitFor(SOON);
  await expectAccessible(page);
  await page.getByRole("button", { name: "わかりました" }).click();
  await page.getByText("確認が終わった記録").waitFor({ state: "detached" });
  const settled = (await moments())
    .filter(({ kind }) => kind === "settle")
    .map(({ event, boardingCode }) => [event, boardingCode]);
  expect(settled).toEqual(
    ["boarded", "alighted", "fare-collected"].map((event) => [event, cancelled.boardingCode]),
  );
  const { totals } = await get<"getReport">(board.request, `/report?from=${today}&to=${today}`);
  expect(totals.rides).toBe(script.filter(([event]) => event === "alighted").length);
}, 400_000);

/** A stop as the plan has it; every fifth record is a boarding that is taken back and done again. */
async function serve(task: DutySheet["tasks"][number]): Promise<void> {
  const { page } = tablet;
  await passUntil(Date.parse(task.leaveNotBefore ?? task.plannedAt));
  await page.getByRole("button", { name: "着いた", exact: true }).click(SOON);
  script.push(["arrived", null]);
  for (const { calledName, boardingCode } of task.alights) {
    await page.getByRole("button", { name: `${calledName} 様 降りた`, exact: true }).click(SOON);
    script.push(["alighted", boardingCode]);
  }
  for (const rider of task.boards)
    await (rider.bookingId === missing.bookingId ? giveUp(rider) : serveRider(rider));
}

/** Waits as long as was promised, and drives on without the rider. */
async function giveUp({ calledName, boardingCode, noShowFrom }: Rider): Promise<void> {
  const { page } = tablet;
  await passUntil(Date.parse(noShowFrom!));
  await page.getByRole("button", { name: `${calledName} 様 来なかった`, exact: true }).click(SOON);
  await page.getByRole("dialog").getByRole("button", { name: "来なかった", exact: true }).click();
  script.push(["no-show", boardingCode]);
}

async function tellDelay(): Promise<void> {
  await tablet.page.getByRole("button", { name: "遅れます", exact: true }).click();
  await tablet.page.getByRole("dialog").getByRole("button", { name: "知らせる", exact: true }).click();
  script.push(["delayed", null]);
}

async function reportStop(): Promise<void> {
  await tablet.page.getByRole("button", { name: "乗降ポイントが使えない" }).click();
  await tablet.page.getByRole("button", { name: "雪に埋まっている" }).click();
  reports++;
}

async function serveRider({ calledName, boardingCode, fare }: Rider): Promise<void> {
  const { page } = tablet;
  const boarded = page.getByRole("button", { name: `${calledName} 様 乗った`, exact: true });
  // The fare first: with the last boarding the stop is done and leaves the screen.
  await page.getByRole("button", { name: `${calledName} 様 ${fare.total}円 受け取る` }).click(SOON);
  await page.getByRole("dialog").getByRole("button", { name: "受け取った", exact: true }).click();
  script.push(["fare-collected", boardingCode]);
  await boarded.click(SOON);
  script.push(["boarded", boardingCode]);
  await boarded.waitFor({ state: "detached", ...SOON });
  if (script.length % 5 !== 0) return;
  await page.getByRole("button", { name: /^ひとつ戻す/ }).click();
  script.push(["undone", null]);
  await boarded.click(SOON);
  script.push(["boarded", boardingCode]);
}

/** A browser that dies in the middle of the shift, and comes back with what it had recorded. */
async function killApp(): Promise<void> {
  await tablet.page.getByText(`未送信 ${recorded()}件`).waitFor(SOON);
  await tablet.killAndStart(driveUrl());
  await tablet.page.getByText(`未送信 ${recorded()}件`).waitFor(SOON);
}

const terminalNow = (): number => began.at + (performance.now() - began.realMs) + passedMs;

async function passUntil(at: number): Promise<void> {
  const ms = Math.max(5_000, at - terminalNow());
  passedMs += ms;
  await tablet.pass(ms);
}

/** All that the tablet's disk holds of the log: nothing that could be read without the key, which cannot be taken out. */
async function readLog(): Promise<{ entries: number; isSealed: boolean; keysLieOpen: boolean }> {
  const asked = indexedDB.open("noriai-log");
  const db = await new Promise<IDBDatabase>((resolve) => {
    asked.onsuccess = () => resolve(asked.result);
  });
  const all = (name: string) =>
    new Promise<unknown[]>((resolve) => {
      const reading = db.transaction(name).objectStore(name).getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
  const keys = (await all("keys")) as CryptoKey[];
  const entries = (await all("entries")) as { event: { sealed: { bytes: ArrayBuffer } } }[];
  db.close();
  const text = JSON.stringify(entries, (_, value) =>
    value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
  );
  return {
    entries: entries.length,
    isSealed: !/boarded|bookingId|fare/.test(text),
    keysLieOpen: keys.length === 0 || keys.some(({ extractable }) => extractable),
  };
}

/** What was recorded counts as having happened when the driver tapped, not when it arrived. */
async function expectTimes(): Promise<void> {
  const { records } = await get<"getReport">(board.request, `/report?from=${today}&to=${today}`);
  const late = records.filter(
    ({ boardedAt, promisedPickupTo }) =>
      boardedAt === null || Date.parse(boardedAt) - Date.parse(promisedPickupTo) > 20 * 60_000,
  );
  expect(late.filter(({ state }) => state === "completed")).toEqual([]);
}

const moments = async () => (await get<"getPastDay">(board.request, `/past-days/${today}`)).moments;
const toldEvents = async (): Promise<Told[]> =>
  (await moments())
    .filter(({ kind }) => kind === "told")
    .map(({ event, boardingCode }) => [event!, boardingCode]);
const sheet = () => get<"getDutySheet">(tablet.context.request, "/duty");
const driveUrl = () => `${town.url}/t/${TENANT}/drive`;

/** Four riders fill the vehicle from one stop to another, and the next four back, where they find room. */
async function bookRound(k: number): Promise<void> {
  const minutes = 10 * 60 + 20 * k;
  const at = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const [from, to] = k % 2 === 0 ? ["s02", "s03"] : ["s03", "s02"];
  for (const kana of ["ささき", "たむら", "まつもと", "かわむら"])
    await bookAt(at, { kana, from: from!, to: to! });
}

async function bookAt(
  at: string,
  { kana, from, to }: { readonly kana: string; readonly from: string; readonly to: string },
): Promise<void> {
  const found = await get<"searchMembers">(desk, `/members?q=${encodeURIComponent(kana)}`);
  const answer = await post<QuoteAnswer>(desk, "/quotes", {
    memberId: (found.members as MemberSummary[])[0]!.id,
    ...{ from, to, wheelchairs: 0 },
    time: { mode: "depart", at: `${today}T${at}:00+09:00` },
    companions: { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 },
  });
  if (answer.kind === "quote") await post(desk, `/quotes/${answer.quote.id}/confirm`);
}

async function enterAs(role: string, request?: APIRequestContext): Promise<APIRequestContext> {
  const entering = request ?? (await browser.newContext()).request;
  await post(entering, "/demo-session", { role });
  return entering;
}

async function get<N extends RouteName>(from: APIRequestContext, path: string): Promise<Answer<N>> {
  const answer = await from.get(`${town.url}/api/t/${TENANT}${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer<N>;
}

async function post<T>(as: APIRequestContext, path: string, data?: object): Promise<T> {
  const answer = await as.post(`${town.url}/api/t/${TENANT}${path}`, {
    headers: { "idempotency-key": randomUUID() },
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  const text = await answer.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}
