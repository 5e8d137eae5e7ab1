import type { TerminalReport } from "@noriai/api";

/** What a browser tells of the device it runs on; null: it does not. */
export type DeviceHealth = Pick<TerminalReport, "battery" | "isCharging" | "storageFree" | "signal">;

/** Asks the browser how the device is. */
export async function readDevice(): Promise<DeviceHealth> {
  const device = navigator as Navigator & DeviceWords;
  const battery = await device.getBattery?.().catch(() => undefined);
  const storage = await navigator.storage?.estimate?.().catch(() => undefined);
  return {
    battery: battery === undefined ? null : Math.round(battery.level * 100),
    isCharging: battery?.charging ?? null,
    storageFree: freeMegabytes(storage),
    signal: signalOf(device.connection?.effectiveType),
  };
}

/** What not every browser knows. */
interface DeviceWords {
  readonly getBattery?: () => Promise<{ readonly level: number; readonly charging: boolean }>;
  readonly connection?: { readonly effectiveType?: string };
}

const MEGABYTE = 1024 * 1024;

/** Room that the browser may still use. */
export function freeMegabytes({ quota, usage }: StorageEstimate = {}): number | null {
  if (quota === undefined) return null;
  return Math.max(0, Math.floor((quota - (usage ?? 0)) / MEGABYTE));
}

/** A line as slow as second generation carries records late. Unknown kinds are not guessed at. */
export function signalOf(effectiveType: string | undefined): "good" | "weak" | null {
  if (effectiveType === "slow-2g" || effectiveType === "2g") return "weak";
  return effectiveType === "3g" || effectiveType === "4g" ? "good" : null;
}
