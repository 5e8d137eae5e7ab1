import { afterEach, describe, expect, test } from "vitest";
import { at, book, type Client, newKey, openHouse, type TestHouse, TODAY, text, trip } from "./house.ts";

let house: TestHouse;
afterEach(() => house?.close());

const tell = (driver: Client, event: object) =>
  driver.send("POST", "duty/events", { body: { events: [{ id: newKey(), ...event }] } });

/** となり町 on which a rider books, is fetched and brought; the driver reports where the vehicle is. */
async function liveADay() {
  house = await openHouse();
  const rider = await house.enter("rider");
  house.clock.now = at("08:45");
  const { id: bookingId } = (await book(rider, trip())).json;
  const driver = await house.enter("driver");
  const operator = await house.enter("transport_operator");
  const { dutyId } = (await operator.send("GET", "board")).json.bookings[0];
  const { from, to } = (await operator.send("GET", "board")).json.bookings[0].trip;
  for (const [time, event] of [
    ["10:29", { kind: "arrived", stopId: from }],
    ["10:31", { kind: "boarded", bookingId }],
    ["10:45", { kind: "arrived", stopId: to }],
    ["10:46", { kind: "alighted", bookingId }],
  ] as const) {
    house.clock.now = at(time);
    const told = await tell(driver, { dutyId, at: text(time), ...event });
    expect(told.json.results[0].outcome, told.text).toBe("recorded");
    for (const second of ["05", "10", "50"]) {
      house.clock.now = (at(time) + Number(second)) as typeof house.clock.now;
      const body = {
        lat: 43.06 + Number(second) / 10_000,
        lng: 141.3,
        at: text(time).replace(":00+", `:${second}+`),
      };
      expect((await driver.send("POST", "duty/position", { body })).status).toBe(204);
    }
  }
  house.clock.now = at("09:00", TOMORROW);
  return { bookingId: bookingId as string, operator };
}
const TOMORROW = "2026-11-25" as typeof TODAY;

interface Told {
  readonly kind: string;
  readonly event?: string;
  readonly at: string;
  readonly by: { readonly role: string };
}

const pastBoard = async (client: Client, time: string) =>
  (await client.send("GET", `past-days/${TODAY}/board?at=${encodeURIComponent(text(time))}`)).json.board;

describe("[SAP-5.4-5b] a past day over HTTP", () => {
  test("opens as it was known at each moment: nothing booked, planned, aboard, brought", async () => {
    const { bookingId } = await liveADay();
    const auditor = await house.enter("auditor");
    const states: (string | undefined)[] = [];
    for (const time of ["08:43", "08:50", "10:30", "10:35", "11:00"])
      states.push(
        (await pastBoard(auditor, time)).bookings.find(({ id }: { id: string }) => id === bookingId)?.state,
      );
    expect(states).toEqual([undefined, "confirmed", "boarding", "riding", "completed"]);
    const [pickup] = (await pastBoard(auditor, "10:00")).duties.flatMap(
      (duty: { visits: object[] }) => duty.visits,
    );
    expect(pickup).toMatchObject({ kind: "pickup", actualAt: null });
    const [done] = (await pastBoard(auditor, "10:35")).duties.flatMap(
      (duty: { visits: object[] }) => duty.visits,
    );
    expect(done).toMatchObject({ kind: "pickup", actualAt: text("10:31") });
  });

  test("tells its decisions in order and a thinned trail of each vehicle; no name, and the reading is in the audit log once", async () => {
    await liveADay();
    const city = await house.enter("municipality");
    const day = (await city.send("GET", `past-days/${TODAY}`)).json;
    expect(day.complete).toBe(true);
    expect(day.moments.map(({ kind, event }: Told) => event ?? kind)).toEqual([
      "quote",
      "confirm",
      "arrived",
      "boarded",
      "arrived",
      "alighted",
    ]);
    expect(day.moments.at(-1).by).toEqual({ role: "driver", name: expect.any(String) });
    expect(day.trails).toHaveLength(1);
    const points: string[] = day.trails[0].points.map((point: { at: string }) => point.at);
    expect(points).toEqual([...points].sort());
    expect(points).toHaveLength(7); // of twelve reports: those within half a minute of another are left out
    await city.send("GET", `past-days/${TODAY}`);
    await pastBoard(city, "10:00");
    const { entries } = (await city.send("GET", "audit?limit=500")).json;
    const reads = entries.filter(({ event }: { event: string }) => event === "past-day-read");
    expect(reads).toHaveLength(1);
    expect(reads[0]).toMatchObject({ subject: TODAY, role: "municipality" });
    const member = house.towns[0]!.members[0]!;
    for (const path of [
      `past-days/${TODAY}`,
      `past-days/${TODAY}/board?at=${encodeURIComponent(text("11:00"))}`,
    ])
      expect((await city.send("GET", path)).text).not.toContain(member.name);
  });

  test("a call that was answered is told apart from one that rang in vain, even when nothing was noted of it", async () => {
    house = await openHouse();
    const desk = await house.enter("call_operator");
    await desk.send("POST", "calls", { body: {}, key: newKey() });
    house.clock.now = at("08:50");
    await desk.send("POST", "calls/incoming", { body: { number: "0836-00-0004" } });
    house.clock.now = at("09:00", TOMORROW);
    const city = await house.enter("municipality");
    const { phoneCalls } = (await city.send("GET", `past-days/${TODAY}`)).json;
    expect(phoneCalls).toEqual([
      { beganAt: text("08:40"), answered: true, endedAt: null, outcome: null, bookings: 0 },
      { beganAt: text("08:50"), answered: false, endedAt: null, outcome: null, bookings: 0 },
    ]);
  });

  test("what lies ahead has no past, and riders and drivers have no way in", async () => {
    house = await openHouse();
    const operator = await house.enter("transport_operator");
    expect((await operator.send("GET", `past-days/${TOMORROW}`)).status).toBe(404);
    expect((await operator.send("GET", `past-days/${TODAY}`)).status).toBe(200);
    for (const role of ["rider", "driver"] as const)
      expect((await (await house.enter(role)).send("GET", `past-days/${TODAY}`)).status).toBe(403);
  });
});

describe("[SAP-5.4-3] a booking's history over HTTP", () => {
  test("tells the offer, the yes and every step of the ride, by whom and when", async () => {
    const { bookingId, operator } = await liveADay();
    const history = (await operator.send("GET", `bookings/${bookingId}/history`)).json;
    expect(history).toMatchObject({ complete: true, serviceDate: TODAY, state: "completed" });
    expect(
      history.entries.map(({ kind, event, at: when, by }: Told) => [
        kind,
        event,
        when.slice(11, 16),
        by.role,
      ]),
    ).toEqual([
      ["offered", undefined, "08:45", "rider"],
      ["booked", undefined, "08:45", "rider"],
      ["driven", "arrived", "10:29", "driver"],
      ["driven", "boarded", "10:31", "driver"],
      ["driven", "arrived", "10:45", "driver"],
      ["driven", "alighted", "10:46", "driver"],
    ]);
    expect((await operator.send("GET", "bookings/nobody/history")).status).toBe(404);
  });
});
