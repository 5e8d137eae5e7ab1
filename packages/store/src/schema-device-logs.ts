import type { Role } from "@noriai/identity";
import type {
  AccountId,
  DeviceId,
  DeviceLogId,
  DutyId,
  EpochSeconds,
  EventId,
  ServiceDate,
  TenantId,
} from "@noriai/kernel";
import type { GeneratedAlways } from "kysely";
import type { Json } from "./schema.ts";
import type { EntryDetail, KeptDeed, KeptOutcome, Settlement } from "./words/device-logs.ts";

/** The tables of what terminals recorded without a network. */
export interface DeviceLogTables {
  device_logs: {
    tenant_id: TenantId;
    log_id: DeviceLogId;
    taken_in: number;
    last_at: EpochSeconds | null;
  };
  device_entries: {
    tenant_id: TenantId;
    log_id: DeviceLogId;
    entry_no: number;
    recorded: GeneratedAlways<number>;
    service_date: ServiceDate;
    duty_id: DutyId | null;
    event_id: EventId | null;
    event: Json<KeptDeed> | null;
    said_at: EpochSeconds | null;
    moved_by: number;
    outcome: KeptOutcome["kind"];
    detail: Json<EntryDetail> | null;
    received_at: EpochSeconds;
    device_id: DeviceId | null;
    actor_account: AccountId | null;
    role: Role | "system";
  };
  conflict_settlements: {
    tenant_id: TenantId;
    log_id: DeviceLogId;
    entry_no: number;
    settlement: Settlement;
    settled_at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
  };
}
