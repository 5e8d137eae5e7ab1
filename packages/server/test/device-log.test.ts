import { replayDay } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, book, type Client, openHouse, type TestHouse, TODAY, text, trip } from "./house.ts";

let house: TestHouse;
let driver: Client;
let operator: Client;
let bookingId: string;
const DUTY = "2026-11-24.v1.1";

beforeAll(async () => {
  house = await openHouse();
  driver = await house.enter("driver");
  operator = await house.enter("transport_operator");
  const rider = await house.enter("rider");
  const booked = await book(rider, trip({ time: { mode: "depart", at: text("10:00") } }));
  bookingId = booked.json.id;
  house.clock.now = at("09:05");
  const cancelled = await rider.send("POST", `bookings/${bookingId}/cancel`, {
    body: { reason: "" },
    key: "c",
  });
  expect(cancelled.status, cancelled.text).toBeLessThan(300);
  house.clock.now = at("12:00");
}, 30_000);
afterAll(() => house.close());

const entry = (no: number, time: string, event: object) => ({
  no,
  event: { id: `tablet-${no}`, dutyId: DUTY, at: text(time), ...event },
});
const send = (entries: object[], change: object = {}) =>
  driver.send("POST", "duty/log", {
    body: { logId: "tablet", oldest: 1, sentAt: text("12:00"), entries, ...change },
  });
const outcomes = (answer: Awaited<ReturnType<typeof send>>) =>
  answer.json.results.map(({ no, outcome }: { no: number; outcome: string }) => `${no} ${outcome}`);

/** What the driver did in the morning, without a network: fetched somebody who had called off an hour before. */
const MORNING = [
  entry(1, "10:00", { kind: "arrived", stopId: "s01" }),
  // The fare first, as it happens at the door.
  entry(2, "10:01", { kind: "fare-collected", bookingId: "", amount: 150, means: "cash" }),
  entry(3, "10:01", { kind: "boarded", bookingId: "" }),
  entry(4, "10:12", { kind: "arrived", stopId: "s02" }),
  entry(5, "10:13", { kind: "alighted", bookingId: "" }),
];
const morning = () =>
  MORNING.map(({ no, event }) => ({ no, event: "bookingId" in event ? { ...event, bookingId } : event }));

describe("[SAP-3.2-3a] a terminal that was out of reach", () => {
  test("is taken in once and in order, however its requests arrive", async () => {
    const late = await send(morning().slice(2), { oldest: 1 });
    expect(late.json).toEqual({ takenIn: 0, forked: false, results: [] });
    const first = await send(morning().toReversed());
    expect(outcomes(first)).toEqual(["1 recorded", "2 refused", "3 refused", "4 recorded", "5 refused"]);
    expect(first.json.results[1].rejection).toEqual({ kind: "booking-closed", state: "cancelled_by_rider" });
    const again = await send(morning());
    expect(again.json).toEqual({ takenIn: 5, forked: false, results: [] });
    const atOnce = await Promise.all(
      [1, 2, 3].map(() =>
        send([entry(6, "11:00", { kind: "delayed", by: 60, cause: "other" })], { oldest: 6 }),
      ),
    );
    expect(atOnce.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(atOnce.flatMap(outcomes)).toEqual(["6 recorded"]);
    expect(atOnce.every(({ json }) => json.takenIn === 6)).toBe(true);
  });

  test("a tablet that has written a copy of the log is told so, and goes on under another id", async () => {
    const copy = [
      {
        ...entry(6, "11:30", { kind: "delayed", by: 0, cause: "other" }),
        event: { id: "other", dutyId: DUTY, at: text("11:30"), kind: "delayed", by: 0, cause: "other" },
      },
    ];
    expect((await send(copy, { oldest: 6 })).json).toMatchObject({ takenIn: 6, forked: true, results: [] });
  });

  test("a wrong clock is put right by what it shows when it sends", async () => {
    const ahead = [entry(7, "13:31", { kind: "delayed", by: 120, cause: "other" })];
    expect(outcomes(await send(ahead, { oldest: 7, sentAt: text("14:00") }))).toEqual(["7 recorded"]);
    const events = await house.world.store.inTenant(
      house.towns[0]!.tenant.id,
      async (tx) => (await tx.loadDay(house.towns[0]!.service, TODAY)).taskEvents,
    );
    expect(events.at(-1)).toMatchObject({ id: "tablet-7", at: at("11:31") });
  });

  test("a stop that cannot be used reaches the city the same way", async () => {
    const report = [
      {
        no: 8,
        event: { id: "tablet-8", at: text("11:40"), kind: "stop-reported", stopId: "s02", trouble: "buried" },
      },
    ];
    expect(outcomes(await send(report, { oldest: 8 }))).toEqual(["8 recorded"]);
    const tasks = await operator.send("GET", "stop-tasks");
    expect(tasks.json.tasks).toMatchObject([{ stopId: "s02", trouble: "buried", state: "open" }]);
  });

  test("what nobody here can read holds nothing up, and what the tablet lost is asked about", async () => {
    const strange = [entry(9, "11:45", { kind: "teleported", where: "s09" })];
    expect((await send(strange, { oldest: 9 })).json.results).toMatchObject([
      { outcome: "refused", rejection: { kind: "unreadable" } },
    ]);
    const after = await send([entry(13, "11:50", { kind: "delayed", by: 0, cause: "other" })], {
      oldest: 13,
    });
    expect(outcomes(after)).toEqual(["13 recorded"]);
    const { conflicts } = (await operator.send("GET", "conflicts")).json;
    const ride = ["booking-closed", "booking-closed", "booking-closed"];
    expect(conflicts.map(({ because }: { because: { kind: string } }) => because.kind)).toEqual([
      ...ride,
      "unreadable",
      "missing",
    ]);
    expect(conflicts.at(-1)).toMatchObject({ deed: null, because: { kind: "missing", count: 3 } });
  });
});

describe("a conflict is shown on both sides until somebody decides", () => {
  test("[SAP-5.3-1] to the console with the rider's name, to the driver too, and settled it is a ride with its fare", async () => {
    const name = house.towns[0]!.members[0]!.name;
    const open = (await operator.send("GET", "conflicts")).json.conflicts;
    expect(open[0]).toMatchObject({
      deed: { kind: "fare-collected", at: text("10:01"), movedBy: 0, stopId: "s01", amount: 150 },
      rider: { bookingId, calledName: name, state: "cancelled_by_rider" },
      vehicleId: "v1",
      isTakeable: false,
      settled: null,
    });
    expect(open[1]).toMatchObject({ deed: { kind: "boarded" }, isTakeable: true });
    expect((await driver.send("GET", "duty/conflicts")).json.conflicts).toHaveLength(5);
    const settled = await operator.send("POST", `conflicts/${open[0].id}/settlement`, {
      body: { settlement: "taken" },
    });
    expect(settled.json.settled).toEqual(["tablet:3", "tablet:5", "tablet:2"]);
    const second = await operator.send("POST", `conflicts/${open[0].id}/settlement`, {
      body: { settlement: "stands" },
    });
    expect(second.json.rejections).toEqual([{ kind: "conflict-settled" }]);
    const report = await operator.send("GET", "report?from=2026-11-24&to=2026-11-24");
    expect(report.json.totals).toMatchObject({ rides: 1, fareCollected: 150 });
    const own = (await driver.send("GET", "duty/conflicts")).json.conflicts;
    expect(own[0].settled).toMatchObject({ settlement: "taken" });
  });

  test("what was recorded by mistake the driver takes back, and nobody else's driver does", async () => {
    const own = (await driver.send("GET", "duty/conflicts")).json.conflicts;
    const unreadable = own.find(
      ({ because }: { because: { kind: string } }) => because.kind === "unreadable",
    );
    const withdrawn = await driver.send("POST", `duty/conflicts/${unreadable.id}/withdrawal`);
    expect(withdrawn.status).toBe(204);
    expect((await driver.send("POST", "duty/conflicts/nobody:1/withdrawal")).status).toBe(404);
    const desk = await house.enter("call_operator");
    const missing = own.find(({ deed }: { deed: object | null }) => deed === null);
    const refused = await desk.send("POST", `conflicts/${missing.id}/settlement`, {
      body: { settlement: "taken" },
    });
    expect(refused.json.rejections).toEqual([{ kind: "missing" }]);
    const stands = await desk.send("POST", `conflicts/${missing.id}/settlement`, {
      body: { settlement: "stands" },
    });
    expect(stands.json.settled).toEqual([missing.id]);
  });

  test("the day decides itself again from its log, settlements and all", async () => {
    const { service, tenant } = house.towns[0]!;
    const { log, stored } = await house.world.store.inTenant(tenant.id, async (tx) => ({
      log: await tx.loadDecisions(service, TODAY),
      stored: await tx.loadDay(service, TODAY),
    }));
    expect(log.lines.map(({ kind }) => kind)).toContain("settle");
    expect(replayDay({ serviceDate: TODAY, log, stored }).mismatches).toEqual([]);
  });
});

describe("what a driver takes back without a network", () => {
  let second: string;
  const told = (log: string, no: number, id: string, what: object) =>
    send([{ no, event: { id, dutyId: DUTY, at: text("12:00"), ...what } }], { logId: log, oldest: no });
  const openIds = async (who: Client, path: string) =>
    (await who.send("GET", path)).json.conflicts
      .filter(({ settled }: { settled: object | null }) => settled === null)
      .map(({ id }: { id: string }) => id);

  beforeAll(async () => {
    const rider = await house.enter("rider");
    const booked = await book(rider, trip({ time: { mode: "depart", at: text("13:00") } }));
    second = booked.json.id;
  });

  test("[SAP-3.2-3a] a slip on somebody who had called off, taken back on the same tablet, asks nobody and opens nothing again", async () => {
    const rider = await house.enter("rider");
    const booked = await book(rider, trip({ time: { mode: "depart", at: text("14:30") } }));
    await rider.send("POST", `bookings/${booked.json.id}/cancel`, { body: { reason: "" }, key: "slip" });
    const before = await openIds(operator, "conflicts");
    const slip = await told("slips", 1, "slip-1", { kind: "boarded", bookingId: booked.json.id });
    expect(slip.json.results[0].rejection.kind).toBe("booking-closed");
    expect(await openIds(operator, "conflicts")).toEqual([...before, "slips:1"]);
    const back = await told("slips", 2, "slip-2", { kind: "undone", eventId: "slip-1" });
    expect(back.json).toMatchObject({ takenIn: 2, results: [{ outcome: "refused" }] });
    expect(await openIds(operator, "conflicts")).toEqual(before);
    expect(await openIds(driver, "duty/conflicts")).not.toContain("slips:1");
    const { conflicts } = (await operator.send("GET", "conflicts")).json;
    const withdrawn = conflicts.filter(({ id }: { id: string }) => id.startsWith("slips:"));
    expect(withdrawn.map(({ settled }: { settled: object }) => settled)).toMatchObject([
      { settlement: "withdrawn" },
      { settlement: "withdrawn" },
    ]);
    const refused = await operator.send("POST", "conflicts/slips:1/settlement", {
      body: { settlement: "taken" },
    });
    expect(refused.json.rejections).toEqual([{ kind: "conflict-settled" }]);
  });

  test("[SAP-3.2-3a] a boarding that two tablets told is taken back on either", async () => {
    house.clock.now = at("12:59");
    await told("first", 1, "first-1", { kind: "arrived", stopId: "s01" });
    expect(outcomes(await told("first", 2, "first-2", { kind: "boarded", bookingId: second }))).toEqual([
      "2 recorded",
    ]);
    const same = await told("other", 1, "other-1", { kind: "boarded", bookingId: second });
    expect(outcomes(same)).toEqual(["1 told-before"]);
    const back = await told("other", 2, "other-2", { kind: "undone", eventId: "other-1" });
    expect(outcomes(back)).toEqual(["2 recorded"]);
    const { day } = await house.world.store.inTenant(house.towns[0]!.tenant.id, async (tx) => ({
      day: await tx.loadDay(house.towns[0]!.service, TODAY),
    }));
    expect(day.bookings.get(second as never)?.state).toBe("boarding");
    house.clock.now = at("12:00");
  });
});

describe("[SAP-5.3-2] what driver and control room say to each other waits for a network as the steps do", () => {
  const told = (no: number, event: object) =>
    send([{ no, event: { id: `words-${no}`, ...event } }], { logId: "words", oldest: no });
  const messages = async () =>
    (await operator.send("GET", `driver-messages?date=${TODAY}`)).json.messages as {
      readonly [field: string]: unknown;
    }[];

  test("a word to the office counts as said when the driver pressed, and arrives once", async () => {
    const content = { kind: "saying", saying: "stop-blocked" };
    const said = { at: text("11:20"), kind: "office-told", content };
    expect(outcomes(await told(1, said))).toEqual(["1 recorded"]);
    expect((await told(1, said)).json).toMatchObject({ takenIn: 1, results: [] });
    expect(await messages()).toMatchObject([
      { to: "office", dutyId: DUTY, content, sentAt: text("11:20"), readAt: null },
    ]);
    const senseless = { ...said, content: { kind: "saying", saying: "sing-a-song" } };
    expect((await told(2, senseless)).json.results[0].rejection).toEqual({ kind: "unreadable" });
  });

  test("了解 counts when it was pressed, never before the message was sent, and only of the vehicle's own", async () => {
    house.clock.now = at("11:50");
    const body = {
      ...{ serviceDate: TODAY, dutyId: DUTY, priority: "normal" },
      content: { kind: "saying", saying: "call-office" },
    };
    const sent = await operator.send("POST", "driver-messages", { body, key: "to-driver" });
    house.clock.now = at("12:00");
    const read = { at: text("11:40"), kind: "message-read", messageId: sent.json.id };
    expect(outcomes(await told(3, read))).toEqual(["3 recorded"]);
    expect((await messages()).at(-1)).toMatchObject({ to: "driver", readAt: text("11:50") });
    expect(outcomes(await told(4, { ...read, messageId: "nobody's" }))).toEqual(["4 recorded"]);
  });

  test("on a day on which the vehicle drives nothing it is asked about, not lost", async () => {
    const content = { kind: "saying", saying: "call-me" };
    const holiday = { at: text("11:00", "2026-11-23"), kind: "office-told", content };
    const late = await send([{ no: 1, event: { id: "words-day", ...holiday } }], { logId: "words-day" });
    expect(late.json.results[0].rejection).toEqual({ kind: "unknown-duty" });
    const open = (await operator.send("GET", "conflicts")).json.conflicts.at(-1);
    expect(open).toMatchObject({ deed: { kind: "office-told" }, isTakeable: false, settled: null });
    await operator.send("POST", "conflicts/words-day:1/settlement", { body: { settlement: "stands" } });
  });
});

describe("a clock that nobody set", () => {
  const far = async (logId: string, at: string, sentAt: string, drift = 0) => {
    const event = { id: `${logId}-1`, dutyId: DUTY, at, kind: "delayed", by: 180, cause: "other" };
    return outcomes(await send([{ no: 1, drift, event }], { logId, sentAt }));
  };
  const events = async () =>
    house.world.store.inTenant(
      house.towns[0]!.tenant.id,
      async (tx) => (await tx.loadDay(house.towns[0]!.service, TODAY)).taskEvents,
    );

  test.each([
    ["a century ahead", "2126-11-24T11:55:00Z", "2126-11-24T12:00:00Z", 0, at("11:55")],
    ["beyond the years of a service", "2999-01-01T11:55:00Z", "2999-01-01T12:00:00Z", 0, at("11:55")],
    ["begun anew in 1970", "1970-01-01T00:55:00Z", "1970-01-01T01:00:00Z", 0, at("11:55")],
    ["set back by 200 years since", "2226-11-24T02:56:00Z", text("12:00"), -6_311_347_200, at("11:56")],
  ])("is put right when it is %s, and holds nothing up", async (which, said, sentAt, drift, counts) => {
    const logId = `far-${which.replaceAll(" ", "-")}`;
    expect(await far(logId, said, sentAt, drift)).toEqual(["1 recorded"]);
    expect((await events()).find(({ id }) => id === `${logId}-1`)?.at).toBe(counts);
  });

  test("and that was set while nobody could notice is asked about, with everything that was recorded", async () => {
    expect(await far("lost", "1970-01-01T00:55:00Z", text("12:00"))).toEqual(["1 refused"]);
    const { conflicts } = (await operator.send("GET", "conflicts")).json;
    const lost = conflicts.find(({ id }: { id: string }) => id === "lost:1");
    expect(lost).toMatchObject({ serviceDate: TODAY, deed: { kind: "delayed" }, vehicleId: "v1" });
    await operator.send("POST", "conflicts/lost:1/settlement", { body: { settlement: "stands" } });
  });
});
