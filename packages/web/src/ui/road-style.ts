import type { FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";

/** Road classes as the map import names them, from great to small. */
const RANKS: readonly (readonly [
  classes: readonly string[],
  colour: string,
  width: readonly [number, number],
])[] = [
  [["service", "living_street", "unclassified", "residential", "other"], "#ffffff", [0.9, 9]],
  [["tertiary", "ramp"], "#ffffff", [1.6, 13]],
  [["secondary"], "#fff3c9", [2.4, 16]],
  [["primary"], "#ffe8a3", [3, 18]],
  [["trunk", "motorway"], "#ffd694", [4, 20]],
];
const NEAR = 11;
const FAR = 18;
const FONT = ["Noto Sans JP Variable"];

/** A calm style for our own roads: no tiles, no glyph server. Without `roadsUrl` a plain ground. */
export function roadStyle(roadsUrl: string | undefined): StyleSpecification {
  const ground: LayerSpecification = {
    id: "ground",
    type: "background",
    paint: { "background-color": "#e3e6e0" },
  };
  if (roadsUrl === undefined) return { version: 8, sources: {}, layers: [ground] };
  return {
    version: 8,
    sources: { roads: { type: "geojson", data: roadsUrl, tolerance: 0.2 } },
    layers: [ground, ...RANKS.map(casing), ...RANKS.map(surface), names],
  };
}

type Rank = (typeof RANKS)[number];

const casing = ([classes, , [thin, thick]]: Rank, rank: number): LayerSpecification => ({
  id: `casing-${rank}`,
  type: "line",
  source: "roads",
  ...(rank === 0 && { minzoom: 13 }),
  filter: filterOf(classes, rank),
  layout: { "line-cap": "round", "line-join": "round" },
  paint: { "line-color": "#c3c7cb", "line-width": widthFrom(thin + 0.8, thick + 2) },
});

const surface = ([classes, colour, [thin, thick]]: Rank, rank: number): LayerSpecification => ({
  id: `surface-${rank}`,
  type: "line",
  source: "roads",
  filter: filterOf(classes, rank),
  layout: { "line-cap": "round", "line-join": "round" },
  paint: { "line-color": colour, "line-width": widthFrom(thin, thick) },
});

const names: LayerSpecification = {
  id: "names",
  type: "symbol",
  source: "roads",
  minzoom: 12,
  filter: ["has", "name"],
  layout: {
    "symbol-placement": "line",
    "text-field": ["get", "name"],
    "text-font": FONT,
    "text-size": ["interpolate", ["linear"], ["zoom"], 13, 11, 17, 14],
    "symbol-spacing": 320,
    "text-padding": 8,
  },
  paint: { "text-color": "#4d4d4d", "text-halo-color": "#ffffff", "text-halo-width": 1.6 },
};

/** A class that we do not know is drawn as a small road. */
function filterOf(classes: readonly string[], rank: number): FilterSpecification {
  const great = RANKS.slice(1).flatMap(([each]) => [...each]);
  return rank === 0
    ? ["!", ["in", ["get", "class"], ["literal", great]]]
    : ["in", ["get", "class"], ["literal", [...classes]]];
}

const widthFrom = (
  thin: number,
  thick: number,
): ["interpolate", ["exponential", number], ["zoom"], ...number[]] => [
  "interpolate",
  ["exponential", 1.5],
  ["zoom"],
  NEAR,
  thin,
  FAR,
  thick,
];
