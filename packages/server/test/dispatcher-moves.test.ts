import type { VehicleId } from "@noriai/kernel";
import { dayStepsOf, replayDay } from "@noriai/store";
import { afterEach, describe, expect, test } from "vitest";
import {
  at,
  book,
  type Client,
  newKey,
  openHouse,
  smallTowns,
  type TestHouse,
  TODAY,
  text,
  trip,
} from "./house.ts";

let house: TestHouse;
afterEach(() => house?.close());

interface BoardJson {
  readonly version: number;
  readonly duties: readonly {
    readonly id: string;
    readonly vehicleId: string;
    readonly endsAt: string;
    readonly visits: readonly {
      readonly bookingId: string;
      readonly kind: string;
      readonly plannedAt: string;
    }[];
  }[];
  readonly bookings: readonly {
    readonly id: string;
    readonly dutyId: string;
    readonly promise: { readonly pickupTo: string };
  }[];
}

const boardOf = async (client: Client): Promise<BoardJson> => (await client.send("GET", "board")).json;

/** となり町 with three vehicles, of which the last is a small one, and four riders in the morning. */
async function open() {
  const [tonari] = smallTowns();
  const [vehicle] = tonari!.service.vehicles;
  const vehicles = ["v1", "v2", "v3"].map((id) => ({
    ...vehicle!,
    id: id as VehicleId,
    ...(id === "v3" && { seats: 1, wheelchairPlaces: 0 }),
  }));
  house = await openHouse({ towns: [{ ...tonari!, service: { ...tonari!.service, vehicles } }] });
  const desk = await house.enter("call_operator");
  const ids: string[] = [];
  for (const [k, [from, to, time]] of (
    [
      ["s01", "s02", "10:30"],
      ["s03", "s02", "10:35"],
      ["s02", "s01", "11:20"],
      ["s04", "s05", "11:30"],
    ] as const
  ).entries()) {
    const { memberNo } = house.towns[0]!.members[k]!;
    const memberId = (await desk.send("GET", `members?q=${memberNo}`)).json.members[0].id;
    const companions = { general: 1, senior: 0, disabled: 0, child: 0, infant: 0 };
    const asked = trip({ memberId, from, to, time: { mode: "arrive", at: text(time) }, companions });
    ids.push((await book(desk, asked)).json.id);
  }
  return { operator: await house.enter("transport_operator"), ids };
}

const instruct = async (client: Client, instruction: object) => {
  const { version } = await boardOf(client);
  const body = { serviceDate: TODAY, version, instruction };
  return (await client.send("POST", "board/instructions", { key: newKey(), body })).json;
};

const dayOf = () => {
  const { tenant, service } = house.towns[0]!;
  return house.world.store.inTenant(tenant.id, (tx) => tx.loadDay(service, TODAY));
};

/** The day as it was kept, step by step. */
const stepsOf = () => {
  const { tenant, service } = house.towns[0]!;
  return house.world.store.inTenant(tenant.id, async (tx) =>
    dayStepsOf(TODAY, await tx.loadKeptDay(service, TODAY)),
  );
};

const replayed = async () => {
  const { tenant, service } = house.towns[0]!;
  const log = await house.world.store.inTenant(tenant.id, (tx) => tx.loadDecisions(service, TODAY));
  return replayDay({ serviceDate: TODAY, log, stored: await dayOf() });
};

/** Ten different moves on the day as it stands. */
function movesOn({ duties, bookings }: BoardJson, ids: readonly string[]): readonly object[] {
  const [first, last] = [ids[0]!, ids[3]!];
  const promiseOf = (id: string) => bookings.find((one) => one.id === id)!.promise;
  const mine = bookings.find(({ id }) => id === first)!;
  const own = duties.find(({ id }) => id === mine.dutyId)!;
  const other = duties.find(({ vehicleId }) => vehicleId !== own.vehicleId && vehicleId !== "v3")!;
  return [
    { kind: "move", bookingId: first, dutyId: other.id },
    {
      kind: "move",
      bookingId: last,
      dutyId: bookings.find(({ id }) => id === last)!.dutyId,
      place: placeOf(duties, bookings, last),
    },
    { kind: "move", bookingId: first, dutyId: other.id, place: { pickup: 0, dropoff: 0 } },
    { kind: "pin", bookingId: first },
    { kind: "wait", bookingId: last, until: promiseOf(last).pickupTo },
    { kind: "change-vehicle", dutyId: own.id, vehicleId: other.vehicleId },
    { kind: "add-duty", vehicleId: "v1", from: lastEnd(duties), until: text("22:30") },
    { kind: "take-out", dutyId: own.id, reason: "breakdown" },
    { kind: "take-out", dutyId: own.id, reason: "inspection", restOfDay: true },
    { kind: "close-stop", stopId: "s05", until: text("13:00"), reason: "road-works" },
  ];
}

const lastEnd = (duties: BoardJson["duties"]) =>
  duties
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1)!;

/** The place that the rider has already, said as one: it has to be possible. */
function placeOf(duties: BoardJson["duties"], bookings: BoardJson["bookings"], id: string) {
  const { visits } = duties.find((duty) => duty.id === bookings.find((one) => one.id === id)!.dutyId)!;
  const before = (kind: string) =>
    visits
      .slice(
        0,
        visits.findIndex((visit) => visit.bookingId === id && visit.kind === kind),
      )
      .filter((visit) => visit.bookingId !== id).length;
  return { pickup: before("pickup"), dropoff: before("dropoff") };
}

describe("the dispatcher's hand", () => {
  test("ten different moves, each undone, leave the plan byte for byte as before, and the day replays to the same bytes", async () => {
    const { operator, ids } = await open();
    const before = JSON.stringify((await dayOf()).plan);
    const moves = movesOn(await boardOf(operator), ids);
    const changed: boolean[] = [];
    for (const move of moves) {
      const done = await instruct(operator, move);
      expect(done.kind, JSON.stringify([move, done])).toBe("instructed");
      changed.push(JSON.stringify((await dayOf()).plan) !== before);
      const undone = await instruct(operator, { kind: "undo" });
      expect(undone.kind, JSON.stringify([move, undone])).toBe("instructed");
      const { plan, duties, closures } = await dayOf();
      expect(JSON.stringify(plan), JSON.stringify(move)).toBe(before);
      expect(closures).toBeUndefined();
      for (const { outOfService, byHand, waits } of duties)
        expect([outOfService, byHand, waits]).toEqual([undefined, undefined, undefined]);
    }
    expect(moves).toHaveLength(10);
    expect(changed.filter((one) => one).length).toBeGreaterThanOrEqual(6); // the others set marks only
    const { mismatches, decisions } = await replayed();
    expect(mismatches).toEqual([]);
    expect(decisions).toBe(8 + 20);
    const steps = await stepsOf();
    expect(steps?.at(-1)?.after).toEqual(await dayOf());
    process.stdout.write(
      `${moves.length} moves, each undone; ${decisions} decisions replayed to the same bytes\n`,
    );
  }, 60_000);

  test("an illegal move is refused with the rule and the amount, in the preview already, and nothing moves", async () => {
    const { operator, ids } = await open();
    const before = await dayOf();
    const { duties, bookings } = await boardOf(operator);
    const own = bookings.find(({ id }) => id === ids[0])!;
    const small = duties.find(({ vehicleId }) => vehicleId === "v3")!;
    const late = new Date(Date.parse(own.promise.pickupTo) + 600_000).toISOString();
    const cases: readonly (readonly [object, object])[] = [
      [
        { kind: "move", bookingId: ids[0], dutyId: small.id },
        { kind: "no-place", reason: { kind: "no-seat", seatsShort: 1 } },
      ],
      [
        { kind: "move", bookingId: ids[0], dutyId: small.id, place: { pickup: 0, dropoff: 0 } },
        { kind: "breaks-rule", rule: { kind: "no-seat", seatsShort: 1 } },
      ],
      [
        { kind: "wait", bookingId: ids[0], until: late },
        { kind: "wait-too-long", over: 600 },
      ],
      [
        { kind: "change-vehicle", dutyId: own.dutyId, vehicleId: "v3" },
        { kind: "breaks-rule", rule: { kind: "no-seat" } },
      ],
      [
        { kind: "add-duty", vehicleId: "v2", from: text("10:00"), until: text("11:00") },
        { kind: "vehicle-busy", overlap: 3600 },
      ],
      [
        { kind: "move", bookingId: ids[0], dutyId: own.dutyId, place: { pickup: 0, dropoff: 99 } },
        { kind: "no-such-place" },
      ],
      [{ kind: "open-stop", stopId: "s05" }, { kind: "not-closed" }],
      [{ kind: "unpin", bookingId: ids[0] }, { kind: "not-pinned" }],
    ];
    for (const [instruction, rejection] of cases) {
      const body = { serviceDate: TODAY, instruction };
      const seen = (await operator.send("POST", "board/instructions/preview", { body })).json;
      expect(seen, JSON.stringify(instruction)).toMatchObject({ kind: "refused", rejection });
      expect(await instruct(operator, instruction)).toMatchObject({ kind: "refused", rejection });
    }
    expect(await dayOf()).toEqual(before);
  }, 60_000);

  test("a turn that makes another rider late is refused with whose promise and by how much", async () => {
    const { operator, ids } = await open();
    const { bookings, duties } = await boardOf(operator);
    const duty = duties.find(({ id }) => id === bookings.find((one) => one.id === ids[0])!.dutyId)!;
    const last = { kind: "move", bookingId: ids[3], dutyId: duty.id, place: { pickup: 0, dropoff: 0 } };
    const body = { serviceDate: TODAY, instruction: last };
    const { kind, rejection } = (await operator.send("POST", "board/instructions/preview", { body })).json;
    expect(kind).toBe("refused");
    expect(rejection).toMatchObject({ kind: "breaks-promise", bookingId: expect.any(String) });
    expect(rejection.over).toBeGreaterThan(0);
    expect(ids).toContain(rejection.bookingId);
  }, 60_000);

  test("a closed stop takes no new rides until it is open again, and who was to use it is named", async () => {
    const { operator, ids } = await open();
    const done = await instruct(operator, {
      kind: "close-stop",
      stopId: "s05",
      until: text("13:00"),
      reason: "snow",
    });
    expect(done.stranded).toEqual([ids[3]]);
    const desk = await house.enter("call_operator");
    const { memberNo } = house.towns[0]!.members[4]!;
    const memberId = (await desk.send("GET", `members?q=${memberNo}`)).json.members[0].id;
    const ask = (time: string) =>
      desk.send("POST", "quotes", {
        key: newKey(),
        body: trip({ memberId, from: "s05", to: "s01", time: { mode: "depart", at: text(time) } }),
      });
    const refused = (await ask("11:00")).json;
    expect(refused.kind).toBe("refusal");
    expect(JSON.stringify(refused.refusal.rejections)).toContain("stop-closed");
    expect((await ask("13:30")).json.kind).toBe("quote");
    expect((await instruct(operator, { kind: "open-stop", stopId: "s05" })).stranded).toEqual([]);
    expect((await ask("11:00")).json.kind).toBe("quote");
    expect((await replayed()).mismatches).toEqual([]);
  }, 60_000);

  test("a stop closed for a part of what was promised is gone to once it is open: nobody loses a ride", async () => {
    const { operator, ids } = await open();
    const alightsAt = async () =>
      (await boardOf(operator)).duties
        .flatMap(({ visits }) => visits)
        .find(({ bookingId, kind }) => bookingId === ids[3] && kind === "dropoff")?.plannedAt;
    const [before, opens] = [await alightsAt(), text("11:28")];
    const closed = { kind: "close-stop", stopId: "s05", until: opens, reason: "road-works" };
    const done = await instruct(operator, closed);
    expect(done).toMatchObject({ kind: "instructed", stranded: [], atRisk: [] });
    expect(Date.parse((await alightsAt())!)).toBe(Date.parse(opens));
    house.clock.now = at("09:00");
    expect(Date.parse((await alightsAt())!)).toBe(Date.parse(opens));
    expect((await instruct(operator, { kind: "open-stop", stopId: "s05" })).kind).toBe("instructed");
    expect(await alightsAt()).toBe(before);
    expect((await replayed()).mismatches).toEqual([]);
  }, 60_000);

  test("a pinned rider stays where the dispatcher left them, and an added vehicle can be given riders", async () => {
    const { operator, ids } = await open();
    house.clock.now = at("08:50");
    const { duties } = await boardOf(operator);
    expect((await instruct(operator, { kind: "pin", bookingId: ids[0] })).kind).toBe("instructed");
    expect((await boardOf(operator)).bookings.find(({ id }) => id === ids[0])).toMatchObject({
      pinned: true,
    });
    const out = duties.find(({ vehicleId }) => vehicleId === "v2")!;
    await instruct(operator, { kind: "take-out", dutyId: out.id, reason: "inspection", restOfDay: true });
    const added = { kind: "add-duty", vehicleId: "v3", from: lastEnd(duties), until: text("22:30") };
    expect((await instruct(operator, added)).kind).toBe("instructed");
    const board = await boardOf(operator);
    expect(board.duties.at(-1)).toMatchObject({ vehicleId: "v3", added: true });
    expect((await replayed()).mismatches).toEqual([]);
  }, 60_000);
});

describe("the driver's terminal", () => {
  test("follows the vehicle: shows the duty given to it and takes its events, and what was still done on the one before", async () => {
    const { operator, ids } = await open();
    const driver = await house.enter("driver"); // of v1
    const { duties, bookings } = await boardOf(operator);
    const own = duties.find(({ vehicleId }) => vehicleId === "v1")!;
    const other = duties.find(({ vehicleId }) => vehicleId === "v2")!;
    expect((await driver.send("GET", "duty")).json.duty.id).toBe(own.id);
    const tell = async (dutyId: string, stopId = "s01") => {
      const event = { id: newKey(), dutyId, at: text("08:40"), kind: "arrived", stopId };
      const { json } = await driver.send("POST", "duty/events", { body: { events: [event] } });
      return json.results[0].rejection?.kind;
    };
    expect(await tell(other.id)).toBe("unknown-duty");
    const swap = { kind: "change-vehicle", dutyId: own.id, vehicleId: "v2" };
    expect((await instruct(operator, swap)).kind).toBe("instructed");
    expect((await driver.send("GET", "duty")).json.duty.id).toBe(other.id);
    const carried = bookings.find(({ dutyId }) => dutyId === other.id);
    const stopId = carried === undefined ? "s01" : (await driver.send("GET", "duty")).json.tasks[0].stopId;
    expect(await tell(other.id, stopId)).not.toBe("unknown-duty");
    // The vehicle may have been driving it when the change came.
    expect(await tell(own.id)).not.toBe("unknown-duty");
    expect(ids).toHaveLength(4);
  }, 60_000);
});
