import { expect, test } from "vitest";
import { baseMap } from "../src/index.ts";
import { simplifyLine } from "../src/simplify-line.ts";
import { mapOf, town } from "./town.ts";

const drawnLines = (picture: string, ways: readonly string[]) => {
  const drawn = town({ picture, ways });
  const letters = new Map(
    [...drawn.osm.nodes].map(([id, { latE7, lngE7 }]) => [
      `${(lngE7 / 1e7).toFixed(5)} ${(latE7 / 1e7).toFixed(5)}`,
      String.fromCharCode(id),
    ]),
  );
  return baseMap(mapOf(drawn)).features.map(({ properties, geometry }) => {
    const lines = geometry.coordinates.map((line) =>
      line.map(([lng, lat]) => letters.get(`${lng!.toFixed(5)} ${lat!.toFixed(5)}`)).join(""),
    );
    return `${properties.class} ${properties.name ?? "(no name)"}: ${lines.join(" ")}`;
  });
};

test("pieces of one street are joined and straightened, whatever direction they were drawn in", () => {
  const picture = `
A---B---C---D
            |
            E`;
  const ways = ["A-B name=常盤通り", "C-B name=常盤通り", "C-D name=常盤通り", "E-D name=常盤通り"];
  expect(drawnLines(picture, ways)).toEqual(["residential 常盤通り: ADE"]);
});

test("great roads come first, and streets of other names or classes stay apart", () => {
  const picture = `
A---B---C
    |
    D`;
  const ways = ["A-B", "B-C highway=trunk name=国道190号", "B-D name=中通り"];
  expect(drawnLines(picture, ways)).toEqual([
    "trunk 国道190号: BC",
    "residential (no name): AB",
    "residential 中通り: BD",
  ]);
});

test("where three pieces of a street meet, each is drawn once", () => {
  const picture = `
A---B---C
    |
    D`;
  expect(drawnLines(picture, ["A-B", "B-C", "B-D"])).toEqual(["residential (no name): AB BC BD"]);
});

test("a loop is drawn once around", () => {
  const picture = `
A---B---C
    |   |
    E---D`;
  expect(drawnLines(picture, ["A-B", "B-C-D-E-B name=環状線"])).toEqual([
    "residential (no name): AB",
    "residential 環状線: BCDEB",
  ]);
});

test("a stub too short to be seen is not drawn, and leaves no empty feature", () => {
  const drawn = town({ picture: "A---B", ways: ["A-B", "B-C name=短い道"] });
  const b = drawn.osm.nodes.get("B".charCodeAt(0))!;
  const nodes = new Map([...drawn.osm.nodes, ["C".charCodeAt(0), { ...b, lngE7: b.lngE7 + 1 }]]);
  const features = baseMap(mapOf({ ...drawn, osm: { ...drawn.osm, nodes } })).features;
  expect(features.map(({ properties }) => properties.name)).toEqual([undefined]);
});

test("a line keeps the places that stand out by more than the tolerance, and its ends", () => {
  const meter = 1 / 111_195;
  const bent = [
    [0, 0],
    [10 * meter, 1 * meter],
    [20 * meter, 5 * meter],
    [30 * meter, 0],
  ] as const;
  expect(simplifyLine(bent, 2)).toEqual([bent[0], bent[2], bent[3]]);
  expect(simplifyLine(bent, 6)).toEqual([bent[0], bent[3]]);
});
