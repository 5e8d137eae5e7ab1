import type { BookingId, DutyId, VehicleId } from "@noriai/kernel";
import { replayDay } from "@noriai/store";
import { afterEach, describe, expect, test } from "vitest";
import { type Client, newKey, openHouse, smallTowns, type TestHouse, TODAY, text, trip } from "./house.ts";

let house: TestHouse;
afterEach(() => house?.close());

/** となり町 with two vehicles and one booking at half past ten. */
async function open() {
  const [tonari] = smallTowns();
  const [vehicle] = tonari!.service.vehicles;
  const vehicles = ["v1", "v2"].map((id) => ({ ...vehicle!, id: id as VehicleId }));
  house = await openHouse({ towns: [{ ...tonari!, service: { ...tonari!.service, vehicles } }] });
  const rider = await house.enter("rider");
  const asked = await rider.send("POST", "quotes", { key: newKey(), body: trip() });
  const { id } = asked.json.quote;
  expect((await rider.send("POST", `quotes/${id}/confirm`, { key: newKey(), body: {} })).status).toBe(200);
  return { rider, operator: await house.enter("transport_operator"), bookingId: id as string };
}

const boardOf = async (client: Client) => (await client.send("GET", `board?date=${TODAY}`)).json;
const dutyOf = async (client: Client, bookingId: string): Promise<DutyId> =>
  (await boardOf(client)).bookings.find(({ id }: { id: string }) => id === bookingId).dutyId;

async function preview(client: Client, instruction: unknown) {
  const body = { serviceDate: TODAY, instruction };
  return (await client.send("POST", "board/instructions/preview", { body })).json;
}
async function give(client: Client, instruction: unknown, version: number) {
  const body = { serviceDate: TODAY, version, instruction };
  return (await client.send("POST", "board/instructions", { key: newKey(), body })).json;
}

const planOf = async () => {
  const { tenant, service } = house.towns[0]!;
  return house.world.store.inTenant(tenant.id, (tx) => tx.loadDay(service, TODAY));
};

describe("the dispatcher's hand over HTTP", () => {
  test("a vehicle is previewed out of service, taken out, undone, and the log replays to the same plan", async () => {
    const { operator, bookingId } = await open();
    const lost = await dutyOf(operator, bookingId);
    const before = await planOf();
    const takeOut = { kind: "take-out", dutyId: lost, reason: "breakdown" };
    const seen = await preview(operator, takeOut);
    expect(seen).toMatchObject({
      kind: "instructed",
      version: before.version,
      stranded: [],
      effects: [{ bookingId, before: { dutyId: lost }, after: { late: 0 } }],
    });
    expect((await planOf()).version).toBe(before.version);

    const done = await give(operator, takeOut, seen.version);
    expect(done).toMatchObject({ kind: "instructed", effects: seen.effects });
    const board = await boardOf(operator);
    expect(board.duties.find(({ id }: { id: string }) => id === lost).outOfService.reason).toBe("breakdown");
    expect(board.undoable).toMatchObject({ kind: "take-out" });
    expect(await dutyOf(operator, bookingId)).not.toBe(lost);

    expect(await give(operator, { kind: "undo" }, done.version)).toMatchObject({ kind: "instructed" });
    const after = await planOf();
    expect(JSON.stringify(after.plan)).toBe(JSON.stringify(before.plan));
    expect((await boardOf(operator)).undoable).toBeNull();

    const { tenant, service } = house.towns[0]!;
    const log = await house.world.store.inTenant(tenant.id, (tx) => tx.loadDecisions(service, TODAY));
    const replay = replayDay({ serviceDate: TODAY, log, stored: after });
    expect(replay.mismatches).toEqual([]);
    expect(log.lines.map(({ kind }) => kind)).toEqual(["quote", "confirm", "instruct", "instruct"]);
  });

  test("with every vehicle out the rider is named as stranded on the board, and a vehicle brought back carries her", async () => {
    const { operator, bookingId } = await open();
    const lost = await dutyOf(operator, bookingId);
    const { duties } = await boardOf(operator);
    for (const { id } of duties) {
      const { version } = await boardOf(operator);
      const reason = "accident";
      const answer = await give(operator, { kind: "take-out", dutyId: id, reason }, version);
      expect(answer.kind, JSON.stringify(answer)).toBe("instructed");
    }
    expect((await boardOf(operator)).stranded).toEqual([bookingId]);
    const { version } = await boardOf(operator);
    await give(operator, { kind: "bring-back", dutyId: lost }, version);
    expect((await boardOf(operator)).stranded).toEqual([]);
    expect(await dutyOf(operator, bookingId)).toBe(lost);
  });

  test("a rider is moved by hand to the other vehicle and stays there, under the same promise", async () => {
    const { operator, bookingId } = await open();
    const from = await dutyOf(operator, bookingId);
    const before = (await planOf()).bookings.get(bookingId as BookingId)!;
    const { duties } = await boardOf(operator);
    const dutyId = duties.find(({ id }: { id: string }) => id !== from).id;
    const move = { kind: "move", bookingId, dutyId };
    const { version, effects } = await preview(operator, move);
    expect(effects).toMatchObject([{ bookingId, before: { dutyId: from }, after: { dutyId, late: 0 } }]);
    expect(await give(operator, move, version)).toMatchObject({ kind: "instructed", effects });
    expect(await dutyOf(operator, bookingId)).toBe(dutyId);
    const after = await planOf();
    expect(after.bookings.get(bookingId as BookingId)).toEqual(before);
    expect(after.duties.find(({ id }) => id === dutyId)?.byHand).toEqual([bookingId]);
  });

  test("an instruction on a plan that has moved on is not carried out", async () => {
    const { rider, operator, bookingId } = await open();
    const dutyId = (await boardOf(operator)).duties
      .map(({ id }: { id: string }) => id)
      .find((id: string) => id !== undefined);
    const seen = await preview(operator, { kind: "take-out", dutyId, reason: "driver" });
    await rider.send("POST", `bookings/${bookingId}/cancel`, { key: newKey(), body: { reason: "" } });
    const now = await planOf();
    expect(await give(operator, { kind: "take-out", dutyId, reason: "driver" }, seen.version)).toEqual({
      kind: "overtaken",
      version: now.version,
    });
    expect((await planOf()).version).toBe(now.version);
  });

  test("what cannot be done is refused by name, in the preview already; riders and the city may not ask", async () => {
    const { rider, operator, bookingId } = await open();
    const dutyId = await dutyOf(operator, bookingId);
    const from = text("23:00");
    const cases = [
      [{ kind: "undo" }, "nothing-to-undo"],
      [{ kind: "bring-back", dutyId }, "not-out"],
      [{ kind: "move", bookingId, dutyId }, "already-there"],
      [{ kind: "move", bookingId: "nobody", dutyId }, "unknown-booking"],
      [{ kind: "take-out", dutyId: "none", reason: "other" }, "unknown-duty"],
      [{ kind: "take-out", dutyId, from, reason: "other" }, "duty-over"],
    ] as const;
    for (const [instruction, kind] of cases)
      expect(await preview(operator, instruction)).toMatchObject({ kind: "refused", rejection: { kind } });
    const body = { serviceDate: TODAY, instruction: { kind: "undo" } };
    for (const client of [rider, await house.enter("municipality")])
      expect((await client.send("POST", "board/instructions/preview", { body })).status).toBe(403);
  });
});
