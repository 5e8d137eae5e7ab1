export type * from "./door.ts";
export { type Database, startDatabase } from "./embedded/start-database.ts";
export { openStore, type StoreOptions } from "./open-store.ts";
export type { StartFault, StartFaultKind } from "./start-fault.ts";
export { AnswerAlreadyRemembered, type BusyReason, EventIdTaken, StoreBusy } from "./store-busy.ts";
