import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { Notice } from "../ui/notice.tsx";
import { useOwnVehicle } from "./own-vehicle.tsx";

/** What the driver should mend at the terminal before it fails: battery, room, a screen that goes dark. */
export function OwnState() {
  const { self: t } = useMessages(driveScreenMessages);
  const { state, isKeptAwake, lowBattery, isStorageLow } = useOwnVehicle();
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {lowBattery !== undefined && <Notice tone="warning" title={t.lowBattery(lowBattery)} />}
      {isStorageLow && <Notice tone="warning" title={t.lowStorage} quiet />}
      {state !== "off" && !isKeptAwake && <p className="text-lg text-quiet">{t.notAwake}</p>}
    </div>
  );
}
