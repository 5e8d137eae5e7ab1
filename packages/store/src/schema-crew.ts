import type { RollCallMethod, RollCallMoment } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type {
  AccountId,
  DeviceId,
  DriverId,
  DutyId,
  EpochSeconds,
  ServiceDate,
  TenantId,
  VehicleId,
  Yen,
} from "@noriai/kernel";
import type { Generated, GeneratedAlways } from "kysely";
import type { DriverPurpose } from "./words/crew.ts";

/** The tables of those who drive and of their terminals. */
export interface CrewTables {
  drivers: DriverRow;
  vehicle_papers: {
    tenant_id: TenantId;
    vehicle_id: VehicleId;
    inspection_due: ServiceDate;
    changed_at: EpochSeconds;
  };
  crew_assignments: Acted & {
    tenant_id: TenantId;
    assignment_id: GeneratedAlways<number>;
    service_date: ServiceDate;
    duty_id: DutyId;
    driver_id: DriverId | null;
    vehicle_id: VehicleId;
    at: EpochSeconds;
  };
  driver_readings: Acted & {
    tenant_id: TenantId;
    reading_id: GeneratedAlways<number>;
    at: EpochSeconds;
    purpose: DriverPurpose;
    driver_id: DriverId;
  };
  devices: DeviceRow;
  roll_calls: Acted & {
    tenant_id: TenantId;
    roll_call_id: string;
    recorded: GeneratedAlways<number>;
    service_date: ServiceDate;
    driver_id: DriverId;
    vehicle_id: VehicleId;
    moment: RollCallMoment;
    method: RollCallMethod;
    at: EpochSeconds;
    record: Uint8Array;
  };
  duty_closings: Acted & {
    tenant_id: TenantId;
    closing_id: string;
    recorded: GeneratedAlways<number>;
    service_date: ServiceDate;
    driver_id: DriverId;
    vehicle_id: VehicleId;
    ended_at: EpochSeconds;
    odometer_start: number;
    odometer_end: number;
    cash_expected: Yen;
    cash_counted: Yen;
    remarks: Uint8Array | null;
  };
}

interface Acted {
  actor_account: AccountId | null;
  role: Role | "system";
}

export interface DriverRow {
  tenant_id: TenantId;
  driver_id: DriverId;
  number: string;
  account_id: AccountId;
  record: Uint8Array;
  usual_vehicle: VehicleId | null;
  left_on: ServiceDate | null;
  pin_hash: string | null;
  pin_failures: Generated<number>;
  pin_locked_at: EpochSeconds | null;
  added_at: EpochSeconds;
  changed_at: EpochSeconds;
}

export interface DeviceRow {
  tenant_id: TenantId;
  device_id: DeviceId;
  label: string;
  record: Uint8Array;
  vehicle_id: VehicleId | null;
  lent_on: ServiceDate | null;
  returned_on: ServiceDate | null;
  code_hash: string | null;
  code_expires_at: EpochSeconds | null;
  token_hash: string | null;
  bound_at: EpochSeconds | null;
  locked_at: EpochSeconds | null;
  last_seen_at: EpochSeconds | null;
  added_at: EpochSeconds;
}
