import type { DutySheet, TaskEventInput, TripTask } from "@noriai/api";
import { formatInstant, type Position, parseInstant } from "@noriai/kernel";
import { follow } from "../follow.ts";
import type { Jam } from "../plan/life-plan.ts";
import { enter, type Post } from "../post.ts";
import { placeOn, type Way, wayOf, wayTo } from "../way.ts";
import { serveStop } from "./serve-stop.ts";
import type { Stage } from "./stage.ts";

/** Whose duty it is, and what stands in the way on this day. */
export interface DriverRole {
  readonly vehicleId: string;
  readonly stops: ReadonlyMap<string, Position>;
  readonly timeZone: string;
  readonly jams: readonly Jam[];
}

/** What a driver holds in their hands: the terminal with its session, and what it shows. */
export interface Terminal {
  readonly stage: Stage;
  readonly role: DriverRole;
  readonly post: Post;
  /** Reads the duty again, and acknowledges a plan that is new. */
  read(): Promise<DutySheet | undefined>;
  /** Sends one tap. @returns whether it counts */
  tap(tap: Tap): Promise<boolean>;
  /** Something has changed since the duty was read. */
  isStale(): boolean;
}

type WithoutHead<T> = T extends unknown ? Omit<T, "id" | "dutyId" | "at"> : never;
export type Tap = WithoutHead<TaskEventInput>;

/** Between two reports of the position: on the way, and standing. */
const STEP_SECONDS = 20;
const STANDING_SECONDS = 60;
/** 25 km/h, through a town. */
const METERS_PER_SECOND = 7;
/** So much before the plan's time a driver who knows the town arrives. */
const EARLY_SECONDS = 30;

/** One driver's day: sets out in time, reports where the vehicle is, stops, serves, and goes on, until the duty is over. */
export async function playDriver(stage: Stage, role: DriverRole): Promise<void> {
  const post = await enter(stage.town, { role: "driver", login: `demo-driver-${role.vehicleId}` });
  if (post === undefined) return;
  const { terminal, stop } = await holdTerminal(stage, role, post);
  try {
    await drive(terminal);
  } finally {
    await stop();
  }
}

async function holdTerminal(stage: Stage, role: DriverRole, post: Post) {
  const { journal, time, town } = stage;
  let stale = true;
  let dutyId = "";
  const following = await follow(post, ({ event }) => {
    if (event.topic === "plan" && event.serviceDate === stage.plan.date) stale = true;
  });
  const terminal: Terminal = {
    ...{ stage, role, post },
    isStale: () => stale,
    async read() {
      stale = false;
      const sheet = journal.valueOf("getDutySheet", await post.call("getDutySheet", {}));
      dutyId = sheet?.duty?.id ?? "";
      if (sheet?.duty && sheet.version > sheet.acknowledged)
        journal.valueOf(
          "acknowledgePlan",
          await post.call("acknowledgePlan", { body: { version: sheet.version } }),
        );
      return sheet;
    },
    async tap(tap) {
      const at = formatInstant(time.now(), role.timeZone);
      const event = { ...tap, id: town.world.newId(), dutyId, at } as TaskEventInput;
      const answer = journal.valueOf(
        "recordTaskEvents",
        await post.call("recordTaskEvents", { body: { events: [event] } }),
      );
      const [result] = answer?.results ?? [];
      if (result?.outcome === "refused")
        journal.tell({ kind: "step-refused", step: tap.kind, because: result.rejection?.kind ?? "unknown" });
      stale = true;
      return result !== undefined && result.outcome !== "refused";
    },
  };
  return { terminal, stop: () => following.stop() };
}

async function drive(terminal: Terminal): Promise<void> {
  const { stage, role } = terminal;
  const { time, plan } = stage;
  const jams = [...role.jams].sort((a, b) => a.at - b.at);
  while (time.now() < plan.endsAt) {
    const sheet = await terminal.read();
    if (sheet?.duty == null) return;
    const task = sheet.tasks.find(({ state }) => state === "here" || state === "next");
    if (task === undefined) await rest(terminal);
    else if (task.state === "here") await serveStop(terminal, task);
    else await driveTo(terminal, task, jams);
  }
}

/** Nothing to do: stands where it is until somebody books. */
async function rest({ stage: { time }, isStale }: Terminal): Promise<void> {
  const until = time.now() + 5 * STANDING_SECONDS;
  while (!isStale() && time.now() < until) await time.until(time.now() + STANDING_SECONDS);
}

/**
 * Waits where it is until it is time to leave, drives along the roads and taps 着いた. Looks up whenever the plan changes,
 * and follows it to another stop.
 */
async function driveTo(terminal: Terminal, task: TripTask, jams: Jam[]): Promise<void> {
  const { stage } = terminal;
  const { time } = stage;
  const way = await wayAhead(terminal, task);
  const seconds = Math.ceil(way.meters / METERS_PER_SECOND);
  let arrivesAt = Math.max(
    parseInstant(task.plannedAt)! - EARLY_SECONDS,
    time.now() + Math.min(seconds, STEP_SECONDS),
  );
  const leavesAt = Math.max(time.now(), arrivesAt - seconds);
  for (;;) {
    const jam = jams[0];
    if (jam !== undefined && jam.at <= time.now() && time.now() >= leavesAt) {
      jams.shift();
      arrivesAt += jam.by;
      await terminal.tap({ kind: "delayed", by: jam.by, cause: "traffic" });
      stage.journal.tell({ kind: "jam", by: jam.by });
    }
    const part = (time.now() - leavesAt) / Math.max(1, arrivesAt - leavesAt);
    await report(terminal, placeOn(way, part));
    if (time.now() >= arrivesAt) break;
    const isStanding = time.now() < leavesAt;
    await time.until(
      isStanding
        ? Math.min(leavesAt, time.now() + STANDING_SECONDS)
        : Math.min(arrivesAt, time.now() + STEP_SECONDS),
    );
    if (terminal.isStale() && (await isElsewhere(terminal, task))) return;
  }
  const { stopId } = task;
  if (!(await isElsewhere(terminal, task))) await terminal.tap({ kind: "arrived", stopId });
}

/** Has the plan another next stop by now? A vehicle on its way keeps its stop, but for what people do by hand. */
async function isElsewhere(terminal: Terminal, { stopId, plannedAt }: TripTask): Promise<boolean> {
  const sheet = await terminal.read();
  const next = sheet?.tasks.find(({ state }) => state === "here" || state === "next");
  return next?.stopId !== stopId || next.plannedAt !== plannedAt;
}

/** Along the roads to the next stop; without a line, straight there. */
async function wayAhead({ stage: { journal }, post, role }: Terminal, { stopId }: TripTask): Promise<Way> {
  const stop = role.stops.get(stopId)!;
  const line = journal.valueOf("getMyDutyLine", await post.call("getMyDutyLine", {}));
  return line === undefined || line.coordinates.length < 2
    ? wayOf([[stop.lng, stop.lat]])
    : wayTo(line.coordinates, stop);
}

async function report(
  { stage: { journal, time }, post, role }: Terminal,
  { lat, lng }: Position,
): Promise<void> {
  const at = formatInstant(time.now(), role.timeZone);
  const answer = await post.call("reportPosition", { body: { lat, lng, at, accuracy: 8 } });
  journal.valueOf("reportPosition", answer);
}
