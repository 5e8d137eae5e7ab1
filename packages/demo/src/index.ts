export { buildDemoTown, buildDemoTowns } from "./build-demo-towns.ts";
export type { DemoCrew, DemoDriver } from "./crew.ts";
export type { DemoAccount, DemoMember, DemoTown } from "./demo-town.ts";
export { readTownPoints, readTowns, type TownPoint } from "./towns.ts";
