import { mkdir } from "node:fs/promises";
import type { Booking } from "@noriai/api";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeFormat } from "../../packages/web/src/format.ts";
import { dayMessages } from "../../packages/web/src/messages/day/index.ts";
import { driveScreenMessages } from "../../packages/web/src/messages/drive-screen/index.ts";
import { driverMessages } from "../../packages/web/src/messages/driver/index.ts";
import { joinMessages } from "../../packages/web/src/messages/join/index.ts";
import { myMessages } from "../../packages/web/src/messages/my/index.ts";
import { myDoorsMessages } from "../../packages/web/src/messages/my-doors/index.ts";
import { needsMessages } from "../../packages/web/src/messages/needs/index.ts";
import { oneTimeCodeMessages } from "../../packages/web/src/messages/one-time-code/index.ts";
import { riderMessages } from "../../packages/web/src/messages/rider/index.ts";
import { shellMessages } from "../../packages/web/src/messages/shell/index.ts";
import { signInMessages } from "../../packages/web/src/messages/sign-in/index.ts";
import { startMessages } from "../../packages/web/src/messages/start/index.ts";
import { stopMessages } from "../../packages/web/src/messages/stops/index.ts";
import { findBrowser } from "../../scripts/browser.mjs";
import { type Keyboard, takeKeyboard } from "./keyboard.ts";
import { expectGoodLooks } from "./looks.ts";
import { dutySheet, enter, jumpTo, type Person, pauseClock } from "./people.ts";
import { type RunningTown, startTown } from "./town.ts";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const PATIENT = { timeout: 60_000 };
const TENANT = "ube-demo";
const LOCALES = { ja: "ja-JP", en: "en-GB" } as const;
type Language = keyof typeof LOCALES;

/** Somebody on a phone, without a mouse, reading one language. */
interface Walker extends Person {
  readonly keys: Keyboard;
}

/**
 * A person's whole way with the service, from not being a member to the fare in the history, once in Japanese and once in
 * English: on a phone's width, by keyboard alone, every page and state of it clean by axe.
 */
describe.each(["ja", "en"] as const)("from registering to the fare paid, in %s", (language) => {
  const t = wordsIn(language);
  let town: RunningTown;
  let browser: Browser;
  let desk: Person;
  let rider: Walker;
  let driver: Walker;
  let booking: Booking;

  beforeAll(async () => {
    const { executablePath, args } = await findBrowser();
    [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
    desk = await enter(browser, { url: town.url, door: "オペレーター", viewport: DESKTOP });
    await pauseClock(desk.page, town.url);
    rider = await comeWithPhone();
  }, 240_000);

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await mkdir(".cache/e2e", { recursive: true });
    for (const [who, walker] of Object.entries({ rider, driver }))
      await walker?.page.screenshot({ path: `.cache/e2e/walk-${language}-${who}.png`, fullPage: true });
  });

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  test("[SAP-3.1-7] [SAP-3.4-1a] registers, and confirms her number with the one-time code", async () => {
    const { page, keys } = rider;
    await page.goto(`${town.url}/t/${TENANT}/ride`); // whoever is no member is led to the door
    await arriveAt(page, t.signIn.title);
    await keys.press(page.getByRole("link", { name: t.signIn.toJoin }));
    await arriveAt(page, t.join.title);
    await sayWhoSheIs();
    await arriveAt(page, t.join.contact.title);
    await keys.choose(page.getByRole("radio", { name: t.join.contact.sms }));
    await keys.press(page.getByRole("button", { name: t.join.contact.send }));
    await arriveAt(page, t.code.title);
    await keys.type(page.getByLabel(t.code.label), await readCode());
    await page.keyboard.press("Enter");
    await arriveAt(page, t.join.done.title);
    await keys.press(page.getByRole("link", { name: t.join.done.book }));
    await page.getByText(t.rider.home.none).waitFor(PATIENT);
    await expectGoodLooks(page, "home without a booking");
  });

  test("[SAP-5.2-1] is guided to her stop: where to stand, what comes next there", async () => {
    const { page, keys } = rider;
    await keys.press(page.getByRole("link", { name: t.stops.list.door }));
    await arriveAt(page, t.stops.list.title);
    await keys.type(page.getByRole("searchbox", { name: t.stops.list.search }), "16");
    await keys.press(
      page.getByRole("link", { name: new RegExp(`^${t.stops.page.number(16)}(?!\\d)`) }).first(),
    );
    await page.getByText(t.stops.page.stand).waitFor(PATIENT);
    await page.getByText(t.shell.loading).first().waitFor({ state: "detached" });
    await expectGoodLooks(page, "the stop's page");
    await page.goto(`${town.url}/t/${TENANT}/ride`);
  });

  test("[SAP-5.2-2] [SAP-5.2-1] [FIELD-37] books in five steps: from, to, when, who, offer", async () => {
    const { page, keys } = rider;
    await keys.press(page.getByRole("link", { name: t.rider.home.book }));
    await chooseStop(t.rider.stops.fromTitle, 16);
    await chooseStop(t.rider.stops.toTitle, 40);
    await arriveAt(page, t.rider.when.title);
    await keys.press(page.getByRole("button", { name: t.rider.when.next, exact: true }));
    await arriveAt(page, t.rider.who.title);
    await keys.press(page.getByRole("button", { name: t.rider.who.ask }));
    await arriveAt(page, t.rider.offer.title);
    await keys.press(page.getByRole("button", { name: t.rider.offer.confirm }));
    await page.getByText(t.rider.home.booked).waitFor(PATIENT);
    await expectGoodLooks(page, "home with the ticket");
    booking = await ownBooking();
    expect(personsOf(booking)).toBe(1);
  });

  test("[SAP-5.2-2] changes it: an hour later, and somebody comes along", async () => {
    const { page, keys } = rider;
    const before = booking;
    const format = makeFormat(language, "Asia/Tokyo");
    const hour = Number(format.time(before.promise.pickupFrom).split(":")[0]);
    await keys.press(page.getByRole("button", { name: t.rider.ticket.change, exact: true }));
    await arriveAt(page, t.rider.when.title);
    await keys.pick(page.getByLabel(t.rider.when.hour, { exact: true }), t.rider.when.hourOption(hour + 1));
    await keys.press(page.getByRole("button", { name: t.rider.when.next, exact: true }));
    await arriveAt(page, t.rider.offer.title);
    await keys.press(page.getByRole("link", { name: t.rider.steps.names.who }));
    await arriveAt(page, t.rider.who.title);
    await keys.press(page.getByRole("button", { name: t.rider.who.more(t.rider.fareClass.general) }));
    await keys.goTo(page.getByRole("checkbox", { name: t.needs.names.stroller }));
    await page.keyboard.press("Space");
    await keys.press(page.getByRole("button", { name: t.rider.who.ask }));
    await arriveAt(page, t.rider.offer.title);
    await keys.press(page.getByRole("button", { name: t.rider.offer.confirmChange }));
    await page.getByText(t.rider.home.changed).waitFor(PATIENT);
    await page.getByText(t.needs.told(t.needs.names.stroller)).waitFor(PATIENT);
    await expectGoodLooks(page, "home with the changed ticket");
    booking = await ownBooking();
    expect(personsOf(booking)).toBe(2);
    expect(Date.parse(booking.promise.pickupFrom)).toBeGreaterThan(Date.parse(before.promise.pickupFrom));
  });

  test("[SAP-5.2-1] reads the ticket when the vehicle is on its way", async () => {
    const { page } = rider;
    await jumpTo(page, { url: town.url, to: minutesBefore(booking.promise.pickupFrom, 5) });
    driver = await takeSeat();
    await page.reload();
    const ticket = page.getByRole("article");
    await ticket.getByText(booking.boardingCode).waitFor(PATIENT);
    await page
      .getByRole("region", { name: t.day.title.pickup })
      .getByText(makeFormat(language, "Asia/Tokyo").time(booking.promise.pickupFrom))
      .first()
      .waitFor(PATIENT);
    await expectGoodLooks(page, "the ticket on the day");
  });

  test("[SAP-5.2-1] [SAP-3.4-1a] rides: the driver arrives, takes her aboard and her fare, and lets her off", async () => {
    const { page, keys } = driver;
    const name = (await ownTask()).calledName;
    await page.getByText(t.drive.needs.stroller, { exact: true }).first().waitFor(PATIENT);
    await driveToNext();
    await keys.press(page.getByRole("button", { name: t.driver.forRider(t.driver.boarded, name) }));
    await rider.page.getByText(t.rider.state.riding).first().waitFor(PATIENT);
    await expectGoodLooks(rider.page, "the ticket aboard");
    await collect(name);
    await driveToNext();
    await keys.press(page.getByRole("button", { name: t.driver.forRider(t.driver.alighted, name) }));
    await page.getByText(t.driver.noTasks).waitFor(PATIENT);
    await expectGoodLooks(page, "the terminal when all is done");
    expect((await dutySheet(driver)).fareCollected).toBe(700);
  });

  test("[SAP-5.2-1] finds the ride and what she paid in her history", async () => {
    const { page, keys } = rider;
    await page.getByText(t.rider.home.none).waitFor(PATIENT);
    await expectGoodLooks(page, "home after the ride");
    await keys.press(page.getByRole("link", { name: t.doors.rides }));
    await arriveAt(page, t.my.rides.title);
    const paid = makeFormat(language, "Asia/Tokyo").yen(700);
    await page.getByText(t.my.rides.paid(paid, t.my.rides.means.cash)).waitFor(PATIENT);
    await expectGoodLooks(page, "the history");
  });

  test("[SAP-3.4-1a] [FIELD-38] nobody has touched a mouse or the glass on the way", async () => {
    expect([await rider.keys.pointerUses(), await driver.keys.pointerUses()]).toEqual([0, 0]);
    await rider.page.getByRole("main").click({ position: { x: 5, y: 5 } });
    expect(await rider.keys.pointerUses()).toBeGreaterThan(0); // it would have been seen
  });

  async function comeWithPhone(): Promise<Walker> {
    const context = await browser.newContext({
      viewport: PHONE,
      locale: LOCALES[language],
      timezoneId: "Asia/Tokyo",
    });
    const page = await context.newPage();
    const keys = await takeKeyboard(page);
    return {
      page,
      keys,
      read: async (path) => {
        const answer = await context.request.get(`${town.url}/api/t/${TENANT}${path}`);
        if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
        return (await answer.json()) as never;
      },
    };
  }

  async function sayWhoSheIs(): Promise<void> {
    const { page, keys } = rider;
    const { you } = t.join;
    await keys.type(page.getByLabel(you.name, { exact: true }), "常盤 桜");
    await keys.type(page.getByLabel(you.kana, { exact: true }), "ときわ さくら");
    await keys.type(page.getByLabel(you.birthDate, { exact: true }), "1990-04-01");
    await keys.type(page.getByLabel(you.phone, { exact: true }), "090-3333-0009");
    await keys.type(page.getByRole("textbox", { name: you.town }), "宇部市常盤町一丁目");
    await expectGoodLooks(page, "the form, filled in");
    await keys.press(page.getByRole("button", { name: you.next }));
  }

  /** The code, as the operator of the demo sees it among what would have been sent. */
  async function readCode(): Promise<string> {
    const { codes } = await desk.read<"listDemoCodes">("/demo-codes");
    const words = codes.toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt))[0]!.words;
    return /\d{6}/.exec(words)![0];
  }

  async function chooseStop(title: string, number: number): Promise<void> {
    const { page, keys } = rider;
    await arriveAt(page, title);
    await keys.type(page.getByRole("searchbox", { name: t.rider.stops.search }), String(number));
    await keys.press(
      page.getByRole("button", { name: new RegExp(`^${t.rider.stopNumber(number)}(?!\\d)`) }).first(),
    );
  }

  async function ownBooking(): Promise<Booking> {
    const { bookings } = await rider.read<"listMyBookings">("/my/bookings");
    return bookings.find(({ state }) => state === "confirmed")!;
  }

  /** The driver comes to work: in through the start page, and confirms the day's plan. */
  async function takeSeat(): Promise<Walker> {
    const walker = await comeWithPhone();
    const { page, keys } = walker;
    await page.goto(town.url);
    await keys.press(page.getByRole("button", { name: t.start.enter(t.shell.roles.driver) }));
    await arriveAt(page, t.driver.title);
    await keys.press(page.getByRole("button", { name: t.driver.acknowledge, exact: true }));
    await page
      .getByRole("button", { name: t.driver.acknowledge, exact: true })
      .waitFor({ state: "detached" });
    return walker;
  }

  async function ownTask() {
    const { tasks } = await dutySheet(driver);
    return tasks.flatMap(({ boards }) => boards).find(({ bookingId }) => bookingId === booking.id)!;
  }

  /** Drives to the next stop, in the demo's time, and says so. */
  async function driveToNext(): Promise<void> {
    const { page, keys } = driver;
    const next = (await dutySheet(driver)).tasks.find(({ state }) => state === "next")!;
    await jumpTo(page, { url: town.url, to: next.leaveNotBefore ?? next.plannedAt });
    await expectGoodLooks(page, "the terminal on the way");
    await keys.press(page.getByRole("button", { name: t.driver.arrived, exact: true }));
    await page.getByRole("region", { name: t.driver.here }).waitFor(PATIENT);
    await expectGoodLooks(page, "the terminal at a stop");
  }

  async function collect(name: string): Promise<void> {
    const { page, keys } = driver;
    const due = makeFormat(language, "Asia/Tokyo").yen(700);
    await keys.press(
      page.getByRole("button", { name: `${t.driver.riderName(name)} ${t.driver.collect(due)}` }),
    );
    const dialog = page.getByRole("dialog");
    await expectGoodLooks(page, "the dialog for the fare");
    await keys.press(dialog.getByRole("button", { name: t.driver.confirmCollected, exact: true }));
    await dialog.waitFor({ state: "detached" });
  }
});

/** The page is there, has given its heading the focus or is freshly opened, and is clean. */
async function arriveAt(page: Page, title: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor(PATIENT);
  await expectGoodLooks(page, title);
}

const personsOf = ({ trip }: Booking): number => Object.values(trip.party).reduce((sum, n) => sum + n, 0);

const minutesBefore = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) - minutes * 60_000).toISOString().replace(/\.\d+Z$/, "Z");

/** What the pages say in a language, by face. */
function wordsIn(language: Language) {
  return {
    shell: shellMessages[language],
    start: startMessages[language],
    code: oneTimeCodeMessages[language],
    signIn: signInMessages[language],
    join: joinMessages[language],
    rider: riderMessages[language],
    stops: stopMessages[language],
    day: dayMessages[language],
    driver: driverMessages[language],
    drive: driveScreenMessages[language],
    needs: needsMessages[language],
    my: myMessages[language],
    doors: myDoorsMessages[language],
  };
}
