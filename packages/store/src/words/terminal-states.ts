import type { EpochSeconds, ServiceDate, VehicleId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import { firstChangesAfter } from "../repositories/plan-changes.ts";
import { listTerminalStates, saveTerminalState } from "../repositories/terminal-states.ts";

/** How a vehicle's terminal is, by its own word. What a browser does not tell is absent. */
export interface TerminalState {
  readonly at: EpochSeconds;
  /** Per cent. */
  readonly battery: number | undefined;
  readonly isCharging: boolean | undefined;
  /** Megabytes that the browser may still keep. */
  readonly storageFree: number | undefined;
  readonly signal: "good" | "weak" | undefined;
  /** Records that wait on the terminal. */
  readonly unsent: number;
  readonly position: "sending" | "waiting" | "denied";
  /** The screen does not go dark by itself. */
  readonly isKeptAwake: boolean;
}

/** What the control room sees of the terminals on the road. 仕様書 5-(3)-③ */
export interface TerminalStateWords {
  /** The newest counts; one that arrives late changes nothing. */
  saveTerminalState(vehicle: VehicleId, state: TerminalState): Promise<void>;
  listTerminalStates(): Promise<ReadonlyMap<VehicleId, TerminalState>>;
  /**
   * When the plan of a date first changed after each of some versions, such as those that terminals have shown; a version
   * after which nothing changed is left out.
   */
  firstChangesAfter(
    serviceDate: ServiceDate,
    versions: readonly number[],
  ): Promise<ReadonlyMap<number, EpochSeconds>>;
}

export const terminalStateWords = (context: Context): TerminalStateWords => ({
  saveTerminalState: (vehicle, state) => saveTerminalState(context, vehicle, state),
  listTerminalStates: () => listTerminalStates(context),
  firstChangesAfter: (serviceDate, versions) => firstChangesAfter(context, serviceDate, versions),
});
