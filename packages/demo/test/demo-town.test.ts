import { readFileSync } from "node:fs";
import { addDays, greatCircleMeters, serviceDate, weekdayOf } from "@noriai/kernel";
import { importMap, snapAll, travelTimes } from "@noriai/travel";
import { describe, expect, test } from "vitest";
import { buildDemoTown, buildDemoTowns, readTownPoints, readTowns } from "../src/index.ts";

const TODAY = serviceDate("2026-11-21");
const { service, members, accounts, mapFile } = buildDemoTown({ today: TODAY });

describe("stops of 宇部市（デモ）", () => {
  const map = importMap({ pbf: readFileSync(mapFile!) });
  if (!map.ok) throw new Error(map.error.kind);

  test("[SAP-3.1-4] forty stops, numbered from 1, each with a reading in hiragana and guidance", () => {
    expect(service.stops.map((stop) => stop.number)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(new Set(service.stops.map((stop) => stop.id)).size).toBe(40);
    expect(new Set(service.stops.map((stop) => stop.name)).size).toBe(40);
    for (const stop of service.stops) {
      expect(stop.kana, stop.name).toMatch(/^[ぁ-んー]+$/);
      expect(stop.guidance, stop.name).toMatch(/お待ちください。$/);
    }
  });

  test("every stop and the depot lie within 150 m of a road", () => {
    const places = [
      ...service.stops,
      ...service.vehicles.map(({ depot }) => ({ id: depot.name, position: depot.position })),
    ];
    const report = snapAll<string>({ map: map.value, places });
    expect(report.refused).toEqual([]);
    expect(report.snapped.size).toBe(41);
  });

  test("the stops are spread: no two closer than 200 m, and they span the map", () => {
    const { stops } = service;
    for (const a of stops)
      for (const b of stops)
        if (a.id !== b.id)
          expect(greatCircleMeters(a.position, b.position), `${a.name} – ${b.name}`).toBeGreaterThan(200);
    const lats = stops.map((stop) => stop.position.lat);
    const lngs = stops.map((stop) => stop.position.lng);
    expect(Math.max(...lats) - Math.min(...lats)).toBeGreaterThan(0.04);
    expect(Math.max(...lngs) - Math.min(...lngs)).toBeGreaterThan(0.08);
  });

  test("every stop can be driven to from every other within half an hour", () => {
    const { snapped } = snapAll({ map: map.value, places: service.stops });
    const times = travelTimes({ map: map.value, points: [...snapped.values()] });
    expect(Math.max(...times.seconds)).toBeLessThan(1800);
    expect(Math.min(...times.seconds.filter((_, i) => i % 41 !== 0))).toBeGreaterThan(0);
  });

  test("[SAP-3.1-2] every stop lies in the service area, and the sea and the next town do not", () => {
    for (const stop of service.stops) expect(isInside(stop.position), stop.name).toBe(true);
    expect(isInside({ lat: 33.92, lng: 131.24 })).toBe(false);
    expect(isInside({ lat: 34.05, lng: 131.25 })).toBe(false);
  });

  const isInside = ({ lat, lng }: { lat: number; lng: number }): boolean => {
    const ring = service.area![0]!;
    let inside = false;
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!;
      const [x2, y2] = ring[i]!;
      if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
    return inside;
  };
});

describe("rules of 宇部市（デモ）", () => {
  test("[SAP-3.1-6] one vehicle of eight seats", () => {
    expect(service.vehicles.map((vehicle) => vehicle.seats)).toEqual([8]);
  });

  test("[SAP-3.1-3] the fares are 350, 150, 150, 150 and 0 yen", () => {
    expect(service.fareTables.map((table) => table.yen)).toEqual([
      { general: 350, senior: 150, disabled: 150, child: 150, infant: 0 },
    ]);
  });

  test("the service runs around any day: bookable a week ahead, New Year suspended in each of its years", () => {
    for (const day of ["2024-02-29", "2026-03-31", "2026-04-01", "2026-11-21", "2031-12-31"]) {
      const today = serviceDate(day);
      const around = buildDemoTown({ today }).service;
      expect(around.servicePeriod.from <= today, day).toBe(true);
      expect(around.servicePeriod.to > addDays(today, 360), day).toBe(true);
      expect(around.receptionPeriod.from <= addDays(around.servicePeriod.from, -7), day).toBe(true);
      for (let date = around.servicePeriod.from; date <= around.servicePeriod.to; date = addDays(date, 1)) {
        const isSuspended = around.calendar.suspensions.some(({ from, to }) => from <= date && date <= to);
        expect(isSuspended, date).toBe(date.slice(5) >= "12-29" || date.slice(5) <= "01-03");
      }
    }
  });

  test("each stop-pair rule names two of its stops", () => {
    const ids = new Set(service.stops.map((stop) => stop.id));
    for (const rule of service.stopPairRules)
      expect([rule.from, rule.to].every((id) => ids.has(id))).toBe(true);
    expect(service.stopPairRules).not.toEqual([]);
  });
});

describe("places of 宇部市（デモ）", () => {
  test("each has its point within Ube, and every stop says how it is found, in winter too", () => {
    const points = readTownPoints();
    expect(points.length).toBeGreaterThan(250);
    for (const { name, lat, lng } of points) {
      expect([Math.round(lat), Math.round(lng)], name).toEqual([34, 131]);
    }
    for (const { name, sign } of service.stops) expect(sign?.side && sign.winter, name).toBeTruthy();
  });
});

describe("people of 宇部市（デモ）", () => {
  test("thirty members, each with a phone number that cannot exist and a town that does", () => {
    const towns = new Set(readTowns());
    expect(members).toHaveLength(30);
    for (const member of members) {
      expect(member.phone).toMatch(/^0836-00-\d{4}$/);
      expect(towns, member.name).toContain(member.town);
      expect(member.kana).toMatch(/^[ぁ-んー]+ [ぁ-んー]+$/);
    }
    expect(new Set(members.map((member) => member.memberNo)).size).toBe(30);
    expect(new Set(members.map((member) => member.phone)).size).toBe(30);
  });

  test("there are members of every age that the fare table names, at any date", () => {
    for (const day of ["2024-02-29", "2026-03-31", "2026-11-21"]) {
      const today = serviceDate(day);
      const ages = buildDemoTown({ today }).members.map(({ birthDate }) => ageOn(birthDate, day));
      expect(ages.some((age) => age >= 70)).toBe(true);
      expect(ages.some((age) => age >= 20 && age < 65)).toBe(true);
      expect(ages.some((age) => age >= 7 && age < 12)).toBe(true);
      expect(ages.some((age) => age < 6)).toBe(true);
      expect(ages.every((age) => age >= 0)).toBe(true);
    }
    expect(members.some((member) => member.disability)).toBe(true);
  });

  test("one account for each role and for every member; the driver drives a vehicle", () => {
    expect([...new Set(accounts.map((account) => account.role))].toSorted()).toEqual(
      ["auditor", "call_operator", "driver", "municipality", "rider", "transport_operator"].toSorted(),
    );
    const riders = accounts.filter((account) => account.role === "rider");
    expect(riders.map(({ memberNo }) => memberNo)).toEqual(members.map(({ memberNo }) => memberNo));
    expect(accounts).toHaveLength(members.length + 5);
    const rider = accounts.find((account) => account.role === "rider")!;
    const member = members.find((one) => one.memberNo === rider.memberNo)!;
    expect(member.name).toBe(rider.displayName);
    expect(accounts.find((account) => account.role === "driver")!.vehicleId).toBe(service.vehicles[0]!.id);
  });

  const ageOn = (birthDate: string, day: string): number =>
    Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
});

test("となり町（デモ） has no map, and shares no tenant with its neighbour", () => {
  const [ube, neighbour] = buildDemoTowns({ today: TODAY });
  expect(neighbour!.mapFile).toBeUndefined();
  expect(neighbour!.tenant.id).not.toBe(ube!.tenant.id);
  expect(neighbour!.service.stops).toHaveLength(5);
  expect(neighbour!.accounts.find((one) => one.role === "rider")!.displayName).toBe(
    neighbour!.members[0]!.name,
  );
});

test("the same day gives the same town", () => {
  expect(buildDemoTowns({ today: TODAY })).toEqual(buildDemoTowns({ today: TODAY }));
  expect(weekdayOf(TODAY)).toBe(6);
});
