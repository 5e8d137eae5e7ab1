import type { Driver, NewDriver } from "@noriai/api";

/** A driver as it is typed. Empty texts stand for what is left out. */
export interface DriverDraft {
  readonly number: string;
  readonly name: string;
  readonly hasLicence: boolean;
  readonly class: NonNullable<NewDriver["licence"]>["class"];
  readonly isSecondClass: boolean;
  readonly expiresOn: string;
  readonly readOn: string;
  readonly readBy: string;
  readonly healthCheckDue: string;
  readonly usualVehicle: string;
  readonly leftOn: string;
}

export type DriverFault = "fill" | "number";
export type DriverFaults = Partial<Readonly<Record<keyof DriverDraft, DriverFault>>>;

/** What stands in the fields at first: the record, or a new one read today. */
export function draftOf(driver: Driver | undefined, today: string): DriverDraft {
  const licence = driver?.licence;
  return {
    number: driver?.number ?? "",
    name: driver?.name ?? "",
    hasLicence: licence !== undefined,
    class: licence?.class ?? "ordinary",
    isSecondClass: licence?.isSecondClass ?? true,
    expiresOn: licence?.expiresOn ?? "",
    readOn: licence?.readOn ?? today,
    readBy: licence?.readBy ?? "",
    healthCheckDue: driver?.healthCheckDue ?? "",
    usualVehicle: driver?.usualVehicle ?? "",
    leftOn: driver?.leftOn ?? "",
  };
}

/** What has to be mended before it can be sent. */
export function driverFaults({
  number,
  name,
  hasLicence,
  expiresOn,
  readOn,
  readBy,
}: DriverDraft): DriverFaults {
  return {
    ...(!/^\d{1,6}$/.test(plain(number)) && { number: "number" }),
    ...(name.trim() === "" && { name: "fill" }),
    ...(hasLicence && expiresOn === "" && { expiresOn: "fill" }),
    ...(hasLicence && readOn === "" && { readOn: "fill" }),
    ...(hasLicence && readBy.trim() === "" && { readBy: "fill" }),
  };
}

/** The body of the call. Only for a draft without faults. */
export function driverOf(draft: DriverDraft): NewDriver {
  const { healthCheckDue, usualVehicle, leftOn } = draft;
  return {
    number: plain(draft.number),
    name: draft.name.trim(),
    ...(draft.hasLicence && {
      licence: {
        class: draft.class,
        isSecondClass: draft.isSecondClass,
        expiresOn: draft.expiresOn,
        readOn: draft.readOn,
        readBy: draft.readBy.trim(),
      },
    }),
    ...(healthCheckDue !== "" && { healthCheckDue }),
    ...(usualVehicle !== "" && { usualVehicle }),
    ...(leftOn !== "" && { leftOn }),
  };
}

/** Digits may come full width. */
const plain = (text: string): string => text.normalize("NFKC").trim();
