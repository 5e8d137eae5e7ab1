import type { StopRecordKind, StopTaskState, StopTaskStep, StopTrouble } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type {
  AccountId,
  BookingId,
  EpochSeconds,
  ServiceDate,
  StopId,
  StopTaskId,
  TenantId,
  VehicleId,
} from "@noriai/kernel";
import type { Generated, GeneratedAlways } from "kysely";

/** The tables of the care for stops, of open returns and of the town's points. */
export interface StopTables {
  stop_tasks: {
    tenant_id: TenantId;
    task_id: StopTaskId;
    recorded: GeneratedAlways<number>;
    stop_id: StopId;
    trouble: StopTrouble;
    state: StopTaskState;
    changed_at: EpochSeconds;
  };
  stop_task_steps: {
    tenant_id: TenantId;
    step_id: string;
    task_id: StopTaskId;
    recorded: GeneratedAlways<number>;
    step: StopTaskStep | "report";
    at: EpochSeconds;
    noted_at: EpochSeconds;
    words: Uint8Array | null;
    vehicle_id: VehicleId | null;
    actor_account: AccountId | null;
    role: Role | "system";
  };
  stop_records: {
    tenant_id: TenantId;
    record_id: string;
    recorded: GeneratedAlways<number>;
    stop_id: StopId;
    kind: StopRecordKind;
    on_date: ServiceDate;
    words: Uint8Array | null;
    noted_at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
  };
  stop_photos: {
    tenant_id: TenantId;
    stop_id: StopId;
    taken_on: ServiceDate;
    picture: Uint8Array;
    saved_at: EpochSeconds;
  };
  open_returns: {
    tenant_id: TenantId;
    booking_id: BookingId;
    wished_at: EpochSeconds;
    dropped_at: Generated<EpochSeconds | null>;
  };
  address_points: { tenant_id: TenantId; name: string; folded: string; lat: number; lng: number };
}
