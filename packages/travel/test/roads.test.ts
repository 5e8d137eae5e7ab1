import { expect, test } from "vitest";
import { snap, snapAll, travelTimes } from "../src/index.ts";
import { buildTown, drive, mapOf, town } from "./town.ts";

test("T01 one road: 200 m of a residential street take 36 seconds", () => {
  const drawn = town({ picture: "A-------B", ways: ["A-B"] });
  expect(drive(drawn, "A→B")).toBe("A B 200 m 36 s");
  expect(drive(drawn, "A→A")).toBe("A A 0 m 0 s");
});

// The block around which T02 to T06 drive; every letter is a corner or a dead end.
const block = `
A---B---C
    |   |
    D---E---F`;

test("T02 a one-way street is driven with its arrow, and around the block against it", () => {
  const drawn = town({ picture: block, ways: ["A-B", "B-C oneway=yes", "C-E", "B-D", "D-E-F"] });
  expect(drive(drawn, "A→C")).toBe("A B C 200 m 36 s");
  expect(drive(drawn, "C→A")).toBe("C E D B A 400 m 72 s");
});

test("T03 oneway=-1 points against the way it was drawn", () => {
  const drawn = town({ picture: block, ways: ["A-B", "C-B oneway=-1", "C-E", "B-D", "D-E-F"] });
  expect(drive(drawn, "A→C")).toBe("A B C 200 m 36 s");
  expect(drive(drawn, "C→A")).toBe("C E D B A 400 m 72 s");
});

test.each(["1", "true", "yes"])("T03 oneway=%s is a one-way street", (value) => {
  const drawn = town({ picture: block, ways: ["A-B", `B-C oneway=${value}`, "C-E", "B-D", "D-E-F"] });
  expect(drive(drawn, "C→A")).toBe("C E D B A 400 m 72 s");
});

test("T04 a roundabout is driven in the direction it was drawn, without a one-way tag", () => {
  const picture = `
    A
    |
B---C---D
|       |
E---F---G
    |
    H`;
  const drawn = town({ picture, ways: ["A-C", "C-D-G-F-E-B-C junction=roundabout", "F-H"] });
  expect(drive(drawn, "A→H")).toBe("A C D G F H 500 m 90 s");
  expect(drive(drawn, "H→A")).toBe("H F E B C A 500 m 90 s");
});

test("T05 no_left_turn sends the bus around the block; without the restriction it turns", () => {
  const ways = ["F-E", "E-D", "D-B", "E-C", "C-B", "B-A"];
  const free = town({ picture: block, ways });
  expect(drive(free, "F→C")).toBe("F E C 200 m 36 s");
  const restricted = town({ picture: block, ways, restrictions: ["no_right_turn 1 E 4"] });
  expect(drive(restricted, "F→C")).toBe("F E D B C 400 m 72 s");
  expect(mapOf(restricted).report.turnRestrictions.used).toBe(1);
});

test("T05 a restriction leaves the same turn free to those who come from another street", () => {
  const ways = ["F-E", "E-D", "D-B", "E-C", "C-B", "B-A"];
  const drawn = town({ picture: block, ways, restrictions: ["no_right_turn 1 E 4"] });
  expect(drive(drawn, "D→C")).toMatch(/^D (E|B) C 200 m/);
  expect(drive(drawn, "C→F")).toBe("C E F 200 m 36 s");
});

test("T06 only_straight_on forbids every other turn", () => {
  const ways = ["F-E", "E-D", "D-B", "E-C", "C-B", "B-A"];
  const drawn = town({ picture: block, ways, restrictions: ["only_straight_on 1 E 2"] });
  expect(drive(drawn, "F→C")).toBe("F E D B C 400 m 72 s");
});

test("T06 two only_ restrictions from one street allow both turns and nothing else", () => {
  const picture = `
    G
    |
A---B---C
    |
    D`;
  const ways = ["A-B", "B-C", "B-D", "G-B"];
  const drawn = town({
    picture,
    ways,
    restrictions: ["only_straight_on 1 B 2", "only_right_turn 1 B 3"],
  });
  expect(drive(drawn, "A→C")).toBe("A B C 200 m 36 s");
  expect(drive(drawn, "A→D")).toBe("A B D 200 m 36 s");
  expect(drive(drawn, "A→G")).toMatch(/^A B (C|D) B G 400 m/);
});

test("T07 a private road is no short cut, unless cars are named as allowed", () => {
  const closed = town({ picture: block, ways: ["A-B", "B-C access=private", "C-E", "B-D", "D-E-F"] });
  expect(drive(closed, "A→C")).toBe("A B D E C 400 m 72 s");
  const open = town({
    picture: block,
    ways: ["A-B", "B-C access=private motor_vehicle=yes", "C-E", "B-D", "D-E-F"],
  });
  expect(drive(open, "A→C")).toBe("A B C 200 m 36 s");
});

test("T07 a bollard ends the road for cars, a gate does not", () => {
  const picture = "A---B---C-------X";
  const barred = town({ picture, ways: ["A-B-C-X"], nodeTags: ["C barrier=bollard"] });
  const map = mapOf(barred);
  expect(map.report.coreLengthPermille).toBe(500);
  expect(snap({ map, position: barred.positionOf("X") })).toMatchObject({ error: { meters: 200 } });
  expect(drive(town({ picture, ways: ["A-B-C-X"], nodeTags: ["C barrier=gate"] }), "A→X")).toBe(
    "A B C X 400 m 72 s",
  );
});

test("T08 an island is never snapped to, and who lives on it is told how far the next road is", () => {
  const picture = `
A---B---C-----------D---E
`;
  const drawn = town({ picture, ways: ["A-B-C", "D-E"] });
  const map = mapOf(drawn);
  expect(snap({ map, position: drawn.positionOf("E") })).toEqual({
    ok: false,
    error: {
      kind: "too-far-from-road",
      meters: 400,
      metersMax: 150,
      nearest: drawn.positionOf("C"),
    },
  });
  const { snapped, refused } = snapAll({
    map,
    places: ["A", "D", "E"].map((id) => ({ id, position: drawn.positionOf(id) })),
  });
  expect([...snapped.keys()]).toEqual(["A"]);
  expect(refused.map(({ id, meters }) => `${id} ${meters}`)).toEqual(["D 300", "E 400"]);
  expect(map.report.coreLengthPermille).toBe(666);
});

test("T08 one-way streets without a way back make no map", () => {
  const drawn = town({ picture: "A---B---C", ways: ["A-B oneway=yes", "B-C oneway=yes"] });
  expect(buildTown(drawn)).toEqual({ ok: false, error: { kind: "not-connected", edges: 2 } });
});

test("T08 streets stay connected when the only way on leads out of the map: the bus turns back there", () => {
  const drawn = town({
    picture: "A---B---C---D---E",
    ways: ["A-B", "B-C", "C-D oneway=yes", "D-E oneway=yes"],
  });
  expect(mapOf(drawn).report.coreLengthPermille).toBe(500);
  expect(drive(drawn, "A→C")).toBe("A B C 200 m 36 s");
  expect(drive(drawn, "C→A")).toBe("C B A 200 m 36 s");
});

test("T09 a posted limit slows or speeds a street, and its class speaks where there is none", () => {
  const road = (tags: string) => drive(town({ picture: "A-------B", ways: [`A-B ${tags}`] }), "A→B");
  expect(road("highway=tertiary")).toBe("A B 200 m 26 s");
  expect(road("highway=tertiary maxspeed=30")).toBe("A B 200 m 34 s");
  expect(road("highway=tertiary maxspeed=60")).toBe("A B 200 m 17 s");
  expect(road("highway=tertiary maxspeed=JP:urban")).toBe("A B 200 m 26 s");
});

test("T10 an area cuts the roads; the stretch over its boundary stays", () => {
  const drawn = town({ picture: "A---B---C---D---E", ways: ["A-B-C-D-E"] });
  const west = drawn.positionOf("A").lng - 0.001;
  const middle = (drawn.positionOf("B").lng + drawn.positionOf("C").lng) / 2;
  const area = {
    type: "Polygon",
    coordinates: [
      [
        [west, 33.9],
        [middle, 33.9],
        [middle, 34],
        [west, 34],
        [west, 33.9],
      ],
    ],
  };
  const { report } = mapOf(drawn, area);
  expect(report.bounds.northEast.lng).toBe(drawn.positionOf("C").lng);
  expect(mapOf(drawn).report.bounds.northEast.lng).toBe(drawn.positionOf("E").lng);
});

test("T11 the bus turns back only where the road ends", () => {
  const picture = `
A---B---C
    |
    D`;
  const drawn = town({ picture, ways: ["A-B", "B-C", "B-D"] });
  expect(drive(drawn, "A→C")).toBe("A B C 200 m 36 s");
  const noStraight = town({ picture, ways: ["A-B", "B-C", "B-D"], restrictions: ["no_straight_on 1 B 2"] });
  expect(drive(noStraight, "A→C")).toBe("A B D B C 400 m 72 s");
});

test("T12 a stop in the middle of a street is snapped to the street, not to its corner", () => {
  const drawn = town({ picture: "A-------B", ways: ["A-B"] });
  const map = mapOf(drawn);
  const a = drawn.positionOf("A");
  const quarter = (drawn.positionOf("B").lng - a.lng) / 4;
  const point = snap({ map, position: { lat: a.lat + 0.0005, lng: a.lng + quarter } });
  expect(point).toMatchObject({
    ok: true,
    value: { segment: 0, metersAway: 56, position: { lat: a.lat } },
  });
  expect(point.ok && Math.round(point.value.offsetCentimeters / 100)).toBe(50);
});

test("T13 two streets that cross in their middles are a junction", () => {
  const picture = `
    D
    |
A---B---C
    |
    E`;
  const drawn = town({ picture, ways: ["A-B-C", "D-B-E"] });
  expect(drive(drawn, "A→E")).toBe("A B E 200 m 36 s");
});

test("T14 no_u_turn on a street that runs through forbids turning back, not driving on", () => {
  const picture = `
A---B---C
    |
    D`;
  const drawn = town({ picture, ways: ["A-B-C", "B-D"], restrictions: ["no_u_turn 1 B 1"] });
  expect(drive(drawn, "A→C")).toBe("A B C 200 m 36 s");
  const deadEnd = town({ picture: "A---B---C", ways: ["A-B", "B-C"], restrictions: ["no_u_turn 2 C 2"] });
  expect(mapOf(deadEnd).core[2]).toBe(0); // who drives into B-C could never leave it
});

test("T15 a drive of a metre takes a second, never none", () => {
  const drawn = town({ picture: "A-------B", ways: ["A-B highway=trunk"] });
  const map = mapOf(drawn);
  const { lat, lng } = drawn.positionOf("A");
  const points = [lng + 0.001, lng + 0.00101].map((east) => {
    const point = snap({ map, position: { lat, lng: east } });
    if (!point.ok) throw new Error(JSON.stringify(point.error));
    return point.value;
  });
  const times = travelTimes({ map, points });
  expect([...times.seconds]).toEqual([0, 1, 1, 0]);
  expect([...times.meters]).toEqual([0, 1, 1, 0]);
});
