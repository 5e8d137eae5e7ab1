import type { DutySheet } from "@noriai/api";
import type { Position } from "@noriai/kernel";
import { useEffect, useRef, useState } from "react";
import { useNow, useReadNow, useWorld } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { call } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { elapsedMs } from "../world.ts";
import { currentTask } from "./current-task.ts";
import { instantText } from "./instant-text.ts";
import { useOnDuty } from "./on-duty.ts";
import { plannedPosition } from "./planned-position.ts";
import { EVERY_MS, isDue, type ToldPosition } from "./position-pace.ts";
import type { Point } from "./road-line.ts";

export type PositionState = "sending" | "off" | "denied" | "waiting";

/** Where this vehicle is, as far as the terminal knows, and whether the server is told. */
export interface OwnPosition {
  readonly state: PositionState;
  readonly position: Position | undefined;
}

/** The demo's vehicle moves on by a faster clock, so it tells more often. */
const PACE_MS = { production: EVERY_MS, demo: 3_000 } as const;
const LOOK_MS = 1_000;

/**
 * Tells the server where the vehicle is, while on duty and never off duty: at most every 10 seconds, less often while it
 * stands. 仕様書 5-(3)-③
 *
 * In production that is the terminal's own position; in the demo town the vehicle keeps to its plan.
 *
 * @param path  the road of the remaining stops
 */
export function useVehiclePosition(sheet: DutySheet, path: readonly Point[]): OwnPosition {
  const { tenant } = useTenancy();
  const { mode } = useWorld();
  const readNow = useReadNow();
  const onDuty = useOnDuty(sheet);
  const measured = useMeasured(onDuty && mode === "production");
  const planned = usePlanned(sheet, path);
  const latest = useRef<{ position: Position; accuracy?: number } | undefined>(undefined);
  latest.current = mode === "demo" ? planned && { position: planned } : measured.at;
  useEffect(() => {
    if (!onDuty) return;
    let told: ToldPosition | undefined;
    let lastAt = "";
    const report = () => {
      const at = instantText(readNow());
      if (latest.current === undefined || (mode === "demo" && at === lastAt)) return;
      const here = { ...latest.current, elapsedMs: elapsedMs() };
      if (!isDue(told, here, PACE_MS[mode])) return;
      told = here;
      lastAt = at;
      const accuracy = here.accuracy === undefined ? {} : { accuracy: Math.round(here.accuracy) };
      void call("reportPosition", { params: { tenant }, body: { ...here.position, ...accuracy, at } });
    };
    report();
    const timer = setInterval(report, LOOK_MS);
    return () => clearInterval(timer);
  }, [onDuty, mode, tenant, readNow]);
  const position = latest.current?.position;
  if (!onDuty) return { state: "off", position };
  if (measured.denied) return { state: "denied", position };
  return { state: position === undefined ? "waiting" : "sending", position };
}

interface Measured {
  readonly at?: { readonly position: Position; readonly accuracy: number };
  readonly denied: boolean;
}

function useMeasured(enabled: boolean): Measured {
  const [measured, setMeasured] = useState<Measured>({ denied: false });
  useEffect(() => {
    if (!enabled) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude: lat, longitude: lng, accuracy } }) =>
        setMeasured({ at: { position: { lat, lng }, accuracy }, denied: false }),
      ({ code, PERMISSION_DENIED }) => setMeasured({ denied: code === PERMISSION_DENIED }),
      { enableHighAccuracy: true, maximumAge: 5_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [enabled]);
  return measured;
}

function usePlanned(sheet: DutySheet, path: readonly Point[]): Position | undefined {
  const now = useNow();
  const { service } = useTenancy();
  const positionOf = (stopId: string | undefined) => service.stops.find(({ id }) => id === stopId)?.position;
  const task = currentTask(sheet);
  const stop = positionOf(task?.stopId);
  if (task === undefined || stop === undefined)
    return positionOf(sheet.tasks.findLast(({ state }) => state === "done")?.stopId);
  if (task.state === "here") return stop;
  return plannedPosition({ path, nextStop: stop, until: epochMs(task.plannedAt) / 1000 - now });
}
