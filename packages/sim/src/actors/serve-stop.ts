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
  await terminal.passTo(terminal.moment() + 1); // doors
}

async function alight(terminal: Terminal, { bookingId }: TaskRider): Promise<void> {
  await terminal.passTo(terminal.moment() + TAP_SECONDS);
  if (await terminal.tap({ kind: "alighted", bookingId })) tell(terminal, "alighted", bookingId);
}

async function board(terminal: Terminal, rider: TaskRider, opensAt: number): Promise<void> {
  const { bookingId, fare, collected } = rider;
  await terminal.passTo(Math.max(terminal.moment() + TAP_SECONDS, opensAt));
  if (!(await terminal.tap({ kind: "boarded", bookingId }))) return;
  tell(terminal, "boarded", bookingId);
  if (fare.total === 0 || collected !== null) return;
  const means = fare.total % 300 === 0 ? "cashless" : "cash";
  if (await terminal.tap({ kind: "fare-collected", bookingId, amount: fare.total, means }))
    tell(terminal, "fare", bookingId);
}

/** As long as the rule says, and no longer. */
async function waitInVain(terminal: Terminal, { bookingId, noShowFrom }: TaskRider): Promise<void> {
  const from = noShowFrom === undefined ? 0 : parseInstant(noShowFrom)!;
  await terminal.passTo(Math.max(from, terminal.moment() + TAP_SECONDS));
  if (await terminal.tap({ kind: "no-show", bookingId })) tell(terminal, "no-show", bookingId);
}

const tell = (terminal: Terminal, kind: "boarded" | "alighted" | "no-show" | "fare", booking: string): void =>
  terminal.stage.journal.tell({ kind, booking, at: terminal.moment() });
