import type { Answer, Body } from "@noriai/api";
import { type EntryOutcome, type LogBatch, type LogKeeper, takeIn } from "@noriai/booking";
import { type DeviceLogId, ok, parseInstant, seconds } from "@noriai/kernel";
import { LogOutOfTurn } from "@noriai/store";
import type { Handler } from "../call.ts";
import { keeperOf } from "../device-log/keeper.ts";
import { type LoggedDeed, readDeed } from "../device-log/read-deed.ts";
import { describeError } from "../log.ts";
import { presentRejection } from "./duty.ts";

type EntryResult = Answer<"sendDeviceLog">["results"][number];

/**
 * Takes in what a tablet recorded. Every entry that is answered for is kept for good; where one fails unexpectedly, or
 * another request takes in the same log, it stops there and the tablet sends the rest again. 仕様書 3-(2)-③
 */
export const sendDeviceLog: Handler<"sendDeviceLog"> = async (call) => {
  const { world, town, who, body, now } = call;
  const id = body.logId as DeviceLogId;
  const stand = () => world.store.inTenant(who.tenant, (tx) => tx.findDeviceLog(id));
  const results: EntryResult[] = [];
  const note = (result: Noted) => results.push(presentEntry(result, town.service.timeZone));
  try {
    const keeper = noting(keeperOf(call, id), note);
    const { log, forked } = await takeIn(await stand(), batchOf(body), { now, keeper });
    return ok({ body: { takenIn: log.takenIn, forked, results } });
  } catch (error) {
    const isOvertaken = error instanceof LogOutOfTurn;
    if (!isOvertaken && results.length === 0) throw error;
    if (!isOvertaken)
      world.log.error({ ...describeError(error), kept: results.length }, "device log stopped");
    return ok({ body: { takenIn: (await stand()).takenIn, forked: false, results } });
  }
};

interface Noted {
  readonly no: number;
  readonly id: string;
  readonly outcome: EntryOutcome;
}

/** The keeper, telling of each entry that it has kept. */
const noting = (keeper: LogKeeper<LoggedDeed>, note: (kept: Noted) => void): LogKeeper<LoggedDeed> => ({
  ...keeper,
  async keep(entry) {
    const outcome = await keeper.keep(entry);
    note({ no: entry.no, id: entry.event.id, outcome });
    return outcome;
  },
});

const batchOf = ({ oldest, sentAt, entries }: Body<"sendDeviceLog">): LogBatch<LoggedDeed> => ({
  oldest,
  sentAt: parseInstant(sentAt)!,
  entries: entries.map(({ no, drift = 0, event }) => ({ no, drift: seconds(drift), event: readDeed(event) })),
});

const presentEntry = ({ no, id, outcome }: Noted, timeZone: string): EntryResult => ({
  no,
  id,
  outcome: outcome.kind,
  ...(outcome.kind === "refused" && { rejection: presentRejection(outcome.rejection, timeZone) }),
});
