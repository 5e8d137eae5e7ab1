import type { TaskRider, TripTask } from "@noriai/api";
import { parseInstant } from "@noriai/kernel";
import type { Terminal } from "./driver.ts";

/** Between two taps: a step down, a walking stick, a greeting. */
const TAP_SECONDS = 10;
/** So long before the promised time riders stand at the stop. */
const BEFORE_SECONDS = 120;

/** Everything to do at a stop: who alights, who boards and pays, who is waited for in vain. Leaves no earlier than promised. */
export async function serveStop(terminal: Terminal, task: TripTask): Promise<void> {
  for (const rider of task.alights) if (rider.actions.includes("alight")) await alight(terminal, rider);
  const opensAt = task.leaveNotBefore === null ? 0 : parseInstant(task.leaveNotBefore)! - BEFORE_SECONDS;
  for (const rider of task.boards) {
    if (!rider.actions.includes("board")) continue;
    if (terminal.stage.staysAway.has(rider.bookingId)) await waitInVain(terminal, rider);
    else await board(terminal, rider, opensAt);
  }
  await terminal.stage.time.until(terminal.stage.time.now() + 1);
}

async function alight({ stage: { time, journal }, tap }: Terminal, { bookingId }: TaskRider): Promise<void> {
  await time.until(time.now() + TAP_SECONDS);
  if (await tap({ kind: "alighted", bookingId }))
    journal.tell({ kind: "alighted", booking: bookingId, at: time.now() });
}

async function board(
  { stage: { time, journal }, tap }: Terminal,
  rider: TaskRider,
  opensAt: number,
): Promise<void> {
  const { bookingId, fare, collected } = rider;
  await time.until(Math.max(time.now() + TAP_SECONDS, opensAt));
  if (!(await tap({ kind: "boarded", bookingId }))) return;
  journal.tell({ kind: "boarded", booking: bookingId, at: time.now() });
  if (fare.total === 0 || collected !== null) return;
  const means = fare.total % 300 === 0 ? "cashless" : "cash";
  if (await tap({ kind: "fare-collected", bookingId, amount: fare.total, means }))
    journal.tell({ kind: "fare", booking: bookingId, at: time.now() });
}

/** As long as the rule says, and no longer. */
async function waitInVain(
  { stage: { time, journal }, tap }: Terminal,
  { bookingId, noShowFrom }: TaskRider,
): Promise<void> {
  const from = noShowFrom === undefined ? time.now() : parseInstant(noShowFrom)!;
  await time.until(Math.max(from, time.now() + TAP_SECONDS));
  if (await tap({ kind: "no-show", bookingId }))
    journal.tell({ kind: "no-show", booking: bookingId, at: time.now() });
}
