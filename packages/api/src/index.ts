export { type LiveEvent, liveEvent } from "./live.ts";
export { type Problem, problem } from "./problem.ts";
export type { Access, Media, Route } from "./route.ts";
export { ROUTES, type RouteName, type Routes } from "./routes.ts";
export type * from "./types.ts";
