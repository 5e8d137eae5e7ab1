import { dutiesOf } from "@noriai/booking";
import { addDays, type DriverId, type EpochSeconds, type VehicleId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TenantTransaction } from "../src/door.ts";
import { DriverNumberTaken, type NewDevice, type NewDriver } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { HANAKO } from "./support/fill.ts";
import { change, DESK, MONDAY, NORTH, refusalOf, SERVICE, T0 } from "./support/town.ts";

let it: TestStore;
const acting = { by: DESK, now: T0 };
const inNorth = <T>(work: (tx: TenantTransaction) => Promise<T>) => it.store.inTenant(NORTH, work);
const DUTY = dutiesOf(SERVICE, MONDAY)[0]!;

beforeAll(async () => {
  it = await openTestStore();
  await it.store.createTenant({ id: NORTH, name: "北" });
  await inNorth((tx) => tx.saveService(SERVICE, DESK, T0));
});
afterAll(() => it.close());

const aDriver = (number: string, changes: Partial<NewDriver> = {}): NewDriver => ({
  number,
  name: `運転 ${number}`,
  licence: {
    class: "ordinary",
    isSecondClass: true,
    expiresOn: addDays(MONDAY, 300),
    readOn: MONDAY,
    readBy: "運行管理者 小林",
  },
  ...changes,
});
let last = 0;
const added = (changes: Partial<NewDriver> = {}) =>
  inNorth((tx) => tx.addDriver(aDriver(String(++last), changes), acting));

describe("drivers", () => {
  test("[POL-ID-6] a driver comes back as written down, with who read the licence when; the checks see no name", async () => {
    const { id, number } = await added({ healthCheckDue: MONDAY });
    const [read] = await inNorth((tx) => tx.readDrivers({ ...acting, purpose: "roster" }, [id]));
    expect(read).toMatchObject({ ...aDriver(number), healthCheckDue: MONDAY, pin: "none" });
    const facts = (await inNorth((tx) => tx.listDrivers())).find((driver) => driver.id === id);
    expect(JSON.stringify(facts)).not.toContain("運転");
    expect(facts?.licence?.expiresOn).toBe(addDays(MONDAY, 300));
  });

  test("two drivers with one number are refused, and the first stays", async () => {
    const { number } = await added();
    await expect(inNorth((tx) => tx.addDriver(aDriver(number), acting))).rejects.toThrow(DriverNumberTaken);
  });

  test("a name that was sealed with an older key is read after the key was changed", async () => {
    const { id } = await added({ name: "鍵 替子" });
    await it.store.rotateDataKey(NORTH, DESK, T0);
    const [read] = await inNorth((tx) => tx.readDrivers({ ...acting, purpose: "roster" }, [id]));
    expect(read?.name).toBe("鍵 替子");
  });

  test("the fifth wrong PIN locks, also when ten come at once; a release opens", async () => {
    const { id, number } = await added();
    await inNorth((tx) => tx.issuePin(id, "hash", acting));
    const tries = Array.from({ length: 10 }, () => inNorth((tx) => tx.notePinFailure(id, 5, T0)));
    const locked = (await Promise.all(tries)).filter((isLocked) => isLocked).length;
    expect(locked).toBe(6);
    expect(await inNorth((tx) => tx.findDriverDoor({ number }))).toMatchObject({ isLocked: true });
    expect(await inNorth((tx) => tx.releasePin(id, acting))).toBe(true);
    expect(await inNorth((tx) => tx.findDriverDoor({ number }))).toMatchObject({ isLocked: false });
    const audit = await inNorth((tx) => tx.listAudit(50));
    const events = audit.filter(({ subject }) => subject === id).map(({ event }) => event);
    expect(events).toEqual(["driver-pin-released", "driver-pin-locked", "driver-pin-issued", "driver-added"]);
  });
});

describe("who drives", () => {
  const wish = (driverId: DriverId | undefined, at: EpochSeconds = T0) => ({
    serviceDate: MONDAY,
    dutyId: DUTY.id,
    at,
    ...(driverId && { driverId }),
  });

  test("a driver is put to a duty; one whose licence has ended is refused and nothing is written", async () => {
    const [good, bad] = [
      await added(),
      await added({ licence: { ...aDriver("1").licence!, expiresOn: addDays(MONDAY, -1) } }),
    ];
    const before = await inNorth((tx) => tx.listAssignments(MONDAY));
    const refused = await inNorth((tx) => tx.assignCrew(SERVICE, wish(bad.id), acting));
    expect(refused).toMatchObject({ kind: "refused", findings: [{ kind: "licence-expired", daysOver: 1 }] });
    expect(await inNorth((tx) => tx.listAssignments(MONDAY))).toEqual(before);
    const assigned = await inNorth((tx) => tx.assignCrew(SERVICE, wish(good.id), acting));
    expect(assigned.kind).toBe("assigned");
    expect((await inNorth((tx) => tx.listAssignments(MONDAY))).at(-1)).toMatchObject({ driverId: good.id });
  });

  test("a date on which somebody was refused, and nothing else was decided, has the duties of the service", async () => {
    const member = await inNorth((tx) => tx.addMember(HANAKO, DESK, T0));
    const refusing = change(NORTH, () => [{ kind: "request-refused", refusal: refusalOf("R1", member.id) }]);
    await it.store.decideOnDay(refusing);
    const { duties } = await inNorth((tx) => tx.loadCrew(SERVICE, MONDAY));
    expect(duties.map(({ id }) => id)).toEqual([DUTY.id]);
  });

  test("a driver drives whose vehicle it is, unless another was put there", async () => {
    const now = DUTY.startsAt;
    const usual = await added({ usualVehicle: "V1" as VehicleId });
    const vehicleOf = (id: DriverId) => inNorth((tx) => tx.findVehicleOf(SERVICE, id, now));
    await inNorth((tx) => tx.assignCrew(SERVICE, wish(usual.id), acting));
    expect(await vehicleOf(usual.id)).toBe("V1");
    const other = await added();
    await inNorth((tx) => tx.assignCrew(SERVICE, wish(other.id), acting));
    expect([await vehicleOf(usual.id), await vehicleOf(other.id)]).toEqual([undefined, "V1"]);
  });
});

const A_DEVICE: NewDevice = { label: "端末A", serial: "SN-77", sim: "020-0000", holder: "車両係" };

describe("[SAP-3.2-3b] terminals", () => {
  const until = (T0 + 600) as EpochSeconds;

  test("a code makes one terminal the device, once: of two at the same moment one, afterwards none, too late none", async () => {
    const { id } = await inNorth((tx) => tx.addDevice(A_DEVICE, acting));
    const code = { hash: "code-1", expiresAt: until };
    await inNorth((tx) => tx.issueDeviceCode(id, code, acting));
    const both = ["token-1", "token-2"].map((token) => inNorth((tx) => tx.bindDevice("code-1", token, T0)));
    const bound = (await Promise.all(both)).filter((device) => device !== undefined);
    expect(bound).toMatchObject([{ id, label: "端末A", serial: "SN-77" }]);
    expect(await inNorth((tx) => tx.bindDevice("code-1", "token-3", T0))).toBeUndefined();
    await inNorth((tx) => tx.issueDeviceCode(id, { ...code, hash: "code-2" }, acting));
    expect(await inNorth((tx) => tx.bindDevice("code-2", "token-4", until))).toBeUndefined();
  });

  test("who signs in or out at a terminal changes the register for those who look at it, who does elsewhere does not", async () => {
    const driver = await added();
    const { id } = await inNorth((tx) => tx.addDevice(A_DEVICE, acting));
    const session = { account: driver.account, openedAt: T0, expiresAt: until };
    const terminal = { device: id, driver: driver.id };
    const before = await inNorth((tx) => tx.lastOutboxId());
    const told = async () =>
      (await inNorth((tx) => tx.listOutboxSince(before, 10))).map(({ event }) => event);
    await inNorth((tx) => tx.openSession({ ...session, tokenHash: "in-the-office" }));
    await inNorth((tx) => tx.closeSession("in-the-office", T0));
    expect(await told()).toEqual([]);
    await inNorth((tx) => tx.openSession({ ...session, tokenHash: "in-the-vehicle", terminal }));
    expect(await told()).toEqual([{ topic: "terminals" }]);
    await inNorth((tx) => tx.closeSession("in-the-vehicle", T0));
    expect(await told()).toEqual([{ topic: "terminals" }, { topic: "terminals" }]);
  });

  test("signing a device out ends its sessions and no others; a locked one is not found by its token", async () => {
    const driver = await added();
    const { id } = await inNorth((tx) => tx.addDevice(A_DEVICE, acting));
    await inNorth((tx) => tx.issueDeviceCode(id, { hash: "code-5", expiresAt: until }, acting));
    await inNorth((tx) => tx.bindDevice("code-5", "token-5", T0));
    const session = { account: driver.account, openedAt: T0, expiresAt: (T0 + 3600) as EpochSeconds };
    const terminal = { device: id, driver: driver.id };
    await inNorth((tx) => tx.openSession({ ...session, tokenHash: "at-device", terminal }));
    await inNorth((tx) => tx.openSession({ ...session, tokenHash: "elsewhere" }));
    expect(await inNorth((tx) => tx.signOutDevice(id, acting))).toEqual(["at-device"]);
    expect(await inNorth((tx) => tx.findSession("at-device", T0))).toBeUndefined();
    expect(await inNorth((tx) => tx.findSession("elsewhere", T0))).toBeDefined();
    expect(await inNorth((tx) => tx.findDeviceByToken("token-5"))).toMatchObject({ id });
    await inNorth((tx) => tx.setDeviceLock(id, true, acting));
    expect(await inNorth((tx) => tx.findDeviceByToken("token-5"))).toBeUndefined();
    expect(await inNorth((tx) => tx.issueDeviceCode(id, { hash: "x", expiresAt: until }, acting))).toBe(
      false,
    );
    await inNorth((tx) => tx.setDeviceLock(id, false, acting));
    expect(await inNorth((tx) => tx.findDeviceByToken("token-5"))).toMatchObject({ id });
  });
});
