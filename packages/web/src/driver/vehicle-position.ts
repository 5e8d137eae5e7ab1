import type { DutySheet } from "@noriai/api";
import type { Position } from "@noriai/kernel";
import { useEffect, useRef, useState } from "react";
import { useNow, useReadNow, useWorld } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { call } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { currentTask } from "./current-task.ts";
import { instantText } from "./instant-text.ts";
import { type Point, plannedPosition } from "./planned-position.ts";

export type PositionState = "sending" | "off" | "denied" | "waiting";

/** 仕様書 5-(3)-③: every 10 seconds or sooner. The demo's vehicle moves on by its own clock, so it tells more often. */
const EVERY_MS = { production: 10_000, demo: 3_000 } as const;

/**
 * Tells the server where the vehicle is, while on duty and never off duty. 仕様書 5-(3)-③
 *
 * In production that is the terminal's own position; in the demo town the vehicle keeps to its plan.
 *
 * @param path  the road of the remaining stops
 */
export function useVehiclePosition(sheet: DutySheet, path: readonly Point[]): PositionState {
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
    let last = "";
    const report = () => {
      const at = instantText(readNow());
      const here = latest.current;
      if (here === undefined || (mode === "demo" && at === last)) return;
      last = at;
      const accuracy = here.accuracy === undefined ? {} : { accuracy: Math.round(here.accuracy) };
      void call("reportPosition", { params: { tenant }, body: { ...here.position, ...accuracy, at } });
    };
    report();
    const timer = setInterval(report, EVERY_MS[mode]);
    return () => clearInterval(timer);
  }, [onDuty, mode, tenant, readNow]);
  if (!onDuty) return "off";
  if (measured.denied) return "denied";
  return latest.current === undefined ? "waiting" : "sending";
}

/** From the drive to the first rider until the last one has alighted. */
function useOnDuty({ duty, tasks }: DutySheet): boolean {
  const now = useNow();
  if (duty === null) return false;
  const [startsAt, endsAt] = [epochMs(duty.startsAt) / 1000, epochMs(duty.endsAt) / 1000];
  const overtime = tasks.some(({ state }) => state !== "done") ? OVERTIME : 0;
  return startsAt - DRIVE_OUT <= now && now <= endsAt + overtime;
}

const DRIVE_OUT = 3600;
const OVERTIME = 2 * 3600;

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
