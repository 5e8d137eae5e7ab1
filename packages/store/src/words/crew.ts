import type {
  AssignAnswer,
  Assignment,
  AssignmentWish,
  Crew,
  Driver,
  Licence,
  RollCall,
  Service,
  VehiclePapers,
} from "@noriai/booking";
import type { AccountId, DriverId, EpochSeconds, ServiceDate, VehicleId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import {
  assignCrew,
  findVehicleOf,
  listAssignments,
  listVehiclesOf,
  loadCrew,
} from "../repositories/crew-assignments.ts";
import {
  addDriver,
  changeDriver,
  findDriverDoor,
  issuePin,
  listDrivers,
  notePinFailure,
  notePinSuccess,
  readDrivers,
  releasePin,
} from "../repositories/drivers.ts";
import { addRollCall, closeDuty, listClosings, listRollCalls } from "../repositories/roll-calls.ts";
import { listVehiclePapers, saveVehiclePapers } from "../repositories/vehicle-papers.ts";

/** Who acts, and when. */
export interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** Drivers, what they drive, and what is recorded of their work. */
export interface CrewWords {
  /** Throws DriverNumberTaken. */
  addDriver(driver: NewDriver, acting: Acting): Promise<DriverRecord>;
  /** Writes the whole record anew; nothing where there is none. Throws DriverNumberTaken. */
  changeDriver(id: DriverId, driver: NewDriver, acting: Acting): Promise<DriverRecord | undefined>;
  /** What the checks may know of them, by number; no names. */
  listDrivers(): Promise<readonly Driver[]>;
  /** With their names; who reads them and why is logged in the same transaction. All, or those named. */
  readDrivers(access: DriverAccess, ids?: readonly DriverId[]): Promise<readonly DriverRecord[]>;

  /** What a terminal's door asks of a driver number. */
  findDriverDoor(
    by: { readonly number: string } | { readonly account: AccountId },
  ): Promise<DriverDoor | undefined>;
  issuePin(id: DriverId, pinHash: string, acting: Acting): Promise<boolean>;
  /** Counts a wrong PIN; the one that reaches `most` locks. @returns whether it is locked now */
  notePinFailure(id: DriverId, most: number, now: EpochSeconds): Promise<boolean>;
  notePinSuccess(id: DriverId): Promise<void>;
  releasePin(id: DriverId, acting: Acting): Promise<boolean>;

  listVehiclePapers(): Promise<ReadonlyMap<VehicleId, VehiclePapers>>;
  saveVehiclePapers(vehicle: VehicleId, papers: VehiclePapers, acting: Acting): Promise<void>;

  /** Everything that `assign` looks at. */
  loadCrew(service: Service, serviceDate: ServiceDate): Promise<Crew>;
  /**
   * Puts a driver to a duty, or a vehicle in the place of another, as `assign` decides; one after the other. Every
   * open page is told.
   */
  assignCrew(
    service: Service,
    wish: AssignmentWish & { readonly serviceDate: ServiceDate },
    acting: Acting,
  ): Promise<AssignAnswer>;
  /** What a driver drives now, next, or drove last on the day of `now`; nothing when not put to any duty. */
  findVehicleOf(service: Service, driver: DriverId, now: EpochSeconds): Promise<VehicleId | undefined>;
  /** Every vehicle that a driver had at some time of the date, whatever was said of it since. */
  listVehiclesOf(
    service: Service,
    driver: DriverId,
    serviceDate: ServiceDate,
  ): Promise<ReadonlySet<VehicleId>>;
  /** Of a date, in the order in which they were said. */
  listAssignments(serviceDate: ServiceDate): Promise<readonly Assignment[]>;

  addRollCall(call: NewRollCall, acting: Acting): Promise<RollCallRecord>;
  /** By date and in the order in which they were made. */
  listRollCalls(range: DateSpan): Promise<readonly RollCallRecord[]>;
  closeDuty(closing: NewClosing, acting: Acting): Promise<void>;
  /** By date and in the order in which they were made; the last of a driver and date counts. */
  listClosings(range: DateSpan): Promise<readonly DutyClosing[]>;
}

export interface DateSpan {
  readonly from: ServiceDate;
  readonly to: ServiceDate;
}

/** A driver as the operator writes one down. */
export interface NewDriver extends Omit<Driver, "id" | "licence"> {
  readonly name: string;
  /** Read from the licence by a reader; `readBy` says who did. */
  readonly licence?: Licence & { readonly readBy?: string };
  /** The account that already is this driver; one is made where there is none. */
  readonly account?: AccountId;
}

export interface DriverRecord extends Driver, NewDriver {
  readonly licence?: Licence & { readonly readBy?: string };
  readonly account: AccountId;
  readonly pin: "none" | "set" | "locked";
}

export interface DriverDoor {
  readonly id: DriverId;
  readonly account: AccountId;
  readonly pinHash?: string;
  readonly isLocked: boolean;
  readonly leftOn?: ServiceDate;
  readonly usualVehicle?: VehicleId;
}

/** Why a driver's record is read. */
export type DriverPurpose = "roster" | "duty" | "roll-call" | "duty-record" | "driving";
export interface DriverAccess extends Acting {
  readonly purpose: DriverPurpose;
}

/** A roll call with what was said at it; the texts are sealed at rest. */
export interface NewRollCall extends RollCall {
  /** Which detector, by its number on the case. */
  readonly detector: string;
  readonly health: string;
  readonly instructions: string;
  readonly remarks: string;
}
export interface RollCallRecord extends NewRollCall {
  readonly id: string;
  readonly by: Actor;
}

/** The end of a driver's work of a date. */
export interface NewClosing {
  readonly serviceDate: ServiceDate;
  readonly driverId: DriverId;
  readonly vehicleId: VehicleId;
  readonly endedAt: EpochSeconds;
  /** Kilometres as the vehicle shows them. */
  readonly odometerStart: number;
  readonly odometerEnd: number;
  /** Yen. */
  readonly cashExpected: number;
  readonly cashCounted: number;
  readonly remarks: string;
}
export type DutyClosing = NewClosing;

export type CrewAuditEvent =
  | "driver-added"
  | "driver-changed"
  | "driver-pin-issued"
  | "driver-pin-locked"
  | "driver-pin-released"
  | "vehicle-papers-saved"
  | "duty-assigned"
  | "roll-call-made"
  | "duty-closed"
  | "crew-exported"
  | "device-added"
  | "device-changed"
  | "device-code-issued"
  | "device-bound"
  | "device-signed-out"
  | "device-locked"
  | "device-unlocked";

/** The words of those who drive, spoken to one open transaction. */
export const crewWords = (context: Context): CrewWords => ({
  addDriver: (driver, acting) => addDriver(context, driver, acting),
  changeDriver: (id, driver, acting) => changeDriver(context, { id, driver }, acting),
  listDrivers: () => listDrivers(context),
  readDrivers: (access, ids) => readDrivers(context, access, ids),
  findDriverDoor: (by) => findDriverDoor(context, by),
  issuePin: (id, pinHash, acting) => issuePin(context, { id, pinHash }, acting),
  notePinFailure: (id, most, now) => notePinFailure(context, { id, most }, now),
  notePinSuccess: (id) => notePinSuccess(context, id),
  releasePin: (id, acting) => releasePin(context, id, acting),
  listVehiclePapers: () => listVehiclePapers(context),
  saveVehiclePapers: (vehicle, papers, acting) => saveVehiclePapers(context, { vehicle, papers }, acting),
  loadCrew: (service, serviceDate) => loadCrew(context, service, serviceDate),
  assignCrew: (service, wish, acting) => assignCrew(context, { service, wish }, acting),
  findVehicleOf: (service, driver, now) => findVehicleOf(context, { service, driver }, now),
  listVehiclesOf: (service, driver, date) => listVehiclesOf(context, { service, driver }, date),
  listAssignments: (serviceDate) => listAssignments(context, { from: serviceDate, to: serviceDate }),
  addRollCall: (call, acting) => addRollCall(context, call, acting),
  listRollCalls: (range) => listRollCalls(context, range),
  closeDuty: (closing, acting) => closeDuty(context, closing, acting),
  listClosings: (range) => listClosings(context, range),
});
