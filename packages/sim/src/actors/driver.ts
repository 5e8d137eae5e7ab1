import type { DutySheet, TaskEventInput, TripTask } from "@noriai/api";
import { type EpochSeconds, formatInstant, type Position, parseInstant } from "@noriai/kernel";
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
  /**
   * The driver's own moment: when they did what they did last. A terminal keeps the instant of each tap, however long the
   * way to the server takes, so a slow line makes no vehicle late.
   */
  moment(): EpochSeconds;
  /** Goes on to a later moment, once the town's clock has reached it. */
  passTo(at: number): Promise<void>;
  /** Reads the duty again, and acknowledges a plan that is new. */
  read(): Promise<DutySheet | undefined>;
  /** Sends one tap of this moment. @returns whether it counts */
  tap(tap: Tap): Promise<boolean>;
  /** Tells where the vehicle is; nobody waits for it, and one that is still under way is not overtaken. */
  report(position: Position): void;
  /** Something has changed since the duty was read. */
  isStale(): boolean;
}

type WithoutHead<T> = T extends unknown ? Omit<T, "id" | "dutyId" | "at"> : never;
export type Tap = WithoutHead<TaskEventInput>;

/** Between two reports of the position: on the way, and standing. */
const STEP_SECONDS = 30;
const STANDING_SECONDS = 120;
/** After a step that did not count, the driver looks at the terminal for a while. */
const AGAIN_SECONDS = 15;
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
  const held = { moment: time.now(), stale: true, dutyId: "", isReporting: false };
  const following = await follow(post, ({ event }) => {
    if (event.topic === "plan" && event.serviceDate === stage.plan.date) held.stale = true;
  });
  const at = (): string => formatInstant(held.moment, role.timeZone);
  const terminal: Terminal = {
    ...{ stage, role, post },
    moment: () => held.moment,
    isStale: () => held.stale,
    async passTo(then) {
      held.moment = Math.max(held.moment, then) as EpochSeconds;
      if (time.now() < held.moment) await time.until(held.moment);
    },
    async read() {
      held.stale = false;
      const sheet = await readDuty(stage, post);
      held.dutyId = sheet?.duty?.id ?? "";
      return sheet;
    },
    async tap(tap) {
      const event = { ...tap, id: town.world.newId(), dutyId: held.dutyId, at: at() } as TaskEventInput;
      const counts = await record(stage, post, event);
      held.stale = true;
      if (!counts) await terminal.passTo(time.now() + AGAIN_SECONDS);
      return counts;
    },
    report({ lat, lng }) {
      if (held.isReporting) return;
      held.isReporting = true;
      void post.call("reportPosition", { body: { lat, lng, at: at(), accuracy: 8 } }).then((answer) => {
        held.isReporting = false;
        journal.valueOf("reportPosition", answer);
      });
    },
  };
  return { terminal, stop: () => following.stop() };
}

async function readDuty({ journal }: Stage, post: Post): Promise<DutySheet | undefined> {
  const sheet = journal.valueOf("getDutySheet", await post.call("getDutySheet", {}));
  if (sheet?.duty && sheet.version > sheet.acknowledged) {
    const answer = await post.call("acknowledgePlan", { body: { version: sheet.version } });
    journal.valueOf("acknowledgePlan", answer);
  }
  return sheet;
}

async function record({ journal }: Stage, post: Post, event: TaskEventInput): Promise<boolean> {
  const sent = await post.call("recordTaskEvents", { body: { events: [event] } });
  const result = journal.valueOf("recordTaskEvents", sent)?.results[0];
  if (result !== undefined && result.outcome !== "refused") return true;
  const because = result?.rejection?.kind ?? "unknown";
  journal.tell({ kind: "step-refused", step: event.kind, because });
  return false;
}

async function drive(terminal: Terminal): Promise<void> {
  const { stage, role } = terminal;
  const jams = [...role.jams].sort((a, b) => a.at - b.at);
  while (terminal.moment() < stage.plan.endsAt) {
    const sheet = await terminal.read();
    if (sheet?.duty == null) return;
    const task = sheet.tasks.find(({ state }) => state === "here" || state === "next");
    if (task === undefined) await rest(terminal);
    else if (task.state === "here") await serveStop(terminal, task);
    else await driveTo(terminal, task, jams);
  }
}

/** Nothing to do: stands where it is until somebody books. */
async function rest(terminal: Terminal): Promise<void> {
  const until = terminal.moment() + 5 * STANDING_SECONDS;
  while (!terminal.isStale() && terminal.moment() < until)
    await terminal.passTo(terminal.moment() + STANDING_SECONDS);
  await terminal.passTo(terminal.stage.time.now());
}

/**
 * Waits where it is until it is time to leave, drives along the roads and taps 着いた. Looks up whenever the plan changes,
 * and follows it to another stop.
 */
async function driveTo(terminal: Terminal, task: TripTask, jams: Jam[]): Promise<void> {
  const { stopId } = task;
  const way = await wayAhead(terminal, stopId);
  const seconds = Math.ceil(way.meters / METERS_PER_SECOND);
  const from = terminal.moment();
  let arrivesAt = Math.max(
    parseInstant(task.plannedAt)! - EARLY_SECONDS,
    from + Math.min(seconds, STEP_SECONDS),
  );
  const leavesAt = Math.max(from, arrivesAt - seconds);
  for (;;) {
    const at = terminal.moment();
    const isDriving = at >= leavesAt;
    if (isDriving && jams[0] !== undefined && jams[0].at <= at)
      arrivesAt += await standStill(terminal, jams.shift()!);
    terminal.report(placeOn(way, (at - leavesAt) / Math.max(1, arrivesAt - leavesAt)));
    if (at >= arrivesAt) break;
    await terminal.passTo(
      isDriving ? Math.min(arrivesAt, at + STEP_SECONDS) : Math.min(leavesAt, at + STANDING_SECONDS),
    );
    if (terminal.isStale() && (await isElsewhere(terminal, stopId)))
      return terminal.passTo(terminal.stage.time.now());
  }
  await terminal.tap({ kind: "arrived", stopId });
}

/** Presses the late button. @returns by how much later the vehicle arrives */
async function standStill(terminal: Terminal, { by }: Jam): Promise<number> {
  await terminal.tap({ kind: "delayed", by, cause: "traffic" });
  terminal.stage.journal.tell({ kind: "jam", by });
  return by;
}

/** Has the plan another next stop by now? */
async function isElsewhere(terminal: Terminal, stopId: string): Promise<boolean> {
  const sheet = await terminal.read();
  return sheet?.tasks.find(({ state }) => state === "here" || state === "next")?.stopId !== stopId;
}

/** Along the roads to the next stop; without a line, straight there. */
async function wayAhead({ stage: { journal }, post, role }: Terminal, stopId: string): Promise<Way> {
  const stop = role.stops.get(stopId)!;
  const line = journal.valueOf("getMyDutyLine", await post.call("getMyDutyLine", {}));
  return line === undefined || line.coordinates.length < 2
    ? wayOf([[stop.lng, stop.lat]])
    : wayTo(line.coordinates, stop);
}
