import { type EpochSeconds, type EventId, parseInstant } from "@noriai/kernel";
import {
  type CountedEntry,
  type Day,
  type DeviceLog,
  decideCancel,
  decideTold,
  type EntryOutcome,
  type TaskEvent,
  takeIn,
  type World,
} from "../../packages/booking/src/index.ts";
import type { DeviceBatch } from "../../packages/web/src/driver/device-store/device-log.ts";

/** A mistake put into the server, to show that the drill notices. */
export type ServerFault =
  | "answers before it has kept"
  | "takes entries out of their turn"
  | "forgets what it refused"
  | "counts the same deed again"
  | "believes every clock";

/** A request on its way. */
export interface Sent extends DeviceBatch {
  readonly logId: string;
  readonly sentAt: EpochSeconds;
}

/** What was kept of one entry. */
export interface KeptRow {
  readonly entry: CountedEntry<TaskEvent>;
  readonly outcome: EntryOutcome;
}

/** The server's side of the drill: the pure decisions of the real one, with its rows in memory. */
export class DrillServer {
  day: Day;
  readonly rows = new Map<string, KeptRow>();
  readonly cancelled = new Set<string>();
  /** Did a tablet say that it has lost something? */
  missed = false;
  readonly #logs = new Map<string, DeviceLog>();
  readonly #worldAt: (now: EpochSeconds) => World;
  readonly #fault: ServerFault | undefined;

  constructor(day: Day, worldAt: (now: EpochSeconds) => World, fault?: ServerFault) {
    this.day = day;
    this.#worldAt = worldAt;
    this.#fault = fault;
  }

  /** Answers a request, or fails after so many entries; what was kept before stays. */
  async receive(sent: Sent, now: EpochSeconds, failsAfter = Number.POSITIVE_INFINITY) {
    const known = this.#logs.get(sent.logId) ?? ({ id: sent.logId, takenIn: 0 } as DeviceLog);
    let kept = 0;
    const batch = {
      oldest: sent.oldest,
      sentAt: this.#fault === "believes every clock" ? now : sent.sentAt,
      entries: sent.entries.map(({ no, event, drift }) => ({
        no,
        event: { ...event, at: parseInstant(event.at)! } as unknown as TaskEvent,
        drift: (this.#fault === "believes every clock" ? 0 : drift) as never,
      })),
    };
    if (this.#fault === "takes entries out of their turn") return this.#anyTurn(batch.entries, now);
    const last = batch.entries.at(-1)!.no;
    try {
      const { log, forked } = await takeIn(known, batch, {
        now,
        keeper: {
          keep: async (entry) => {
            if (++kept > failsAfter) throw new Error("the server was killed");
            return this.#keep(sent.logId, entry, now);
          },
          keepMissing: async () => {
            this.missed = true;
          },
          eventIdAt: async (no) => this.rows.get(`${sent.logId} ${no}`)?.entry.event.id,
        },
      });
      return { takenIn: log.takenIn, forked };
    } catch {
      return this.#fault === "answers before it has kept" ? { takenIn: last, forked: false } : undefined;
    }
  }

  /** The rider calls her ride off, while the driver hears nothing of it. */
  cancel(bookingId: string, now: EpochSeconds): void {
    const booking = this.day.bookings.get(bookingId as never)!;
    const by = { kind: "rider", memberId: booking.memberId } as const;
    const { answer, day } = decideCancel(this.#worldAt(now), this.day, {
      by,
      bookingId: booking.id,
      reason: "",
    });
    if (answer.kind !== "cancelled") return;
    this.day = day;
    this.cancelled.add(bookingId);
  }

  /** What people have to decide, in the order in which it came. */
  conflicts(): readonly KeptRow[] {
    return [...this.rows.values()].filter(({ outcome }) => outcome.kind === "refused");
  }

  #keep(logId: string, entry: CountedEntry<TaskEvent>, now: EpochSeconds): EntryOutcome {
    const event =
      this.#fault === "counts the same deed again"
        ? { ...entry.event, id: `${entry.event.id}-${now}` as EventId }
        : entry.event;
    const { answer, day } =
      this.#fault === "counts the same deed again" && event.kind === "arrived"
        ? {
            answer: { kind: "recorded" } as const,
            day: { ...this.day, taskEvents: [...this.day.taskEvents, event] },
          }
        : decideTold(this.#worldAt(now), this.day, event);
    this.day = day;
    if (answer.kind !== "refused" || this.#fault !== "forgets what it refused")
      this.rows.set(`${logId} ${entry.no}`, { entry, outcome: answer });
    this.#logs.set(logId, { id: logId as never, takenIn: entry.no, lastAt: entry.event.at });
    return answer;
  }

  #anyTurn(entries: readonly { readonly no: number; readonly event: TaskEvent }[], now: EpochSeconds) {
    for (const { no, event } of entries.toReversed())
      this.#keep("any", { no, event, said: event.at, movedBy: 0 as never }, now);
    return { takenIn: entries.at(-1)!.no, forked: false };
  }
}
