export { type AccountFault, addAccount, type NewAccount } from "./add-account.ts";
export { type Bindings, createServer, type Server } from "./create-server.ts";
export {
  type ClockCommand,
  type ClockFault,
  createDemoClock,
  type DemoClock,
  type DemoClockState,
  demoStart,
  firstState,
} from "./demo-clock.ts";
export { createDemoTowns, fillDemoTown } from "./demo-data.ts";
export { engineVersion } from "./engine-version.ts";
export { openApi } from "./http/openapi.ts";
export { type Listening, listen } from "./listen.ts";
export { jsonLog, type Log } from "./log.ts";
export { type House, openHouse } from "./open-house.ts";
export type { Mode, ServerWorld } from "./server-world.ts";
export { parseSettings, type Settings, type SettingsFault } from "./settings.ts";
export { START_FAULTS_JA } from "./start-faults.ts";
export { buildTown, type Town } from "./town.ts";
export { realSources, type Sources } from "./world.ts";
