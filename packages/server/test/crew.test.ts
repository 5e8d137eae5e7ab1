import { addDays } from "@noriai/kernel";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  at,
  type Client,
  clientOf,
  newKey,
  OTHER_TOWN,
  openHouse,
  smallTowns,
  type TestHouse,
  TODAY,
  text,
} from "./house.ts";

let house: TestHouse;
let operator: Client;

beforeAll(async () => {
  house = await openHouse({ towns: smallTowns().map(withThreeVehicles) });
  operator = await house.enter("transport_operator");
}, 30_000);
afterAll(() => house.close());

function withThreeVehicles(town: ReturnType<typeof smallTowns>[number]) {
  const [first] = town.service.vehicles;
  const vehicles = ["v1", "v2", "v3"].map((id) => ({ ...first!, id: id as NonNullable<typeof first>["id"] }));
  return { ...town, service: { ...town.service, vehicles } };
}

const LICENCE = {
  class: "ordinary",
  isSecondClass: true,
  expiresOn: addDays(TODAY, 300),
  readOn: TODAY,
  readBy: "小林",
};
let numbers = 100;
const aDriver = (changes: object = {}) => ({
  number: String(++numbers),
  name: `運転 ${numbers}`,
  licence: LICENCE,
  ...changes,
});

async function added(changes: object = {}) {
  const answer = await operator.send("POST", "drivers", { body: aDriver(changes), key: newKey() });
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}
const pinOf = async (id: string): Promise<string> =>
  (await operator.send("POST", `drivers/${id}/pin`)).json.pin;
const crewDay = async (date = TODAY) => (await operator.send("GET", `crew?date=${date}`)).json;
const assigned = (driverId: string | null, date = TODAY) =>
  operator.send("POST", "crew/assignments", {
    body: { serviceDate: date, dutyId: `${date}.v1.1`, driverId },
    key: newKey(),
  });

/** A tablet of the register: its cookie jar, as a browser keeps it. */
async function boundTablet(label = "端末1") {
  const device = (await operator.send("POST", "devices", { body: { label }, key: newKey() })).json;
  const { code } = (await operator.send("POST", `devices/${device.id}/code`)).json;
  const bound = await house.nobody().send("POST", "terminal", { body: { code } });
  expect(bound.status, bound.text).toBe(200);
  const deviceCookie = bound.headers.get("set-cookie")!.split(";")[0]!;
  const tablet = clientOf(house.server, operator.tenant, deviceCookie);
  const signIn = async (number: string, pin: string) => {
    const answer = await tablet.send("POST", "terminal/session", { body: { number, pin } });
    const cookie = answer.headers.get("set-cookie")?.split(";")[0];
    return { answer, driver: clientOf(house.server, operator.tenant, `${deviceCookie}; ${cookie}`) };
  };
  return { id: device.id as string, code: code as string, tablet, signIn };
}

describe("who drives", () => {
  test("[POL-ID-6] a licence that has ended blocks the assignment, with the rule and by how much", async () => {
    const driver = await added({ licence: { ...LICENCE, expiresOn: addDays(TODAY, -3) } });
    const refused = await assigned(driver.id);
    expect(refused.status).toBe(200);
    expect(refused.json).toMatchObject({
      kind: "refused",
      findings: [{ kind: "licence-expired", weight: "blocks", daysOver: 3 }],
    });
    expect((await crewDay()).duties[0].driverId).not.toBe(driver.id);
  });

  test("the operator puts a driver to a duty; the municipality sees it and may not", async () => {
    const driver = await added();
    expect((await assigned(driver.id)).json).toEqual({ kind: "assigned", findings: [] });
    const official = await house.enter("municipality");
    const seen = await official.send("GET", `crew?date=${TODAY}`);
    expect(seen.json.duties[0]).toMatchObject({ driverId: driver.id, findings: [] });
    expect(seen.json.people).toMatchObject([{ driverId: driver.id, before: { kind: "missing" } }]);
    const body = { serviceDate: TODAY, dutyId: `${TODAY}.v1.1`, driverId: null };
    expect((await official.send("POST", "crew/assignments", { body, key: newKey() })).status).toBe(403);
    expect((await official.send("GET", `roll-calls?from=${TODAY}&to=${TODAY}`)).status).toBe(403);
  });

  test("two drivers with one number, a vehicle that is not there: told beside the field", async () => {
    const { number } = await added();
    const twice = await operator.send("POST", "drivers", { body: aDriver({ number }), key: newKey() });
    expect(twice.json.fields).toEqual([{ name: "number", message: expect.stringContaining("乗務員番号") }]);
    const body = aDriver({ usualVehicle: "v9" });
    const wrong = await operator.send("POST", "drivers", { body, key: newKey() });
    expect(wrong.json.fields).toEqual([{ name: "usualVehicle", message: expect.stringContaining("車両") }]);
  });

  test("no name of a driver is in the live updates, the audit log or the server's own log", async () => {
    await added({ name: "秘密 太郎" });
    const auditor = await house.enter("auditor");
    expect((await auditor.send("GET", "audit?limit=100")).text).not.toContain("秘密");
    expect(house.logLines.join("\n")).not.toContain("秘密");
  });
});

describe("[SAP-3.2-3b] a terminal", () => {
  test("is bound by a code, once; its driver signs in with number and PIN and has the vehicle of the day", async () => {
    const driver = await added();
    await assigned(driver.id);
    const { code, signIn, tablet } = await boundTablet();
    const again = await house.nobody().send("POST", "terminal", { body: { code } });
    expect(again.status).toBe(401);
    expect((await tablet.send("GET", "terminal")).json.device).toMatchObject({ label: "端末1" });
    const { answer, driver: at } = await signIn(driver.number, await pinOf(driver.id));
    expect(answer.json).toMatchObject({ role: "driver", displayName: driver.name, vehicleId: "v1" });
    expect((await at.send("GET", "duty")).json.duty).toMatchObject({ vehicleId: "v1" });
    const other = await added();
    await assigned(other.id);
    expect((await at.send("GET", "session")).json.vehicleId).toBeUndefined();
    expect((await at.send("GET", "duty")).json.duty).toBeNull();
  });

  test("of another town, of nobody, or with the code of another opens nothing", async () => {
    const driver = await added();
    const pin = await pinOf(driver.id);
    const { tablet } = await boundTablet();
    const body = { number: driver.number, pin };
    expect((await house.nobody().send("POST", "terminal/session", { body })).status).toBe(401);
    const abroad = clientOf(house.server, OTHER_TOWN, tablet.cookie);
    expect((await abroad.send("POST", "terminal/session", { body })).status).toBe(401);
    expect((await abroad.send("GET", "terminal")).json).toEqual({ device: null });
  });

  test("that is signed out from the console gets 401 with its next request; locked, it cannot even sign in", async () => {
    const driver = await added();
    await assigned(driver.id);
    const pin = await pinOf(driver.id);
    const { id, signIn, tablet } = await boundTablet();
    const { driver: at } = await signIn(driver.number, pin);
    expect((await at.send("GET", "duty")).status).toBe(200);
    await operator.send("POST", `devices/${id}/sign-out`, { body: { lock: false } });
    expect((await at.send("GET", "duty")).status).toBe(401);
    expect((await at.send("POST", "duty/events", { body: { events: [] } })).status).toBe(401);
    expect((await signIn(driver.number, pin)).answer.status).toBe(200);
    await operator.send("POST", `devices/${id}/sign-out`, { body: { lock: true } });
    expect((await signIn(driver.number, pin)).answer.status).toBe(401);
    expect((await tablet.send("GET", "terminal")).json.device).toBeNull();
    await operator.send("POST", `devices/${id}/unlock`);
    expect((await signIn(driver.number, pin)).answer.status).toBe(200);
  });

  test("the fifth wrong PIN shuts the driver's door, the right one too, until the console opens it", async () => {
    const driver = await added();
    await assigned(driver.id);
    const pin = await pinOf(driver.id);
    const wrong = pin === "8350" ? "8351" : "8350";
    const { signIn } = await boundTablet();
    for (let n = 1; n <= 4; n++) expect((await signIn(driver.number, wrong)).answer.status).toBe(401);
    const fifth = (await signIn(driver.number, wrong)).answer;
    expect([fifth.status, fifth.json.rejections]).toEqual([409, [{ kind: "driver-locked" }]]);
    expect((await signIn(driver.number, pin)).answer.status).toBe(409);
    await operator.send("POST", `drivers/${driver.id}/release`);
    expect((await signIn(driver.number, pin)).answer.status).toBe(200);
  });

  test("codes cannot be tried through: after ten wrong ones the address waits", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) {
      const body = { code: String(10_000_000 + n) };
      statuses.push((await house.nobody(OTHER_TOWN).send("POST", "terminal", { body })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });
});

describe("[SAP-3.2-3a] a log that is sent when its driver drives another vehicle by now, or none", () => {
  const TOMORROW = addDays(TODAY, 1);
  const put = async (driverId: string | null, vehicle: string) => {
    const body = { serviceDate: TODAY, dutyId: `${TODAY}.${vehicle}.1`, driverId };
    const answer = await operator.send("POST", "crew/assignments", { body, key: newKey() });
    expect(answer.json, answer.text).toMatchObject({ kind: "assigned" });
  };
  const signedIn = async ({ id, number }: { id: string; number: string }) =>
    (await (await boundTablet()).signIn(number, await pinOf(id))).driver;
  const late = (time: string, vehicle: string) => ({
    ...{ id: newKey(), dutyId: `${TODAY}.${vehicle}.1`, at: text(time) },
    ...{ kind: "delayed", by: 60, cause: "traffic" },
  });
  const send = async (client: Client, sentAt: string, events: object[]) => {
    const entries = events.map((event, k) => ({ no: k + 1, event }));
    const body = { logId: newKey(), oldest: 1, sentAt, entries };
    const { json } = await client.send("POST", "duty/log", { body });
    return json.results.map(({ outcome }: { outcome: string }) => outcome);
  };
  afterEach(() => {
    house.clock.now = at("08:40");
  });

  test("from the afternoon's vehicle the morning's is told; one who never drove it is asked about", async () => {
    const [a, b] = [await added(), await added()];
    await put(a.id, "v1");
    const driver = await signedIn(a);
    house.clock.now = at("12:00");
    await put(b.id, "v1");
    await put(a.id, "v2");
    house.clock.now = at("13:00");
    expect((await driver.send("GET", "session")).json.vehicleId).toBe("v2");
    const told = [late("10:00", "v1"), late("12:30", "v2")];
    expect(await send(driver, text("13:00"), told)).toEqual(["recorded", "recorded"]);
    const stranger = await signedIn(await added());
    expect(await send(stranger, text("13:00"), [late("10:30", "v1")])).toEqual(["refused"]);
  });

  test("on a day off, yesterday's is told; what contradicts stays on the terminal until it is taken back", async () => {
    const driver = await added();
    await put(driver.id, "v2");
    const terminal = await signedIn(driver);
    house.clock.now = at("09:00", TOMORROW);
    expect((await terminal.send("GET", "duty")).json.duty).toBeNull();
    const { by: _, cause: __, ...head } = late("10:05", "v2");
    const nobody = { ...head, kind: "boarded", bookingId: "nobodys" };
    const sent = await send(terminal, text("09:00", TOMORROW), [late("10:00", "v2"), nobody]);
    expect(sent).toEqual(["recorded", "refused"]);
    const own = async () => (await terminal.send("GET", "duty/conflicts")).json.conflicts;
    expect(await own()).toMatchObject([{ serviceDate: TODAY, because: { kind: "unknown-booking" } }]);
    const [{ id }] = await own();
    expect((await (await signedIn(await added())).send("GET", "duty/conflicts")).json.conflicts).toEqual([]);
    expect((await terminal.send("POST", `duty/conflicts/${id}/withdrawal`)).status).toBe(204);
    expect(await own()).toEqual([]);
  });

  test("who was called to a vehicle that is another's usual one by now had it all the same", async () => {
    const driver = await added({ usualVehicle: "v3" });
    const body = {
      ...{ serviceDate: TODAY, driverId: driver.id, moment: "before", method: "face", detector: "AC-1" },
      ...{ isDetected: false, isHealthy: true, isVehicleInOrder: true },
    };
    expect((await operator.send("POST", "roll-calls", { body, key: newKey() })).status).toBe(200);
    const terminal = await signedIn(driver);
    const record = { number: driver.number, name: driver.name, licence: LICENCE };
    const changed = await operator.send("PUT", `drivers/${driver.id}`, { body: record });
    expect([changed.status, changed.json.usualVehicle]).toEqual([200, undefined]);
    house.clock.now = at("09:00", TOMORROW);
    expect(await send(terminal, text("09:00", TOMORROW), [late("10:00", "v3")])).toEqual(["recorded"]);
  });
});

describe("roll call and end of duty", () => {
  let driver: { id: string; number: string };
  let at: Client;

  beforeEach(async () => {
    driver = await added();
    await assigned(driver.id);
    at = (await (await boundTablet()).signIn(driver.number, await pinOf(driver.id))).driver;
  });

  const call = (changes: object = {}) => ({
    serviceDate: TODAY,
    driverId: driver.id,
    moment: "before",
    method: "face",
    isDetected: false,
    detector: "AC-1",
    isHealthy: true,
    isVehicleInOrder: true,
    instructions: "路面凍結に注意",
    ...changes,
  });
  const called = (changes: object = {}) =>
    operator.send("POST", "roll-calls", { body: call(changes), key: newKey() });
  const shift = async () => (await at.send("GET", "duty/shift")).json.shift;

  test("the operator's roll call is on the terminal, with what was said to the driver", async () => {
    expect((await shift()).rollCall.before.kind).toBe("missing");
    expect((await called()).status).toBe(200);
    expect((await shift()).rollCall).toMatchObject({
      before: { kind: "done", method: "face" },
      instructions: "路面凍結に注意",
    });
  });

  test("who was found with alcohol must not drive; the municipality does not learn why", async () => {
    await called({ isDetected: true });
    expect((await shift()).rollCall.before).toMatchObject({ kind: "must-not-drive", because: "alcohol" });
    const official = await house.enter("municipality");
    const [person] = (await official.send("GET", `crew?date=${TODAY}`)).json.people;
    expect(person.before).toMatchObject({ kind: "must-not-drive", because: null });
    await called();
    expect((await shift()).rollCall.before.kind).toBe("done");
  });

  test("before a duty the vehicle is looked at; a driver who is on no duty is not called", async () => {
    const missing = await called({ isVehicleInOrder: undefined });
    expect([missing.status, missing.json.rejections]).toEqual([409, [{ kind: "inspection-needed" }]]);
    const idle = await added();
    const other = await called({ driverId: idle.id });
    expect([other.status, other.json.rejections]).toEqual([409, [{ kind: "not-on-duty" }]]);
  });

  test("the end of duty says what the till should hold; the record and its CSV carry it", async () => {
    await called();
    const body = { odometerStart: 12_000, odometerEnd: 12_087, cashCounted: 500, remarks: "=異常なし" };
    const ended = await at.send("POST", "duty/end", { body, key: newKey() });
    expect(ended.json).toMatchObject({ cashExpected: 0, cashCounted: 500, odometerEnd: 12_087 });
    expect((await shift()).odometer).toBe(12_087);
    const { records } = (await operator.send("GET", `duty-records?from=${TODAY}&to=${TODAY}`)).json;
    const own = records.find((record: { driverId: string }) => record.driverId === driver.id);
    expect(own).toMatchObject({ number: driver.number, closing: { cashCounted: 500 }, rides: [] });
    const csv = await operator.send("GET", `duty-records.csv?from=${TODAY}&to=${TODAY}`);
    expect(csv.text).toContain("走行距離（km）");
    expect(csv.text).toMatch(/,12000,12087,87,.*,500,500,.*'=異常なし/);
    const turned = { ...body, odometerEnd: 11_999 };
    const wrong = await at.send("POST", "duty/end", { body: turned, key: newKey() });
    expect(wrong.json.fields[0].name).toBe("odometerEnd");
  });

  test("the roll call book as CSV names caller, detector and result, and its reading is in the audit log", async () => {
    await called({ remarks: "点検済み" });
    const csv = await operator.send("GET", `roll-calls.csv?from=${TODAY}&to=${TODAY}`);
    expect(csv.text).toContain("業務前");
    expect(csv.text).toContain("AC-1,無,無");
    const auditor = await house.enter("auditor");
    expect((await auditor.send("GET", "audit?limit=5")).text).toContain("crew-exported");
  });
});
