import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { ENGLISH, JAPANESE } from "../src/index.ts";
import { noriai } from "./terminal.ts";

const UBE = fileURLToPath(new URL("../../demo/data/ube-roads.osm.pbf", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "noriai cli "));
afterAll(() => rmSync(folder, { recursive: true }));

describe("noriai map import", () => {
  test("reports what is in a sound map: ways, kilometres, connected share, restrictions, attribution", async () => {
    const { code, out, err } = await noriai(["map", "import", UBE]);
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toContain("11584 ways for cars, 798 km");
    expect(out).toContain("99.8 % of the length");
    expect(out).toContain("0 turn restrictions kept");
    expect(out).toContain("the map knows no one-way streets");
    expect(out).toContain("© OpenStreetMap contributors");
    expect(out).toContain("Nothing was saved");
  });

  test("cuts the roads to the area of a GeoJSON file", async () => {
    const area = fileOf("area.geojson", JSON.stringify(square({ lng: 131.25, lat: 33.95, degrees: 0.02 })));
    const { code, out } = await noriai(["map", "import", UBE, "--area", area]);
    expect(code).toBe(0);
    const [, ways] = /(\d+) ways for cars/.exec(out) ?? [];
    expect(Number(ways)).toBeGreaterThan(100);
    expect(Number(ways)).toBeLessThan(3000);
  });

  test("a damaged map ends with one sentence that says where and what to do, in Japanese too", async () => {
    const bytes = readFileSync(UBE);
    bytes.fill(0x55, 150_000, 150_200);
    const damaged = fileOf("damaged.osm.pbf", bytes);
    const english = await noriai(["map", "import", damaged]);
    expect(english.code).toBe(1);
    expect(english.err.split("\n")).toHaveLength(1);
    expect(english.err).toMatch(/damaged at byte \d+ .*: download it again\.$/);
    const japanese = await noriai(["map", "import", damaged], { texts: JAPANESE });
    expect(japanese.err).toMatch(/バイト目で壊れています.*もう一度入手してください。$/);
  });

  test("every kind of bad input ends with one sentence, an exit code and no stack trace", async () => {
    const far = JSON.stringify(square({ lng: 10, lat: 50, degrees: 1 }));
    const cases: [string[], RegExp][] = [
      [[join(folder, "nowhere.pbf")], /^There is no file/],
      [[folder], /is not a file/],
      [[fileOf("empty.pbf", "")], /looks like an empty file/],
      [[fileOf("page.pbf", "<!doctype html><p>404")], /looks like XML or a web page/],
      [[fileOf("half.pbf", readFileSync(UBE).subarray(0, 200_000))], /ends too early/],
      [[UBE, "--area", join(folder, "nowhere.geojson")], /^There is no file/],
      [[UBE, "--area", fileOf("text.geojson", "not json")], /is not JSON/],
      [[UBE, "--area", fileOf("binary.geojson", Uint8Array.of(0xff, 0xfe, 0))], /is not JSON/],
      [[UBE, "--area", fileOf("null.geojson", "null")], /not a GeoJSON polygon/],
      [
        [UBE, "--area", fileOf("point.geojson", `{"type":"Point","coordinates":[131,33]}`)],
        /no polygon in it/,
      ],
      [[UBE, "--area", fileOf("far.geojson", far)], /No road lies inside the area/],
    ];
    for (const [words, sentence] of cases) {
      const { code, err, out } = await noriai(["map", "import", ...words]);
      expect(err, words.join(" ")).toMatch(sentence);
      expect(err.split("\n")).toHaveLength(1);
      expect(code).toBe(1);
      expect(out).toBe("");
    }
  });
});

describe("the command line", () => {
  test("without words it explains itself, in either language", async () => {
    expect(await noriai([])).toMatchObject({ code: 0, out: ENGLISH.usage });
    expect(await noriai(["map", "--help"], { texts: JAPANESE })).toMatchObject({
      code: 0,
      out: JAPANESE.usage,
    });
  });

  test("words that make no sense are named, and the usage follows", async () => {
    const cases: [string[], RegExp][] = [
      [["mop"], /^There is no command “mop”/],
      [["map", "export", "x"], /^There is no command “map export”/],
      [["constructor"], /^There is no command “constructor”/],
      [["map", "import"], /^FILE is missing/],
      [["map", "import", "a", "b"], /^“b” is one word too many/],
      [["map", "import", "a", "--color", "red"], /^There is no option --color/],
      [["map", "import", "a", "--area"], /^--area needs a value/],
      [["map", "import", "a", "--area="], /^--area needs a value/],
      [["map", "import", "a", "--area", "b", "--area", "c"], /^--area is given twice/],
      [["map", "import", "a", "--__proto__", "b"], /^There is no option --__proto__/],
    ];
    for (const [words, sentence] of cases) {
      const { code, err } = await noriai(words);
      expect(err, words.join(" ")).toMatch(sentence);
      expect(err).toContain("map import FILE");
      expect(code).toBe(2);
    }
  });
});

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

function square({ lng, lat, degrees }: { lng: number; lat: number; degrees: number }): object {
  const ring = [
    [lng, lat],
    [lng + degrees, lat],
    [lng + degrees, lat + degrees],
    [lng, lat + degrees],
    [lng, lat],
  ];
  return { type: "Polygon", coordinates: [ring] };
}
