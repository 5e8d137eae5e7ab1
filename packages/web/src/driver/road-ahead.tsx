import type { DutySheet } from "@noriai/api";
import { use } from "react";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { LiveContext } from "../shell/session.ts";
import { DriveMap } from "./drive-map.tsx";
import { useOwnVehicle } from "./own-vehicle.tsx";

/** The road of the remaining stops, drawn on demand, and whether the control room sees where the vehicle is. */
export function RoadAhead({ sheet }: { sheet: DutySheet }) {
  const t = useMessages(driverMessages);
  const { state } = useOwnVehicle();
  const lost = use(LiveContext) === "lost";
  return (
    <>
      <DriveMap sheet={sheet} />
      <p className="text-lg text-quiet">{t.position[state === "sending" && lost ? "lost" : state]}</p>
    </>
  );
}
