import type { Branded } from "./branded.ts";

/** A municipality's own slug, as in its address: "ube-demo". */
export type TenantId = Branded<string, "TenantId">;
export type ServiceId = Branded<string, "ServiceId">;
export type StopId = Branded<string, "StopId">;
export type VehicleId = Branded<string, "VehicleId">;
/** One vehicle's stint of work on one service date (乗務). */
export type DutyId = Branded<string, "DutyId">;
export type MemberId = Branded<string, "MemberId">;
export type AccountId = Branded<string, "AccountId">;
export type QuoteId = Branded<string, "QuoteId">;
export type OfferId = Branded<string, "OfferId">;
export type BookingId = Branded<string, "BookingId">;
export type RefusalId = Branded<string, "RefusalId">;
/** A stop of intake (新規予約受付停止), not a stop where one boards. */
export type IntakeStopId = Branded<string, "IntakeStopId">;
export type EventId = Branded<string, "EventId">;

/** Makes a new, never repeated id. The composition root gives it; tests give a counter. */
export type NewId = () => string;
