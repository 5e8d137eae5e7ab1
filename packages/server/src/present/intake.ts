import type { IntakeNotice, IntakeStop as IntakeStopJson } from "@noriai/api";
import type { IntakeScope, IntakeStop } from "@noriai/booking";
import type { AccountId, EpochSeconds } from "@noriai/kernel";
import type { Actor, IntakeStopRecord } from "@noriai/store";
import type { Write } from "./trip.ts";

/** A stop of intake as everybody may know it. */
export const presentNotice = ({ id, scope, notice, plannedEnd }: IntakeStop, write: Write): IntakeNotice => ({
  id,
  scope: presentScope(scope, write),
  notice,
  plannedEnd: plannedEnd === undefined ? null : write(plannedEnd),
});

/** A stop of intake as the staff sees it. @param nameOf  the display name of an account */
export const presentIntakeStop = (
  stop: IntakeStopRecord,
  { write, nameOf }: { readonly write: Write; readonly nameOf: (id: AccountId) => string | undefined },
): IntakeStopJson => {
  const act = (at: EpochSeconds, { account, role }: Actor) => ({
    at: write(at),
    by: (account && nameOf(account)) ?? null,
    role,
  });
  return {
    ...presentNotice(stop, write),
    reason: stop.reason,
    stopped: act(stop.stoppedAt, stop.stoppedBy),
    resumed: stop.resumed === undefined ? null : act(stop.resumed.at, stop.resumed.by),
  };
};

const presentScope = (
  { channels, stops, area, rides }: IntakeScope,
  write: Write,
): IntakeNotice["scope"] => ({
  ...(channels && { channels: [...channels] }),
  ...(stops && { stops: [...stops] }),
  ...(area && { area: area.map((ring) => ring.map(([lng, lat]) => [lng, lat])) }),
  ...(rides && { rides: { from: write(rides.from), to: write(rides.to) } }),
});
