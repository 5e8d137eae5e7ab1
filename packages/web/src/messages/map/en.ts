import type { MapMessages } from "./ja.ts";

export const en: MapMessages = {
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  showAll: "Show everything",
  noMap: "The map cannot be shown here. Please use the list.",
  loading: "Loading the map…",
  estimate: "Estimate",
  estimateHint: "There are no road data: travel times are estimated from straight distances.",
  noRoads: "There is no road map. Only the places of the stops are shown.",
  stop: (number, name) => `No. ${number} ${name}`,
};
