import type { Answer } from "@noriai/api";
import { type EpochSeconds, fail, ok, parseInstant, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { TerminalState } from "@noriai/store";
import type { Handler } from "../call.ts";
import { dutyAtWork } from "../duty-now.ts";
import { type Write, writeIn } from "../present/trip.ts";
import { notPossible } from "../trouble.ts";

/** How the driver's terminal is; as its position, only while the vehicle is on duty. 仕様書 5-(3)-③ */
export const reportTerminalState: Handler<"reportTerminalState"> = async (call) => {
  const { world, who, now, body } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const working = await dutyAtWork(call, tx);
    if (working === undefined) return fail(notPossible({ kind: "off-duty" }));
    const { vehicleId } = working.duty;
    const { unsent, position, isKeptAwake } = body;
    await tx.saveTerminalState(vehicleId, {
      // The terminal's clock is a claim; nothing was measured later than now.
      at: Math.min(parseInstant(body.at)!, now) as EpochSeconds,
      battery: body.battery ?? undefined,
      isCharging: body.isCharging ?? undefined,
      storageFree: body.storageFree ?? undefined,
      signal: body.signal ?? undefined,
      ...{ unsent, position, isKeptAwake },
    });
    await tx.publish({ topic: "terminal-state", vehicleId });
    return ok({ body: null });
  });
};

/** How the terminals of a day last said they are. */
export const listTerminalStates: Handler<"listTerminalStates"> = async ({ world, town, who, query, now }) => {
  const { timeZone } = town.service;
  const date = (query.date as ServiceDate | undefined) ?? serviceDateOf(now, timeZone);
  const write = writeIn(timeZone);
  const stored = await world.store.inTenant(who.tenant, (tx) => tx.listTerminalStates());
  const terminals = [...stored]
    .filter(([, { at }]) => serviceDateOf(at, timeZone) === date)
    .map(([vehicleId, state]) => ({ vehicleId, ...presentState(state, write) }));
  return ok({ body: { terminals } });
};

type StateJson = Omit<Answer<"listTerminalStates">["terminals"][number], "vehicleId">;

const presentState = (state: TerminalState, write: Write): StateJson => ({
  at: write(state.at),
  battery: state.battery ?? null,
  isCharging: state.isCharging ?? null,
  storageFree: state.storageFree ?? null,
  signal: state.signal ?? null,
  unsent: state.unsent,
  position: state.position,
  isKeptAwake: state.isKeptAwake,
});
