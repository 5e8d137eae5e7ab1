import type { DelayList } from "@noriai/api";
import { parseInstant } from "@noriai/kernel";
import type { Contact } from "../plan/life-plan.ts";
import type { Post } from "../post.ts";
import { enter } from "../post.ts";
import { keepContact } from "./keep-contact.ts";
import type { Stage } from "./stage.ts";

/** The calls of the day, from which each seat takes the next one. */
export interface CallQueue {
  readonly next: () => Contact | undefined;
  readonly peek: () => Contact | undefined;
  /** Riders who are being told of a delay, so that two seats do not call one. */
  readonly onTheLine: Set<string>;
}

export function callQueue(calls: readonly Contact[]): CallQueue {
  let taken = 0;
  return { next: () => calls[taken++], peek: () => calls[taken], onTheLine: new Set() };
}

/** Between looking up whom to call about a delay. */
const LOOK_SECONDS = 180;
/** To say who is calling, and to find them. */
const GREETING_SECONDS = 20;
const CALL_SECONDS = 40;

/** One seat of the phone desk: takes the call that has waited longest; in between it works the delay list off. */
export async function playDeskSeat(stage: Stage, queue: CallQueue): Promise<void> {
  const { time, town } = stage;
  const post = await enter(town, { role: "call_operator" });
  if (post === undefined) return;
  while (time.now() < stage.plan.endsAt) {
    await workDelayListOff(stage, post, queue);
    const waiting = queue.peek();
    const look = time.now() + LOOK_SECONDS;
    if (waiting === undefined || waiting.at > look) {
      await time.until(look);
      continue;
    }
    const call = queue.next()!;
    await time.until(call.at);
    await takeCall(stage, post, call);
  }
}

/** Finds the caller by number, or by name for who calls from elsewhere; looks at their rides, then does as asked. */
async function takeCall(stage: Stage, post: Post, call: Contact): Promise<void> {
  const { time, journal } = stage;
  const { rider } = call;
  journal.tell({ kind: "called", waited: time.now() - call.at });
  await time.until(time.now() + GREETING_SECONDS);
  const byName = call.at % 4 === 0;
  const q = byName ? rider.kana : rider.phone.replaceAll("-", "");
  const found = journal.valueOf("searchMembers", await post.call("searchMembers", { query: { q } }));
  const member = found?.members.find(({ memberNo }) => memberNo === rider.memberNo);
  if (member === undefined) return;
  const params = { memberId: member.id };
  journal.valueOf("listMemberBookings", await post.call("listMemberBookings", { params }));
  await keepContact({ stage, post, channel: "phone", memberId: member.id }, call);
}

/** Calls whoever has to be told of a delay, most urgent first, and keeps what came of it. */
async function workDelayListOff(
  { time, journal }: Stage,
  post: Post,
  { onTheLine }: CallQueue,
): Promise<void> {
  for (;;) {
    const list = journal.valueOf("getDelayList", await post.call("getDelayList", {}));
    const entry = list?.calls.find(({ bookingId }) => !onTheLine.has(bookingId));
    if (entry === undefined) return;
    const { bookingId, tell } = entry;
    onTheLine.add(bookingId);
    await time.until(time.now() + CALL_SECONDS);
    const answer = await post.call("recordDelayCall", {
      params: { bookingId },
      body: { outcome: "reached", told: tell },
      key: `told.${bookingId}.${nameOf(tell)}`,
    });
    if (!answer.ok && answer.error.status >= 500) journal.valueOf("recordDelayCall", answer);
    else if (tell !== "stranded") journal.tell({ kind: "told-late", booking: bookingId, tell });
    onTheLine.delete(bookingId);
    if (!answer.ok) return; // the list has moved on meanwhile: looked at again later
  }
}

const nameOf = (tell: DelayList["calls"][number]["tell"]): string =>
  tell === "stranded" ? tell : `${parseInstant(tell.pickupTo)}.${parseInstant(tell.arriveBy)}`;
