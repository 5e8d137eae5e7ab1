import type { DriverId, ServiceDate, VehicleId } from "@noriai/kernel";

/** A driver as the checks know one (乗務員台帳): nothing that identifies the person. */
export interface Driver {
  readonly id: DriverId;
  /** 乗務員番号: what the driver types at a terminal. */
  readonly number: string;
  /** As it was read; absent until somebody has read it. */
  readonly licence?: Licence;
  /** The next health check (健康診断) must be done by then. */
  readonly healthCheckDue?: ServiceDate;
  /** The vehicle that this driver drives when nobody has said otherwise (担当車). */
  readonly usualVehicle?: VehicleId;
  /** The first day on which the person no longer drives here. */
  readonly leftOn?: ServiceDate;
}

/**
 * A driving licence as the reader showed it: class, kind and last day, never its number, never a picture.
 * @see 道路交通法 第84条〜第86条
 */
export interface Licence {
  readonly class: LicenceClass;
  /** 第二種免許: needed to carry passengers for hire. */
  readonly isSecondClass: boolean;
  /** The last day on which it is good. */
  readonly expiresOn: ServiceDate;
  readonly readOn: ServiceDate;
}

/** 普通・準中型・中型・大型. */
export const LICENCE_CLASSES = ["ordinary", "semi-medium", "medium", "large"] as const;
export type LicenceClass = (typeof LICENCE_CLASSES)[number];

/** What a vehicle's papers say (車検). */
export interface VehiclePapers {
  /** The last day of the inspection certificate (自動車検査証の有効期間の満了日). */
  readonly inspectionDue: ServiceDate;
}
