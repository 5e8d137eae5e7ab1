import type { DutySheet } from "@noriai/api";
import { use } from "react";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useRead } from "../read.ts";
import { LiveContext, useTenancy } from "../shell/session.ts";
import { DriveMap } from "./drive-map.tsx";
import { useVehiclePosition } from "./vehicle-position.ts";

/** The road of the remaining stops: drawn on demand, and where the vehicle's position comes from in the demo. */
export function RoadAhead({ sheet }: { sheet: DutySheet }) {
  const t = useMessages(driverMessages);
  const { tenant } = useTenancy();
  const { data: line } = useRead("getMyDutyLine", { params: { tenant } });
  const path = line?.coordinates ?? NO_PATH;
  const state = useVehiclePosition(sheet, path);
  const lost = use(LiveContext) === "lost";
  return (
    <>
      <DriveMap sheet={sheet} path={path} />
      <p className="text-lg text-quiet">{t.position[state === "sending" && lost ? "lost" : state]}</p>
    </>
  );
}

const NO_PATH: readonly [number, number][] = [];
