import { useEffect, useRef, useState } from "react";
import { useReadNow } from "../clock.tsx";
import { call } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { type DeviceHealth, readDevice } from "./device-health.ts";
import { instantText } from "./instant-text.ts";
import type { PositionState } from "./vehicle-position.ts";

const EVERY_MS = 60_000;
const BATTERY_LOW = 20;
const STORAGE_LOW_MB = 50;

interface Told {
  readonly enabled: boolean;
  readonly unsent: number;
  readonly position: PositionState;
  readonly isKeptAwake: boolean;
}

/**
 * Tells the control room every minute on duty how the terminal is, and at once when the position is refused or the screen
 * may go dark. 仕様書 5-(3)-③
 *
 * @returns what the driver should mend before it fails
 */
export function useTerminalReport(told: Told): {
  readonly lowBattery: number | undefined;
  readonly isStorageLow: boolean;
} {
  const { tenant } = useTenancy();
  const readNow = useReadNow();
  const [device, setDevice] = useState<DeviceHealth>();
  const latest = useRef(told);
  latest.current = told;
  const { enabled, isKeptAwake } = told;
  const isRefused = told.position === "denied";
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew when one of these turns
  useEffect(() => {
    if (!enabled) return;
    const report = async () => {
      const health = await readDevice();
      setDevice(health);
      const { unsent, position, isKeptAwake } = latest.current;
      const body = {
        ...health,
        ...{ unsent, isKeptAwake, position: position === "off" ? "waiting" : position },
        at: instantText(readNow()),
      } as const;
      void call("reportTerminalState", { params: { tenant }, body });
    };
    void report();
    const timer = setInterval(() => void report(), EVERY_MS);
    return () => clearInterval(timer);
  }, [enabled, tenant, readNow, isKeptAwake, isRefused]);
  const { battery = null, isCharging = null, storageFree = null } = device ?? {};
  const isBatteryLow = battery !== null && battery <= BATTERY_LOW && isCharging !== true;
  return {
    lowBattery: isBatteryLow ? battery : undefined,
    isStorageLow: storageFree !== null && storageFree < STORAGE_LOW_MB,
  };
}
