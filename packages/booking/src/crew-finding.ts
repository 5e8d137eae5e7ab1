import type { DriverId, DutyId, EpochSeconds, Seconds, ServiceDate, VehicleId } from "@noriai/kernel";
import type { LicenceClass } from "./driver.ts";

/** What speaks against a driver at a vehicle on a day: the rule and by how much. */
export type CrewFinding = CrewFindingHead & CrewFault;

export interface CrewFindingHead {
  /** `blocks`: must not be; `warns`: may be, and somebody should know. */
  readonly weight: "blocks" | "warns";
  readonly driverId: DriverId;
  readonly dutyId: DutyId;
}

export type CrewFault =
  /** 乗務員台帳: nobody has read the licence yet. */
  | { readonly kind: "licence-not-read" }
  | { readonly kind: "licence-expired"; readonly expiredOn: ServiceDate; readonly daysOver: number }
  | { readonly kind: "licence-expires-soon"; readonly expiresOn: ServiceDate; readonly daysLeft: number }
  /** 道路交通法 第86条 */
  | { readonly kind: "second-class-needed"; readonly has: LicenceClass }
  /** 道路交通法 第85条 */
  | {
      readonly kind: "licence-too-small";
      readonly has: LicenceClass;
      readonly persons: number;
      readonly personsMax: number;
    }
  /** 労働安全衛生規則 第44条 */
  | { readonly kind: "health-check-overdue"; readonly dueOn: ServiceDate; readonly daysOver: number }
  /** 道路運送車両法 第58条 */
  | {
      readonly kind: "inspection-overdue";
      readonly vehicleId: VehicleId;
      readonly dueOn: ServiceDate;
      readonly daysOver: number;
    }
  | { readonly kind: "has-left"; readonly leftOn: ServiceDate }
  /** 改善基準告示 第2条: between the work of two days. */
  | {
      readonly kind: "rest-too-short";
      readonly rest: Seconds;
      readonly least: Seconds;
      /** The other day's work. */
      readonly otherDate: ServiceDate;
    }
  | { readonly kind: "span-too-long"; readonly span: Seconds; readonly most: Seconds }
  | { readonly kind: "month-too-long"; readonly sum: Seconds; readonly most: Seconds }
  | {
      readonly kind: "two-duties-at-once";
      readonly otherDutyId: DutyId;
      readonly from: EpochSeconds;
      readonly to: EpochSeconds;
    };
