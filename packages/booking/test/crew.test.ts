import {
  addDays,
  type DriverId,
  type DutyId,
  type EpochSeconds,
  instantOf,
  serviceDate,
  timeOfDay,
  type VehicleId,
} from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Assignment,
  assign,
  type Crew,
  crewFindings,
  crewRulesOn,
  type Driver,
  dutiesOf,
  stintsOf,
  type WorkSpan,
  workOn,
} from "../src/index.ts";
import { aCalendar, aService, aVehicle } from "./a-service.ts";
import { MONDAY } from "./a-world.ts";

const SERVICE = aService({ vehicles: [aVehicle(1), aVehicle(2)] });
const at = (time: string, date = MONDAY): EpochSeconds => instantOf(date, timeOfDay(time), SERVICE.timeZone);
const V1 = "v1" as VehicleId;
const V2 = "v2" as VehicleId;
const TANAKA = "tanaka" as DriverId;
const KIMURA = "kimura" as DriverId;

const aDriver = (id: DriverId, changes: Partial<Driver> = {}): Driver => ({
  id,
  number: id === TANAKA ? "01" : "02",
  licence: {
    class: "ordinary",
    isSecondClass: true,
    expiresOn: addDays(MONDAY, 400),
    readOn: addDays(MONDAY, -30),
  },
  ...changes,
});

function aCrew(changes: Partial<Crew> = {}): Crew {
  return {
    serviceDate: MONDAY,
    duties: dutiesOf(SERVICE, MONDAY),
    vehicles: SERVICE.vehicles,
    papers: new Map(),
    drivers: [aDriver(TANAKA, { usualVehicle: V1 }), aDriver(KIMURA)],
    assignments: [],
    otherWork: [],
    rules: crewRulesOn(SERVICE, MONDAY),
    ...changes,
  };
}

const dutyOn = (vehicle: VehicleId, crew = aCrew()): DutyId =>
  crew.duties.find(({ vehicleId }) => vehicleId === vehicle)!.id;

/** What stands against Kimura on the first vehicle. */
function against(changes: Partial<Driver>, crew: Partial<Crew> = {}) {
  const answer = assign(aCrew({ drivers: [aDriver(KIMURA, changes)], ...crew }), {
    dutyId: dutyOn(V1),
    driverId: KIMURA,
    at: at("06:00"),
  });
  if (answer.kind === "assigned") return answer.warnings.map(({ driverId, dutyId, ...fault }) => fault);
  if (answer.kind !== "refused") throw new Error(answer.kind);
  return answer.findings.map(({ driverId, dutyId, ...fault }) => fault);
}

const licence = (changes: Partial<NonNullable<Driver["licence"]>>) => ({
  licence: { ...aDriver(KIMURA).licence!, ...changes },
});

describe("papers", () => {
  test("[POL-ID-6] a licence that ended yesterday keeps the driver away, and says by how many days; on its last day it is good", () => {
    expect(against(licence({ expiresOn: addDays(MONDAY, -1) }))).toEqual([
      { kind: "licence-expired", weight: "blocks", expiredOn: addDays(MONDAY, -1), daysOver: 1 },
    ]);
    expect(against(licence({ expiresOn: MONDAY }))).toEqual([
      { kind: "licence-expires-soon", weight: "warns", expiresOn: MONDAY, daysLeft: 0 },
    ]);
  });

  test("nobody drives on a licence that nobody has read", () => {
    const { licence: _, ...unread } = aDriver(KIMURA);
    const crew = aCrew({ drivers: [unread] });
    const answer = assign(crew, { dutyId: dutyOn(V1), driverId: KIMURA, at: at("08:00") });
    expect(answer).toMatchObject({ kind: "refused", findings: [{ kind: "licence-not-read" }] });
  });

  test("paying riders need 第二種免許; where a municipality drives for nobody's profit its setting says so", () => {
    expect(against(licence({ isSecondClass: false }))).toEqual([
      { kind: "second-class-needed", weight: "blocks", has: "ordinary" },
    ]);
    const own = aService({ crew: [{ from: MONDAY, needsSecondClass: false }] });
    expect(against(licence({ isSecondClass: false }), { rules: crewRulesOn(own, MONDAY) })).toEqual([]);
    const dayBefore = crewRulesOn(own, addDays(MONDAY, -1));
    expect(dayBefore.needsSecondClass).toBe(true);
  });

  test("an ordinary licence drives ten persons with the driver: nine seats yes, ten no", () => {
    const withSeats = (seats: number) => against({}, { vehicles: [aVehicle(1, { seats })] });
    expect(withSeats(9)).toEqual([]);
    expect(withSeats(10)).toEqual([
      { kind: "licence-too-small", weight: "blocks", has: "ordinary", persons: 11, personsMax: 10 },
    ]);
  });

  test("a vehicle without a good inspection stays in, a health check that is due is told", () => {
    const papers = new Map([[V1, { inspectionDue: addDays(MONDAY, -3) }]]);
    expect(against({ healthCheckDue: addDays(MONDAY, -2) }, { papers })).toEqual([
      { kind: "health-check-overdue", weight: "warns", dueOn: addDays(MONDAY, -2), daysOver: 2 },
      {
        kind: "inspection-overdue",
        weight: "blocks",
        vehicleId: "v1",
        dueOn: addDays(MONDAY, -3),
        daysOver: 3,
      },
    ]);
  });

  test("who has left is not put to a duty", () => {
    expect(against({ leftOn: MONDAY })).toEqual([{ kind: "has-left", weight: "blocks", leftOn: MONDAY }]);
    expect(against({ leftOn: addDays(MONDAY, 1) })).toEqual([]);
  });
});

describe("hours", () => {
  const sunday = addDays(MONDAY, -1);
  const workUntil = (to: EpochSeconds): WorkSpan => ({
    driverId: KIMURA,
    serviceDate: sunday,
    from: (to - 3600) as EpochSeconds,
    to,
  });

  test("rest before work at 8:30: eleven hours are well, a minute less is told, a minute under nine is refused", () => {
    const after = (end: EpochSeconds) => against({}, { otherWork: [workUntil(end)] });
    const end = at("21:30", sunday);
    expect(after(end)).toEqual([]);
    expect(after((end + 60) as EpochSeconds)).toMatchObject([
      { kind: "rest-too-short", weight: "warns", rest: 11 * 3600 - 60, least: 11 * 3600, otherDate: sunday },
    ]);
    expect(after((end + 2 * 3600) as EpochSeconds)).toMatchObject([{ weight: "warns", least: 11 * 3600 }]);
    expect(after((end + 2 * 3600 + 60) as EpochSeconds)).toMatchObject([
      { kind: "rest-too-short", weight: "blocks", rest: 9 * 3600 - 60, least: 9 * 3600 },
    ]);
  });

  test("rest until the work of the next day counts too", () => {
    const tuesday = addDays(MONDAY, 1);
    const early: WorkSpan = {
      ...workUntil(at("12:00", tuesday)),
      serviceDate: tuesday,
      from: at("00:00", tuesday),
    };
    expect(against({}, { otherWork: [early] })).toMatchObject([{ weight: "blocks", rest: 8.5 * 3600 }]);
  });

  test.each([
    ["07:00", "19:00", []],
    ["07:00", "19:01", [{ kind: "span-too-long", weight: "warns", span: 13 * 3600 + 60, most: 13 * 3600 }]],
    ["07:00", "21:01", [{ kind: "span-too-long", weight: "blocks", span: 15 * 3600 + 60, most: 15 * 3600 }]],
  ])("riders from %s to %s with half an hour before and after", (from, to, expected) => {
    const calendar = aCalendar({ hours: [{ from: timeOfDay(from), to: timeOfDay(to) }] });
    const duties = dutiesOf({ ...SERVICE, calendar }, MONDAY);
    expect(against({}, { duties })).toEqual(expected);
  });

  test("more than 288 hours in a month are told; work of another month is not counted", () => {
    const days = Array.from({ length: 22 }, (_, k) => addDays(MONDAY, -2 - k));
    const otherWork = days.map((date): WorkSpan => {
      const from = at("07:00", date);
      return { driverId: KIMURA, serviceDate: date, from, to: (from + 14 * 3600) as EpochSeconds };
    });
    const inMonth = days.filter((date) => date.slice(0, 7) === MONDAY.slice(0, 7)).length;
    const sum = 7 * 3600 + inMonth * 14 * 3600;
    expect(against({}, { otherWork }).filter(({ kind }) => kind === "month-too-long")).toEqual(
      sum > 288 * 3600 ? [{ kind: "month-too-long", weight: "warns", sum, most: 288 * 3600 }] : [],
    );
    expect(sum).toBeGreaterThan(288 * 3600 - 14 * 3600);
  });

  test("nobody drives two vehicles at once", () => {
    const answer = assign(aCrew(), { dutyId: dutyOn(V2), driverId: TANAKA, at: at("08:00") });
    expect(answer).toMatchObject({
      kind: "refused",
      findings: [
        {
          kind: "two-duties-at-once",
          weight: "blocks",
          otherDutyId: dutyOn(V1),
          from: at("09:00"),
          to: at("15:00"),
        },
      ],
    });
  });
});

describe("who drives", () => {
  const said = (time: string, driverId: DriverId | undefined, vehicleId = V1): Assignment => ({
    dutyId: dutyOn(V1),
    vehicleId,
    at: at(time),
    ...(driverId && { driverId }),
  });
  const stints = (...assignments: readonly Assignment[]) => {
    const crew = aCrew({ assignments });
    return stintsOf(crew.duties[0]!, crew).map(({ driverId, vehicleId, from, to }) => [
      driverId,
      vehicleId,
      (from - at("00:00")) / 3600,
      (to - at("00:00")) / 3600,
    ]);
  };

  test("the driver whose vehicle it is, until somebody says otherwise", () => {
    expect(stints()).toEqual([[TANAKA, V1, 9, 15]]);
    expect(stints(said("08:00", KIMURA))).toEqual([[KIMURA, V1, 9, 15]]);
    expect(stints(said("08:00", undefined))).toEqual([]);
  });

  test("a change in the middle of the duty parts it: driver, then vehicle", () => {
    expect(stints(said("12:00", KIMURA), said("13:00", KIMURA, V2))).toEqual([
      [TANAKA, V1, 9, 12],
      [KIMURA, V1, 12, 13],
      [KIMURA, V2, 13, 15],
    ]);
  });

  test("one who takes over at noon may have driven another vehicle in the morning", () => {
    const crew = aCrew({
      assignments: [{ dutyId: dutyOn(V2), vehicleId: V2, driverId: KIMURA, at: at("08:00") }],
    });
    const takesOver = assign(crew, { dutyId: dutyOn(V1), driverId: KIMURA, at: at("12:00") });
    expect(takesOver).toMatchObject({
      kind: "refused",
      findings: [{ kind: "two-duties-at-once", from: at("12:00"), to: at("15:00") }],
    });
    const freed = [...crew.assignments, { dutyId: dutyOn(V2), vehicleId: V2, at: at("12:00") }];
    expect(
      assign({ ...crew, assignments: freed }, { dutyId: dutyOn(V1), driverId: KIMURA, at: at("12:00") }).kind,
    ).toBe("assigned");
  });

  test("however often the word changes, stints follow one another without overlap inside the duty", () => {
    const seed = 20_261_121;
    const words = fc.array(
      fc.record({ hour: fc.integer({ min: 7, max: 16 }), who: fc.constantFrom(TANAKA, KIMURA, undefined) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, (list) => {
        const assignments = list
          .toSorted((a, b) => a.hour - b.hour)
          .map(({ hour, who }) => said(`${String(hour).padStart(2, "0")}:00`, who));
        const crew = aCrew({ assignments });
        const found = stintsOf(crew.duties[0]!, crew);
        for (const [k, { from, to }] of found.entries()) {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThanOrEqual(found[k - 1]?.to ?? at("09:00"));
          expect(to).toBeLessThanOrEqual(at("15:00"));
        }
        const spans = workOn(crew);
        expect(new Set(spans.map(({ driverId }) => driverId)).size).toBe(spans.length);
      }),
      { seed },
    );
  });

  test("a date as it stands says all that is wrong with it", () => {
    const crew = aCrew({ drivers: [aDriver(TANAKA, { usualVehicle: V1, leftOn: MONDAY })] });
    expect(crewFindings(crew)).toMatchObject([{ kind: "has-left", driverId: TANAKA, dutyId: dutyOn(V1) }]);
  });
});

describe("breaks", () => {
  test("a break parts a duty in two, from its first day on", () => {
    const breaks = [{ from: timeOfDay("12:00"), to: timeOfDay("13:00") }];
    const service = aService({ crew: [{ from: MONDAY, breaks }] });
    const hours = (date: typeof MONDAY) =>
      dutiesOf(service, date).map(({ id, startsAt, endsAt }) => [id, startsAt, endsAt]);
    expect(hours(MONDAY)).toEqual([
      [`${MONDAY}.v1.1`, at("09:00"), at("12:00")],
      [`${MONDAY}.v1.2`, at("13:00"), at("15:00")],
    ]);
    const later = aService({ crew: [{ from: addDays(MONDAY, 1), breaks }] });
    expect(dutiesOf(later, MONDAY)).toHaveLength(1);
  });

  test("a whole day of break leaves no duty", () => {
    const breaks = [{ from: timeOfDay("08:00"), to: timeOfDay("16:00") }];
    expect(dutiesOf(aService({ crew: [{ from: serviceDate("2022-01-01"), breaks }] }), MONDAY)).toEqual([]);
  });
});
