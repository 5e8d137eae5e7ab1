import { type EpochSeconds, formatInstant } from "@noriai/kernel";
import {
  append,
  clockSet,
  type DeviceEvent,
  type DeviceLog,
  newLog,
  nextBatch,
  setBackBy,
  settle,
  type Taken,
} from "../../packages/web/src/driver/device-store/device-log.ts";
import type { Sent } from "./drill-server.ts";
import { type Deed, eventOf } from "./duty-script.ts";

/** A mistake put into the tablet, to show that the drill notices. */
export type TabletFault = "lets go of what it has sent" | "keeps in memory only" | "sends the newest first";

/** A tablet of the drill: its log on the disk, its clock, and what it forgets when the app is killed. */
export class DrillTablet {
  /** Which event it recorded for each deed of the script. */
  readonly ids = new Map<number, string>();
  /** Was its clock set while nobody could notice? Then its times are only bounded. */
  clockLost = false;
  /** Did it ever send with a wrong clock? Then the server has to find out by itself. */
  sentUnheard = false;
  readonly #name: string;
  readonly #fault: TabletFault | undefined;
  #disk: string;
  #log: DeviceLog;
  /** By how much its clock is ahead of the true time. */
  #ahead = 0;

  constructor(name: string, fault?: TabletFault) {
    this.#name = name;
    this.#fault = fault;
    this.#log = newLog(name);
    this.#disk = JSON.stringify(this.#log);
  }

  get unsent(): number {
    return this.#log.unsent.length;
  }

  record(index: number, deed: Deed, dutyId: string): void {
    const id = `${this.#name}-${index}`;
    const event = eventOf({ deed, id, last: `${this.#name}-${index - 1}`, dutyId });
    const at = formatInstant((deed.at + this.#ahead) as EpochSeconds, "Asia/Tokyo");
    this.ids.set(index, id);
    this.#keep(append(this.#log, { ...event, at } as unknown as DeviceEvent));
  }

  /** Its clock is set while the app runs, which notices. */
  setClock(by: number): void {
    this.#ahead += by;
    this.#keep(clockSet(this.#log, { by, from: 1 }));
  }

  /** The app is killed and starts again, its clock perhaps set in between. */
  kill(now: EpochSeconds, clockSetBy: number): void {
    if (clockSetBy !== 0 && this.unsent > 0) this.clockLost = true;
    this.#ahead += clockSetBy;
    const log: DeviceLog = JSON.parse(this.#disk);
    this.#log = clockSet(log, { by: setBackBy(log, now + this.#ahead), from: 1 });
    this.#disk = JSON.stringify(this.#log);
  }

  /** The server's time has come through. */
  hear(): void {
    this.setClock(-this.#ahead);
  }

  /** What it sends next. */
  send(now: EpochSeconds, atMost: number): Sent | undefined {
    const turned = this.#fault === "sends the newest first";
    const log = turned ? { ...this.#log, unsent: this.#log.unsent.slice(-atMost) } : this.#log;
    const batch = nextBatch(log, atMost);
    if (batch === undefined) return undefined;
    this.sentUnheard ||= this.#ahead !== 0;
    if (this.#fault === "lets go of what it has sent")
      this.#keep(
        settle(this.#log, { logId: this.#log.id, takenIn: batch.entries.at(-1)!.no, forked: false }, ""),
      );
    return { ...structuredClone(batch), logId: this.#log.id, sentAt: (now + this.#ahead) as EpochSeconds };
  }

  /** An answer, perhaps late, perhaps for the second time. */
  hearAnswer(answer: Taken): void {
    this.#keep(settle(this.#log, answer, `${this.#name}'`));
  }

  #keep(log: DeviceLog): void {
    this.#log = log;
    if (this.#fault !== "keeps in memory only") this.#disk = JSON.stringify(log);
  }
}
