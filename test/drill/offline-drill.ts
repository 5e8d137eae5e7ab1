import { type EpochSeconds, later, type Random, seconds, seededRandom } from "@noriai/kernel";
import { effectiveEvents, type TaskEvent } from "../../packages/booking/src/index.ts";
import { DrillServer, type Sent, type ServerFault } from "./drill-server.ts";
import { DrillTablet, type TabletFault } from "./drill-tablet.ts";
import type { Deed, DutyScript } from "./duty-script.ts";

/** What a drill found that should not have happened, and how much happened in it. */
export interface Drilled {
  readonly faults: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Longer than this no request is on its way: the terminal has given it up, and sends it again. */
const ON_ITS_WAY_MAX = 120;
/** So far off may an instant count: as long as a request is on its way, where the tablet has not heard the time before. */
const OFF_MAX = { heard: 60, unheard: 60 + ON_ITS_WAY_MAX };

/**
 * A driver's day with one tablet or two, most of it without a network. Requests are lost before or after they arrived,
 * arrive twice and late; apps are killed, clocks set to other times, the server dies in the middle of a batch, riders
 * call off. In the end everything has come through, and is held against what the driver really did.
 */
export async function offlineDrill(
  script: DutyScript,
  drill: {
    readonly seed: number;
    readonly tablets: 1 | 2;
    readonly serverFault?: ServerFault;
    readonly tabletFault?: TabletFault;
  },
): Promise<Drilled> {
  const random = seededRandom(drill.seed);
  const below = (count: number) => Math.floor(random() * count);
  const chance = (share: number) => random() < share;
  const server = new DrillServer(script.day, script.worldAt, drill.serverFault);
  const tablets = ["A", "B"].slice(0, drill.tablets).map((name) => new DrillTablet(name, drill.tabletFault));
  const dutyId = script.day.duties[0]!.id;
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const onTheWay: {
    readonly sent: Sent;
    readonly at: number;
    readonly tablet: DrillTablet;
    arrived: boolean;
  }[] = [];
  const offline = { from: below(10), to: script.deeds.length - below(15) };
  const cancels = chance(0.5);
  let holding: readonly DrillTablet[] = tablets.slice(0, 1);

  for (const [index, deed] of script.deeds.entries()) {
    await meanwhile(index, deed);
    // A deed that is taken back is taken back where it was recorded, and nowhere else.
    const isPair = deed.kind === "undone" || script.deeds[index + 1]?.kind === "undone";
    if (deed.kind !== "undone")
      holding = drill.tablets === 2 && !isPair && chance(0.15) ? tablets : [tablets[below(tablets.length)]!];
    for (const tablet of holding) tablet.record(index, deed, dutyId);
    count("deeds");
  }
  const evening = later(script.deeds.at(-1)!.at, seconds(1800));
  for (let tries = 0; tries < 400 && tablets.some(({ unsent }) => unsent > 0); tries++)
    await contact(tablets[below(tablets.length)]!, evening);
  await deliverLate(evening, 1);
  return { faults: [...faultsIn({ script, server, tablets, random })], counts };

  async function meanwhile(index: number, { at }: Deed): Promise<void> {
    const tablet = tablets[below(tablets.length)]!;
    if (chance(0.05)) {
      count("kills");
      tablet.kill(at, chance(0.3) ? wrongClock() : 0);
    }
    if (chance(0.03)) {
      count("clocks set");
      tablet.setClock(wrongClock());
    }
    if (cancels && chance(0.06)) cancelSomebody(at);
    await deliverLate(at, 0.3);
    if ((index < offline.from || index > offline.to) && chance(0.6)) await contact(tablet, at);
  }

  /** A few minutes or a whole day, either way. */
  function wrongClock(): number {
    return (chance(0.5) ? 1 : -1) * (chance(0.5) ? 300 + below(600) : 86_400);
  }

  function cancelSomebody(at: EpochSeconds): void {
    const waiting = [...server.day.bookings.values()].filter(({ state }) => state === "confirmed");
    const booking = waiting[below(waiting.length)];
    if (booking === undefined) return;
    server.cancel(booking.id, at);
    count("calls off");
  }

  /** The network is there for a moment. */
  async function contact(tablet: DrillTablet, now: EpochSeconds): Promise<void> {
    if (chance(0.7)) tablet.hear();
    const sent = tablet.send(now, chance(0.5) ? 200 : 1 + below(7));
    if (sent === undefined) return;
    const request = { sent, at: now, tablet, arrived: false };
    if (chance(0.3)) onTheWay.push(request);
    if (chance(0.2)) return count("requests lost");
    const answer = await server.receive(sent, now, chance(0.15) ? below(5) : undefined);
    if (answer === undefined) return count("server killed");
    request.arrived = true;
    if (chance(0.2)) return count("answers lost");
    tablet.hearAnswer({ logId: sent.logId, ...answer });
  }

  /** Old requests arrive once more, in any order. */
  async function deliverLate(now: EpochSeconds, share: number): Promise<void> {
    for (const request of onTheWay.splice(0).toSorted(() => random() - 0.5)) {
      if (!chance(share)) onTheWay.push(request);
      else if (request.arrived || now - request.at <= ON_ITS_WAY_MAX) {
        count("arrived late");
        const answer = await server.receive(request.sent, now);
        if (answer !== undefined && chance(0.5))
          request.tablet.hearAnswer({ logId: request.sent.logId, ...answer });
      }
    }
  }
}

interface Outcome {
  readonly script: DutyScript;
  readonly server: DrillServer;
  readonly tablets: readonly DrillTablet[];
  readonly random: Random;
}

/** Held against the script alone: what the server has, what it shows to people, and in which order. */
function* faultsIn({ script, server, tablets }: Outcome): Generator<string> {
  const recorded = new Map(server.day.taskEvents.map((event) => [event.id as string, event]));
  const conflicts = new Set(server.conflicts().map(({ entry }) => entry.event.id as string));
  const toldBefore = new Map(
    [...server.rows.values()].flatMap(({ entry, outcome }) =>
      outcome.kind === "told-before" ? [[entry.event.id as string, outcome.eventId as string]] : [],
    ),
  );
  if (server.missed) yield "a tablet is said to have lost something";
  if (recorded.size !== server.day.taskEvents.length) yield "an event was recorded twice";
  yield* doubled(effectiveEvents(server.day));
  for (const tablet of tablets) {
    if (tablet.unsent > 0) yield "a tablet could not send all";
    yield* outOfOrder(server, tablet);
    for (const [index, id] of tablet.ids) {
      const deed = script.deeds[index]!;
      const same = recorded.get(toldBefore.get(id) ?? "");
      if (!recorded.has(id) && !conflicts.has(id) && !isSame(same, deed)) yield `lost: ${id} ${deed.kind}`;
      if (recorded.has(id) && conflicts.has(id)) yield `recorded and still asked about: ${id}`;
      const event = recorded.get(id);
      const offMax = tablet.sentUnheard ? OFF_MAX.unheard : OFF_MAX.heard;
      if (event !== undefined && !tablet.clockLost && Math.abs(event.at - deed.at) > offMax)
        yield `${id} counts ${event.at - deed.at} s off`;
      if (event !== undefined && event.kind !== deed.kind) yield `${id} became ${event.kind}`;
    }
  }
  yield* hidden(script, server, tablets);
  const isUndisturbed = tablets.length === 1 && server.cancelled.size === 0 && !tablets[0]!.clockLost;
  if (isUndisturbed && story(server.day.taskEvents) !== story(script.deeds))
    yield "the server's events are not the script";
}

/** Nobody boards, alights or pays twice, and no vehicle arrives twice at one stop without having left. */
function* doubled(events: readonly TaskEvent[]): Generator<string> {
  const seen = new Set<string>();
  for (const [k, event] of events.entries()) {
    if ("bookingId" in event) {
      const deed = `${event.kind} ${event.bookingId}`;
      if (seen.has(deed)) yield `doubled: ${deed}`;
      seen.add(deed);
    }
    const before = events.slice(0, k).findLast(({ kind }) => kind !== "fare-collected");
    if (event.kind === "arrived" && before?.kind === "arrived" && before.stopId === event.stopId)
      yield `doubled: arrived ${event.stopId}`;
  }
}

function* outOfOrder(server: DrillServer, tablet: DrillTablet): Generator<string> {
  const indexOf = new Map([...tablet.ids].map(([index, id]) => [id, index]));
  let last = -1;
  for (const { id } of server.day.taskEvents) {
    const index = indexOf.get(id);
    if (index === undefined) continue;
    if (index < last) yield `out of order: ${id}`;
    last = index;
  }
}

/** Whoever rode although called off before the server heard of the boarding is somebody's to decide. */
function* hidden(
  script: DutyScript,
  server: DrillServer,
  tablets: readonly DrillTablet[],
): Generator<string> {
  const asked = new Set(server.conflicts().map(({ entry }) => entry.event.id as string));
  for (const [index, deed] of script.deeds.entries()) {
    if (deed.kind !== "boarded" || !server.cancelled.has(deed.bookingId)) continue;
    const ids = tablets.flatMap(({ ids }) => ids.get(index) ?? []);
    if (!ids.some((id) => asked.has(id)))
      yield `nobody is asked about ${deed.bookingId}, who rode after calling off`;
  }
}

const isSame = (event: TaskEvent | undefined, deed: Deed): boolean =>
  event !== undefined &&
  event.kind === deed.kind &&
  (!("bookingId" in deed) || ("bookingId" in event && event.bookingId === deed.bookingId)) &&
  (deed.kind !== "arrived" || (event.kind === "arrived" && event.stopId === deed.stopId));

const story = (events: readonly (TaskEvent | Deed)[]): string =>
  events
    .map((event) =>
      [event.kind, "bookingId" in event && event.bookingId, "stopId" in event && event.stopId].join(" "),
    )
    .join("\n");
