/**
 * What a map costs: import, decoding, a matrix of 41 places, one position to all of them, the base map. Milliseconds,
 * the best of five; the last line is the matrix against 41 single searches, measured in the same run.
 * Run: `node packages/travel/bench/ube.ts`
 */
import { baseMap, decodeRoadMap, encodeRoadMap, importMap, timesFrom, travelTimes } from "../src/index.ts";
import { pointsOn, ubePbf } from "../test/maps.ts";

const pbf = ubePbf();
const imported = importMap({ pbf });
if (!imported.ok) throw new Error(imported.error.kind);
const map = imported.value;
const encoded = encodeRoadMap(map);
const points = pointsOn(map, 41, 7);

const took = {
  import: best(() => importMap({ pbf })),
  decode: best(() => decodeRoadMap(encoded)),
  "matrix of 41 places": best(() => travelTimes({ map, points })),
  "one position to 41 places": best(() => timesFrom({ map, from: points[0]!, to: points })),
  "base map": best(() => baseMap(map)),
};
for (const [what, ms] of Object.entries(took)) console.log(`${what}: ${ms.toFixed(1)} ms`);
const single = took["one position to 41 places"] * points.length;
console.log(`matrix to 41 single searches: × ${(took["matrix of 41 places"] / single).toFixed(2)}`);

function best(work: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => millisecondsOf(work)));
}

function millisecondsOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
