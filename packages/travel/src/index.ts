export { type BaseMap, baseMap } from "./base-map.ts";
export { decodeRoadMap, encodeRoadMap } from "./encode.ts";
export { estimatedTravelTimes } from "./estimate.ts";
export { importMap, OSM_ATTRIBUTION } from "./import-map.ts";
export type { AreaProblem, Damage, LimitedAmount, LooksLike, MapFault } from "./map-fault.ts";
export {
  FREE_FLOW_PROFILE,
  type PaceFault,
  type PaceHours,
  type PaceProfile,
  type PaceStep,
  paceOf,
  parsePaceProfile,
} from "./pace.ts";
export { type DrivenPath, path } from "./path.ts";
export type { MapReport, MapSource, RoadMap } from "./road-map.ts";
export type { RoadPoint } from "./road-point.ts";
export { SNAP_METERS_MAX, snap, type TooFarFromRoad } from "./snap.ts";
export { type SnapReport, snapAll } from "./snap-all.ts";
export {
  FREE_FLOW,
  type Permille,
  type TravelBasis,
  type TravelTimes,
  timesFrom,
  travelTimes,
} from "./travel-times.ts";
export type { IgnoredReason } from "./turn-restriction.ts";
