import type { DutySheet } from "@noriai/api";
import { createContext, type ReactNode, use } from "react";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { useOnDuty } from "./on-duty.ts";
import type { Point } from "./road-line.ts";
import { useTerminalReport } from "./terminal-report.ts";
import { type OwnPosition, useVehiclePosition } from "./vehicle-position.ts";
import { useWakeLock } from "./wake-lock.ts";

/** What the terminal knows of its vehicle and of itself. */
export interface OwnVehicle extends OwnPosition {
  /** The road of the remaining stops, in driving order. */
  readonly path: readonly Point[];
  readonly isKeptAwake: boolean;
  /** Per cent, where it is low and nothing charges it. */
  readonly lowBattery: number | undefined;
  readonly isStorageLow: boolean;
}

const OwnVehicleContext = createContext<OwnVehicle | undefined>(undefined);

export function useOwnVehicle(): OwnVehicle {
  const vehicle = use(OwnVehicleContext);
  if (vehicle === undefined) throw new Error("no OwnVehicleProvider above");
  return vehicle;
}

/** Follows the vehicle, tells of it while on duty and keeps the screen on meanwhile. */
export function OwnVehicleProvider({
  sheet,
  unsent,
  children,
}: {
  sheet: DutySheet;
  /** How many records wait on the terminal. */
  unsent: number;
  children: ReactNode;
}) {
  const { tenant } = useTenancy();
  const { data: line } = useRead("getMyDutyLine", { params: { tenant } });
  const path = line?.coordinates ?? NO_PATH;
  const own = useVehiclePosition(sheet, path);
  const onDuty = useOnDuty(sheet);
  const isKeptAwake = useWakeLock(onDuty);
  const health = useTerminalReport({ enabled: onDuty, unsent, position: own.state, isKeptAwake });
  return <OwnVehicleContext value={{ ...own, ...health, path, isKeptAwake }}>{children}</OwnVehicleContext>;
}

const NO_PATH: readonly Point[] = [];
